import type { FindingKind } from './finding';
import { wordsOf } from './finding-words';
import type { DayStatus, Verdict } from './verdict';

/** The one word of a day, in Chinese. */
export const STATUS_WORDS: Readonly<Record<DayStatus, string>> = {
  normal: '正常',
  late: '迟到',
  early: '早退',
  missing: '漏签',
  absent: '旷工',
  leave: '请假',
  outing: '公出',
  trip: '出差',
  pending: '未结束',
  rest: '休息日',
  holiday: '节假日',
  unscheduled: '未排班',
  'no-rule': '无规则',
  excluded: '免考勤',
  'not-employed': '不在职',
};

/** What a day says that has no finding of its own. */
const PLAIN_SENTENCES: Readonly<Partial<Record<DayStatus, string>>> = {
  normal: '按时上下班，正常出勤。',
  pending: '今天还没结束。',
  rest: '休息日，不判定。',
  holiday: '节假日，不判定。',
  unscheduled: '今日未排班，打卡留存，不判定。',
  'no-rule': '当日没有适用的考勤规则，打卡留存，不判定。',
  excluded: '免考勤人员，不判定。',
  'not-employed': '当日不在职，不判定。',
};

/** Clauses that say why the clause after them measures as it does: told in one sentence with it. */
const LEADS_ON: ReadonlySet<FindingKind> = new Set([
  'late-out-late-in',
  'late-in-late-out',
  'late-in-over-cap',
  'shortfall',
]);
const FOLLOWS: ReadonlySet<FindingKind> = new Set([
  'late-in-late-out',
  'late-in-over-cap',
  'shortfall',
  'late',
  'allowed-late',
  'absent',
]);

/** The reasons of a verdict as short Chinese sentences, in the order of the steps. Never empty. */
export function explain(verdict: Verdict): string[] {
  const segments = verdict.cards.length / 2;
  const sentences: string[] = [];
  let open = '';
  let leads = false;
  for (const finding of verdict.findings) {
    const words = wordsOf(finding, segments, verdict.date);
    if (open !== '' && leads && FOLLOWS.has(finding.kind)) open = `${open}；${words}`;
    else {
      if (open !== '') sentences.push(`${open}。`);
      open = words;
    }
    leads = LEADS_ON.has(finding.kind);
  }
  if (open !== '') sentences.push(`${open}。`);
  if (sentences.length === 0)
    sentences.push(PLAIN_SENTENCES[verdict.status] ?? `${STATUS_WORDS[verdict.status]}。`);
  return sentences;
}
