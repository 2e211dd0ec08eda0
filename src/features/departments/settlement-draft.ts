import {
  isDeduction,
  LINE_TITLES,
  type LineKind,
  type SettlementLine,
} from '@domain/offboarding/settlement-lines';
import { fenOfYuan, type YuanFault } from '@domain/offboarding/yuan-input';
import { yuanText } from '@domain/offboarding/yuan-text';
import type { SettlementView } from '@contract/contract';
import { storage } from '@/phone/storage';

/** A line as it is being typed. */
export interface DraftLine {
  readonly kind: LineKind;
  readonly yuan: string;
  readonly note: string;
}

const FAULTS: { readonly [Fault in YuanFault]: string } = {
  blank: '还没有填金额',
  'not a number': '金额要写成数字，例如 1234.56',
  negative: '金额不用写负号，扣款请选代扣的种类',
  'more than two decimals': '金额最多两位小数，例如 1234.56',
  'too large': '金额太大，请检查是不是多了几位',
};

export interface ReadLines {
  /** Those that can be counted already. */
  readonly lines: readonly SettlementLine[];
  /** Everything that keeps it from being sent, each with its line: '第 2 行（加班工资）：…'. */
  readonly faults: readonly string[];
}

/** What was typed as whole 分, with every line that is not right yet named. */
export function readLines(typed: readonly DraftLine[]): ReadLines {
  const faults: string[] = [];
  const lines: SettlementLine[] = [];
  typed.forEach(({ kind, yuan, note }, index) => {
    const named = `第 ${index + 1} 行（${LINE_TITLES[kind]}）`;
    const fen = fenOfYuan(yuan);
    if (fen.ok) lines.push({ kind, note: note.trim(), fen: fen.value });
    else faults.push(`${named}：${FAULTS[fen.refusal.facts.why]}`);
    if (note.trim() === '') faults.push(`${named}：请写一句是怎么算的`);
  });
  if (typed.length === 0) faults.push('还没有明细，请至少加一行');
  return { lines, faults };
}

/** '-1,050.00' for what is deducted. */
export const signedYuan = ({ kind, fen }: Pick<SettlementLine, 'kind' | 'fen'>): string =>
  yuanText(isDeduction(kind) && fen > 0 ? -fen : fen);

const key = (caseId: string): string => `settlement-draft-${caseId}`;

/** What finance has typed so far stays on the phone until it is sent. */
export const settlementDraft = {
  read: (caseId: string): readonly DraftLine[] | null =>
    storage.read(key(caseId)) as readonly DraftLine[] | null,
  keep: (caseId: string, lines: readonly DraftLine[]): void => storage.write(key(caseId), lines),
  drop: (caseId: string): void => storage.write(key(caseId), null),
};

/** Where a new version begins: with what the employee objected to, else with the wages. */
export function firstLines({ versions }: SettlementView): readonly DraftLine[] {
  const last = versions.at(-1);
  if (!last) return [{ kind: 'wage', yuan: '', note: '' }];
  return last.lines.map(({ kind, note, fen }) => ({ kind, note, yuan: yuanText(fen) }));
}
