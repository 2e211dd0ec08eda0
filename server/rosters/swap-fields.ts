import type { Case } from '@domain/approval/case';
import { SWAP } from '@domain/approval/flows/swap';
import type { CellChange, RosterMark } from '@domain/schedule/roster-cells';
import type { Swap, SwapSides } from '@domain/schedule/roster-swap';
import { localDateOf, monthOf } from '@domain/time/local-date';
import type { Organisation } from '../organisation';
import { dayText } from '../wall-text';
import { markText } from './history-lines';

/** The form of a swap as its case keeps it. */
interface SwapFields {
  readonly colleague: string;
  readonly colleagueName: string;
  readonly mine: string;
  readonly theirs: string;
  readonly agreed: string;
  readonly swapText: string;
  readonly reason: string;
}

export interface SwapOfCase extends Swap {
  readonly colleagueId: string;
  readonly colleagueName: string;
  readonly agreed: SwapSides<readonly CellChange[]>;
  /** '3月10日 周二：王芳 早班 → 休息，陈思远 休息 → 早班' */
  readonly text: string;
  readonly reason: string;
}

/** Null for a case of another flow. */
export function swapOf({ flow, forms }: Case): SwapOfCase | null {
  const form = forms.apply as unknown as SwapFields | undefined;
  if (flow.id !== SWAP || form === undefined) return null;
  const { colleague, colleagueName, mine, theirs, agreed, swapText, reason } = form;
  return {
    colleagueId: colleague,
    colleagueName,
    mine: localDateOf(mine),
    theirs: localDateOf(theirs),
    agreed: readAgreed(agreed),
    text: swapText,
    reason,
  };
}

/** What was agreed as a text: a case's form holds no nested values. */
export const agreedText = ({ asking, colleague }: SwapSides<readonly CellChange[]>): string =>
  JSON.stringify([asking, colleague].map((cells) => cells.map(({ date, from, to }) => [date, from, to])));

function readAgreed(text: string): SwapSides<readonly CellChange[]> {
  const [asking = [], colleague = []] = (
    JSON.parse(text) as readonly (readonly (readonly [string, RosterMark, RosterMark])[])[]
  ).map((cells) => cells.map(([date, from, to]) => ({ date: localDateOf(date), from, to })));
  return { asking, colleague };
}

/** What changes for both, a day a sentence. */
export function swapText(
  org: Organisation,
  names: SwapSides<string>,
  { asking, colleague }: SwapSides<readonly CellChange[]>,
): string {
  const half = (name: string, { date, from, to }: CellChange): string =>
    `${name} ${markText(org, from, date)} → ${markText(org, to, date)}`;
  return asking
    .map((cell) => {
      const other = colleague.find(({ date }) => date === cell.date);
      return [
        `${dayText(cell.date)}：${half(names.asking, cell)}`,
        ...(other === undefined ? [] : [half(names.colleague, other)]),
      ].join('，');
    })
    .join('；');
}

export const swapFacts = ({
  text,
  colleagueName,
  reason,
}: SwapOfCase): { label: string; value: string }[] => [
  { label: '和谁换', value: colleagueName },
  { label: '换成', value: text },
  { label: '原因', value: reason },
];

export const monthsOfSwap = ({ mine, theirs }: Swap): readonly string[] => [
  ...new Set([monthOf(mine), monthOf(theirs)]),
];
