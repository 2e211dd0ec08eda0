export type FileKind = 'picture' | 'pdf' | 'docx' | 'xlsx';

const starts = (bytes: Uint8Array, start: readonly number[], from = 0): boolean =>
  start.every((byte, place) => bytes[from + place] === byte);

const ASCII = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));

const PICTURES: readonly (readonly number[])[] = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  ASCII('GIF8'),
];

/**
 * What the bytes are, whatever the name says: null for everything that is not let in. An office file is a zip whose
 * directory names its main part; one with macros is not let in.
 */
export function kindOfFile(bytes: Uint8Array): FileKind | null {
  if (PICTURES.some((start) => starts(bytes, start))) return 'picture';
  if (starts(bytes, ASCII('RIFF')) && starts(bytes, ASCII('WEBP'), 8)) return 'picture';
  if (starts(bytes, ASCII('%PDF-'))) return 'pdf';
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04])) return kindOfZip(zipNames(bytes));
  return null;
}

function kindOfZip(names: readonly string[]): FileKind | null {
  if (!names.includes('[Content_Types].xml') || names.some((name) => name.endsWith('vbaProject.bin')))
    return null;
  if (names.includes('word/document.xml')) return 'docx';
  return names.includes('xl/workbook.xml') ? 'xlsx' : null;
}

const DIRECTORY_END = [0x50, 0x4b, 0x05, 0x06] as const;
const DIRECTORY_ENTRY = [0x50, 0x4b, 0x01, 0x02] as const;
/** The end record is 22 bytes with a comment of at most 65535 behind it. */
const LONGEST_TAIL = 22 + 65_535;

/** Names in a zip's central directory (PKWARE APPNOTE 4.3.12, 4.3.16); none where there is no sound directory. */
function zipNames(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const least = Math.max(0, bytes.length - LONGEST_TAIL);
  while (end >= least && !starts(bytes, DIRECTORY_END, end)) end -= 1;
  if (end < least) return [];
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.length || !starts(bytes, DIRECTORY_ENTRY, at)) return [];
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    names.push(String.fromCharCode(...bytes.subarray(at + 46, Math.min(bytes.length, at + 46 + name))));
    at += 46 + name + extra + comment;
  }
  return names;
}
