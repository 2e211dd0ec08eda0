import { zipDirectory } from '../zip-directory';

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
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04])) return kindOfZip(zipDirectory(bytes).map(({ name }) => name));
  return null;
}

function kindOfZip(names: readonly string[]): FileKind | null {
  if (!names.includes('[Content_Types].xml') || names.some((name) => name.endsWith('vbaProject.bin')))
    return null;
  if (names.includes('word/document.xml')) return 'docx';
  return names.includes('xl/workbook.xml') ? 'xlsx' : null;
}
