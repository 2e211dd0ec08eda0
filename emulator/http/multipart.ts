/** The fields of a `multipart/form-data` body as bytes. @throws Error when it is not one */
export function readMultipart(body: Buffer, contentType: string): Map<string, Buffer> {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/i.exec(contentType);
  const name = boundary?.[1] ?? boundary?.[2];
  if (name === undefined) throw new Error('the multipart body has no boundary');
  const fields = new Map<string, Buffer>();
  const separator = Buffer.from(`--${name}`);
  let start = body.indexOf(separator);
  while (start >= 0) {
    const from = start + separator.length;
    const next = body.indexOf(separator, from);
    if (next < 0) break;
    const part = body.subarray(from, next);
    const headerEnd = part.indexOf('\r\n\r\n');
    const field = /name="([^"]*)"/i.exec(part.subarray(0, headerEnd).toString('utf8'))?.[1];
    // Two bytes of line end before the next separator belong to neither.
    if (headerEnd >= 0 && field !== undefined)
      fields.set(field, part.subarray(headerEnd + 4, part.length - 2));
    start = next;
  }
  return fields;
}
