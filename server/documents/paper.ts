import type { ChainHead } from '@domain/evidence/chain';
import type { Stroke } from '@domain/offboarding/signature-strokes';
import type { Instant } from '@domain/time/instant';

/** A document before it is drawn: only data, so that every character can be looked at first. */
export interface Paper {
  readonly title: string;
  readonly organisation: string;
  /** The document's own number, e.g. 'LZ-2026-0012'. */
  readonly number: string;
  readonly blocks: readonly Block[];
  /** Where the case's chain stood when the document was made; printed so that whoever holds the paper holds an anchor. */
  readonly anchor: Anchor | null;
  /** Sixteen hex digits over the paper's words: with its number, what the verify page asks. Null: not offered there. */
  readonly checkCode: string | null;
  /** The address that the code's QR leads to; null: the QR is for the scanner of the verify page (check-link.ts). */
  readonly verifyPage: string | null;
  /** Fixed: the same paper made again has the same bytes. */
  readonly madeAt: Instant;
}

export interface Anchor extends ChainHead {
  /** The key that signs the chain's checkpoints. */
  readonly keyId: string;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string; readonly indent?: boolean }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'fields'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | Table
  | { readonly kind: 'note'; readonly text: string }
  /** Name of the unit, date: at the right, with room above for a seal that somebody presses on paper. */
  | { readonly kind: 'closing'; readonly lines: readonly string[] }
  | { readonly kind: 'signatures'; readonly parties: readonly SignatureParty[] };

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** The last rows stand out: sums. */
  readonly sums?: readonly (readonly string[])[];
}

export interface Column {
  readonly title: string;
  /** Share of the width. */
  readonly share: number;
  readonly align?: 'right';
  /** Digests and paths: smaller, broken anywhere. */
  readonly fine?: boolean;
}

export interface SignatureParty {
  /** '员工', '接收人', '用人单位'. */
  readonly role: string;
  readonly name: string;
  /** null: an empty line to sign on. */
  readonly signed: {
    readonly strokes: readonly Stroke[];
    /** '2026年10月22日 09:00'. */
    readonly at: string;
    readonly level: 'basic' | 'reliable';
  } | null;
}

/** Every text of a paper with where it stands: what is checked is what is drawn. */
export function textsOf(paper: Paper): readonly { readonly where: string; readonly text: string }[] {
  return [
    { where: '标题', text: paper.title },
    { where: '用人单位', text: paper.organisation },
    { where: '编号', text: paper.number },
    ...paper.blocks.flatMap(textsOfBlock),
  ];
}

function textsOfBlock(block: Block): readonly { readonly where: string; readonly text: string }[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'note':
      return [{ where: '正文', text: block.text }];
    case 'closing':
      return block.lines.map((text) => ({ where: '落款', text }));
    case 'fields':
      return block.rows.map(([label, value]) => ({ where: label, text: label + value }));
    case 'signatures':
      return block.parties.map(({ role, name, signed }) => ({
        where: `${role}签名`,
        text: role + name + (signed?.at ?? ''),
      }));
    case 'table':
      return [block.columns.map(({ title }) => title), ...block.rows, ...(block.sums ?? [])].flatMap((row) =>
        row.map((text, index) => ({ where: block.columns[index]?.title ?? '表格', text })),
      );
  }
}
