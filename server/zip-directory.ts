/** A file inside a zip, as the zip's directory names it. */
export interface ZipEntry {
  readonly name: string;
  /** What it says it unpacks to, in bytes. */
  readonly unpackedBytes: number;
}

const DIRECTORY_END = [0x50, 0x4b, 0x05, 0x06] as const;
const DIRECTORY_ENTRY = [0x50, 0x4b, 0x01, 0x02] as const;
/** The end record is 22 bytes with a comment of at most 65535 behind it. */
const LONGEST_TAIL = 22 + 65_535;

/** A zip's central directory (PKWARE APPNOTE 4.3.12, 4.3.16), without unpacking; none where it is not sound. */
export function zipDirectory(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const least = Math.max(0, bytes.length - LONGEST_TAIL);
  while (end >= least && !starts(bytes, DIRECTORY_END, end)) end -= 1;
  if (end < least) return [];
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.length || !starts(bytes, DIRECTORY_ENTRY, at)) return [];
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    entries.push({
      name: String.fromCharCode(...bytes.subarray(at + 46, Math.min(bytes.length, at + 46 + name))),
      unpackedBytes: view.getUint32(at + 24, true),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

const starts = (bytes: Uint8Array, start: readonly number[], from: number): boolean =>
  start.every((byte, place) => bytes[from + place] === byte);
