import type { Mutation } from '../../scripts/mutations/mutation';

const papers = 'tests/server/documents/papers.test.ts';
const seal = 'tests/server/documents/seal.test.ts';
const lines = 'tests/server/documents/break-lines.test.ts';

export const mutations: readonly Mutation[] = [
  {
    breaks: 'text that nobody can see, with a perfect text layer',
    file: 'server/documents/sheet.ts',
    from: "export const INK = '#1d2726';",
    to: "export const INK = '#ffffff';",
    test: papers,
  },
  {
    breaks: 'a name with a character that the font lacks is printed with a gap',
    file: 'server/documents/make-pdf.ts',
    from: 'if (character !== undefined)',
    to: 'if (character === "")',
    test: papers,
  },
  {
    breaks: 'the same paper made again has other bytes',
    file: 'server/documents/draw-paper.ts',
    from: 'const made = new Date(paper.madeAt);',
    to: 'const made = new Date(paper.madeAt + 1000 * Math.floor(performance.now()));',
    test: papers,
  },
  {
    breaks: 'the anchor is not printed',
    file: 'server/documents/draw-paper.ts',
    from: '`存证锚点 ${anchor.count}:${digestText(anchor.head)}`',
    to: "'存证锚点'",
    test: papers,
  },
  {
    breaks: 'a long list runs into the foot of the page',
    file: 'server/documents/sheet.ts',
    from: 'if (this.y + points <= LOWEST) return false;',
    to: 'if (this.y + points <= LOWEST + 40) return false;',
    test: papers,
  },
  {
    breaks: 'the head of a table is not repeated',
    file: 'server/documents/draw-table.ts',
    from: 'LOWEST - PAGE.top - heightOf(head)))) drawHead();',
    to: 'LOWEST - PAGE.top - heightOf(head)))) void head;',
    test: papers,
  },
  {
    breaks: 'a drawn signature leaves no ink',
    file: 'server/documents/draw-signatures.ts',
    from: '.lineWidth(1.3)',
    to: '.lineWidth(1.3).opacity(0)',
    test: papers,
  },
  {
    breaks: 'the certificate gives a reason that nobody wished for',
    file: 'server/documents/papers/certificate-paper.ts',
    from: 'content.reason === null',
    to: 'content.post === ""',
    test: papers,
  },
  {
    breaks: 'bytes may be added after the last seal',
    file: 'server/documents/check-pdf-seal.ts',
    from: 'return last.end === pdf.length',
    to: 'return last.end <= pdf.length',
    test: seal,
  },
  {
    breaks: 'a seal’s own bytes may change unseen',
    file: 'server/documents/check-pdf-seal.ts',
    from: "if (!fits || !filled.equals(found)) return 'changed';",
    to: "if (!fits) return 'changed';",
    test: seal,
  },
  {
    breaks: 'a seal need not fit',
    file: 'server/documents/check-pdf-seal.ts',
    from: "fits = verify('sha256', attributes, publicKey, signature);",
    to: "fits = verify('sha256', attributes, publicKey, signature) || true;",
    test: seal,
  },
  {
    breaks: 'anybody’s seal counts as the company’s',
    file: 'server/documents/check-pdf-seal.ts',
    from: 'if (certificates.length > 0 && !certificates.includes(certificateDigest))',
    to: 'if (certificates.length > 99)',
    test: seal,
  },
  {
    breaks: 'something may hide beside the signature',
    file: 'server/documents/check-pdf-seal.ts',
    from: 'if (!/^<[0-9a-f]+>$/.test(text.slice(gapFrom, gapTo))) return null;',
    to: '',
    test: seal,
  },
  {
    breaks: 'a line begins with a comma',
    file: 'server/documents/break-lines.ts',
    from: 'CLOSING.has(character) ||',
    to: '',
    test: lines,
  },
  {
    breaks: 'a line ends with an opening mark',
    file: 'server/documents/break-lines.ts',
    from: 'OPENING.has(before) ||',
    to: '',
    test: lines,
  },
];
