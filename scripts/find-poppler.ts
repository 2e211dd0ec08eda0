import { Unable } from './command';
import { installWithApt, onPath } from './system-packages';

/** What the tests of papers look at PDFs with: pixels, text, fonts and seals, by another program than made them. */
const PROGRAMS = ['pdftoppm', 'pdftotext', 'pdffonts', 'pdfsig'] as const;

const isThere = (): boolean => PROGRAMS.every((name) => onPath(name) ?? onPath(`${name}.exe`));

/** Makes sure that poppler is installed, or says what to install. */
export const needPoppler = (): void => {
  if (!isThere()) installWithApt(['poppler-utils'], 'the tests that render PDFs to pixels');
  if (isThere()) return;
  throw new Unable(
    'The tests of papers need poppler (Debian: apt-get install poppler-utils; macOS: brew install poppler). Install it and run the same command again; npm test -- domain ui runs without it.',
  );
};
