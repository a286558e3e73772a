/**
 * Draws a picture anew, upright, with at most so many pixels: as the type that it has if the browser writes it, else as JPEG.
 *
 * @throws if the browser cannot read it, has no memory for it, or keeps to itself what is on a canvas
 */
export async function redraw(picture: Blob, type: string, mostPixels: number): Promise<Blob> {
  const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' });
  try {
    const { width, height } = bitmap;
    const scale = Math.min(1, Math.sqrt(mostPixels / (width * height)));
    const canvas = new OffscreenCanvas(Math.max(1, width * scale), Math.max(1, height * scale));
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    assertHonest(context);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return await encode(canvas, context, type);
  } finally {
    bitmap.close();
  }
}

/** Against fingerprinting, Tor Browser always, and Firefox if told to, give noise (once white) for whatever was drawn. */
function assertHonest(context: OffscreenCanvasRenderingContext2D): void {
  context.fillStyle = '#369';
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  // Brave changes the last bits, which nobody sees.
  if (Math.hypot(red - 0x33, green - 0x66, blue - 0x99) > 8) throw new TypeError('canvas blocked');
  context.clearRect(0, 0, 1, 1);
}

async function encode(canvas: OffscreenCanvas, context: OffscreenCanvasRenderingContext2D, type: string) {
  const write = (type: string) => canvas.convertToBlob({ type, quality: 0.85 });
  if (/png|webp/.test(type)) {
    const blob = await write(type);
    // WebKit writes no WebP: it gives PNG instead, which is too large for a photo.
    if (blob.type === type) return blob;
  }
  // JPEG knows no transparency: it would be black.
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  return write('image/jpeg');
}
