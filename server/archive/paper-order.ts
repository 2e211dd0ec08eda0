import type { RetentionClass } from '@domain/evidence/retention';

/** What a node of a flow orders. `template` is the flow's name for the paper; the key decides. */
export interface PaperOrder {
  readonly caseId: string;
  readonly document: string;
  readonly template: string;
  readonly nodeId: string;
  readonly round: number;
}

/** What ordered a paper, as its row keeps it: the same order makes nothing twice. */
export const orderedByOf = ({ nodeId, round }: Pick<PaperOrder, 'nodeId' | 'round'>): string =>
  `${nodeId}#${round}`;

/** A paper that HR made by hand for an order, and the picture or PDF of it that lies in the storage. */
export interface PaperByHand extends Pick<PaperOrder, 'caseId' | 'nodeId' | 'round'> {
  readonly document: PaperKey;
  readonly by: string;
  readonly fileId: string;
}

/** Why a paper cannot be made until HR mends something. */
export type PaperRefusal =
  | {
      readonly code: 'document.missing-glyph';
      readonly facts: { readonly character: string; readonly codePoint: string; readonly where: string };
    }
  | { readonly code: 'paper.incomplete'; readonly facts: { readonly titles: readonly string[] } }
  | { readonly code: 'paper.contradicts'; readonly facts: { readonly end: string } };

export type PaperAnswer =
  /** `digest` is of the file; null: there is nothing to put on paper (yet). */
  | { readonly ok: true; readonly digest: string | null }
  | { readonly ok: false; readonly refusal: PaperRefusal };

export interface ExportedBundle {
  readonly fileId: string;
  readonly digest: string;
  readonly bytes: number;
}

/** What the `documents` function does for the others: it alone holds the keys, the font and the PDF code. */
export interface Papers {
  /** Draws, seals, stores and chains a paper, once an order. */
  make(order: PaperOrder): Promise<PaperAnswer>;
  /** Keeps the picture of a paper made by hand where an order waits for it; resolves to its digest. */
  keepByHand(order: PaperByHand): Promise<string>;
  /** Puts on the chain what is not there yet. */
  chain(caseId: string): Promise<void>;
  /** Signs where the chain stands, for the night. */
  sign(caseId: string): Promise<void>;
  /** The whole case as one zip that verifies offline; null for no such case. */
  exportBundle(caseId: string, by: string): Promise<ExportedBundle | null>;
  /** Destroys what must go by today; resolves to how many things went. */
  purge(caseId: string): Promise<number>;
  /** Withdraws a paper; resolves to false when it was withdrawn already. */
  revoke(documentId: string, by: string, reason: string): Promise<boolean>;
}

export const PAPER_KEYS = [
  'notice',
  'receipt',
  'agreement',
  'handover',
  'nonCompete',
  'settlement',
  'certificate',
  'archiveIndex',
] as const;
export type PaperKey = (typeof PAPER_KEYS)[number];

/** What a paper prints of the digest of its words: 64 bits, too many to try behind a limit of tries. */
export const CHECK_CODE_LENGTH = 16;

export const isPaperKey = (key: string): key is PaperKey => PAPER_KEYS.some((one) => one === key);

interface PaperKind {
  readonly title: string;
  /** First letters of the number. */
  readonly prefix: string;
  readonly retention: RetentionClass;
}

export const PAPER_KINDS: Readonly<Record<PaperKey, PaperKind>> = {
  notice: { title: '解除劳动合同通知书', prefix: 'TZ', retention: 'contract' },
  receipt: { title: '离职通知送达回执', prefix: 'HZ', retention: 'contract' },
  agreement: { title: '离职协议', prefix: 'XY', retention: 'contract' },
  handover: { title: '工作交接清单', prefix: 'JJ', retention: 'handover' },
  nonCompete: { title: '竞业限制告知书', prefix: 'JY', retention: 'nonCompete' },
  settlement: { title: '离职结算单', prefix: 'JS', retention: 'wages' },
  certificate: { title: '离职证明', prefix: 'ZM', retention: 'contract' },
  archiveIndex: { title: '离职档案目录', prefix: 'ML', retention: 'contract' },
};

/** What HR reads where a paper could not be made. */
export function paperRefusalText(key: string, { code, facts }: PaperRefusal): string {
  const title = isPaperKey(key) ? PAPER_KINDS[key].title : '文件';
  switch (code) {
    case 'document.missing-glyph':
      return `${title}没有生成：字体里没有「${facts.character}」（${facts.codePoint}，在${facts.where}）。请在纸上出具并盖章，再在案件里放入纸质件`;
    case 'paper.incomplete':
      return `${title}没有生成：还缺${facts.titles.join('、')}，请补全人事档案`;
    case 'paper.contradicts':
      return `${title}没有生成：合同结束日 ${facts.end} 与人事档案里的日期前后矛盾，请核对`;
  }
}
