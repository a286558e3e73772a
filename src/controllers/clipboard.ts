/** Copies text. False where neither way is allowed: then the customer selects it. */
export async function copyText(text: string, near: ParentNode): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No clipboard API in an insecure context, or a Permissions-Policy against it.
    return copyBySelection(text, near);
  }
}

/** The old way, from inside the dialog: what is outside of it is inert and cannot be selected. */
function copyBySelection(text: string, near: ParentNode): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.className = 'unseen';
  const { activeElement } = near.getRootNode() as ShadowRoot;
  near.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  if (activeElement instanceof HTMLElement) activeElement.focus();
  return isCopied;
}

/** Hands the customer a text file. */
export function saveText(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
