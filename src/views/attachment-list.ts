import { html, nothing } from 'lit/html.js';
import type { Upload } from '../services/uploads.js';
import type { Attachment } from '../ticket/answers.js';
import type { FlowContent } from '../ticket/flow-state.js';
import { inherited, topicsAlong } from '../ticket/topics.js';
import { fileText, kindsText } from './issue-text.js';
import { note } from './parts.js';
import { ownText, type Ui, withOwn } from './ui.js';

/** Choosing, dropping and pasting files, and the files so far. */
export function attachmentList(state: FlowContent, ui: Ui) {
  const { t } = ui;
  const { form, answers, attachments, rejections, issues, lostFiles } = state;
  const { maxFiles: count, maxFileBytes, accept } = form.attachments;
  const wish = inherited(topicsAlong(form, answers.country, answers.topic), 'attachments');
  const missing = issues.filter(({ pointer }) => pointer === '#/attachments').map(() => t('enterFiles'));
  const errors = [...missing, ...rejections.map(({ code, name }) => fileText(code, { name }, state, ui))];
  return html`<div class="field ${errors.length > 0 ? 'bad' : ''}" role="group" aria-labelledby="files-label"
    aria-busy=${ui.isPreparing ? 'true' : nothing}>
    <span class="label" part="label" id="files-label">${wish?.required ? t('files') : t('optional', { label: t('files') })}</span>
    ${lostFiles.length > 0 ? note(t('filesAgain', { names: ui.list(lostFiles) }), 'warn') : nothing}
    ${errors.map((error) => html`<p class="error"><span class="unseen">${t('error')} </span>${error}</p>`)}
    <div class="drop">
      <p class="hint" id="files-hint">${withOwn(ownText(wish?.hint, state, ui), `${t('filesLimits', { count, size: ui.bytes(maxFileBytes), kinds: kindsText(accept, ui) })} ${t('filesDrop')}`)}</p>
      <button part="button button-line" class="line" type="button" id="attachments" aria-describedby="files-hint" @click=${openChooser}>${t('chooseFiles')}</button>
      <input type="file" multiple hidden accept=${accept.join(',') || nothing} @change=${({ target }: Event) => {
        const chooser = target as HTMLInputElement;
        void ui.attach(chooser.files ?? []);
        // The same file may be chosen again after it was removed.
        chooser.value = '';
      }}>
    </div>
    ${ui.isPreparing ? html`<p class="hint">${t('preparing')}</p>` : nothing}${attachments.length > 0 ? html`<ul>${attachments.map((file) => row(file, state, ui))}</ul>` : nothing}
  </div>`;
}

function openChooser({ currentTarget }: Event): void {
  ((currentTarget as HTMLElement).nextElementSibling as HTMLInputElement).click();
}

function row(file: Attachment, state: FlowContent, ui: Ui) {
  const { id, name, size } = file;
  const upload = ui.uploadOf(file);
  const problem = file.problem ?? upload?.problem;
  const picture = ui.thumbnailOf(file);
  return html`<li class="file ${problem ? 'bad' : ''}">
    <span class="thumbnail" aria-hidden="true">${picture ? html`<img src=${picture} alt="" @error=${remove}>` : nothing}${(/\.(\w{1,4})$/.exec(name)?.[1] ?? '').toUpperCase()}</span>
    <div>
      <p class="file-name" dir="auto"><bdi>${name}</bdi></p>
      <small class="hint"><bdi>${ui.bytes(size)}</bdi></small>
      ${problem ? html`<p class="error">${fileText(problem, file, state, ui)}</p>` : upload && uploadState(file, upload, ui)}
    </div>
    ${cross(ui.t('remove', { name }), () => ui.detach(id), `remove-${id}`)}
  </li>`;
}

/** How far a file is that goes up ahead of the ticket; what has arrived needs no word. */
function uploadState({ id, name }: Attachment, { sent, total, hasArrived, isFailed }: Upload, ui: Ui) {
  const { t } = ui;
  if (hasArrived) return nothing;
  if (!isFailed) return html`<progress aria-label=${t('uploading', { name })} max=${total} .value=${sent}></progress>`;
  return html`<p class="hint" id="hint-${id}">${t('notUploaded')}</p>
    <button type="button" part="button button-line" class="line" aria-describedby="hint-${id}" @click=${() => ui.retry(id)}>${t('tryAgain')}</button>`;
}

/** A strict `img-src`, or an image that is none: the kind of file shows instead. */
function remove({ target }: Event): void {
  (target as Element).remove();
}

/** A button that is a cross. */
export function cross(label: string, press: () => void, id: string) {
  return html`<button type="button" class="icon" id=${id} aria-label=${label} @click=${press}></button>`;
}
