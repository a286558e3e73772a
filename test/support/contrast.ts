const { context } = (() => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  return { context: canvas.getContext('2d', { willReadFrequently: true })! };
})();

/** How two colours differ, 1 to 21 (WCAG 2.2, "contrast ratio"). What is half transparent lies on the second. */
export function contrast(colour: string, ground: string): number {
  const [one, other] = [luminance(ground, colour), luminance(ground)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** Of colours that lie on each other, the first at the bottom (WCAG 2.2, "relative luminance"). */
function luminance(...colours: string[]): number {
  context.clearRect(0, 0, 1, 1);
  for (const colour of colours) {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
