/** Why people leave, in few words that can be counted. Nobody has to choose any. */
export const INTERVIEW_REASONS = [
  'pay',
  'growth',
  'workload',
  'management',
  'family',
  'health',
  'commute',
  'other',
] as const;

export type InterviewReason = (typeof INTERVIEW_REASONS)[number];

export const INTERVIEW_REASON_TITLES: Readonly<Record<InterviewReason, string>> = {
  pay: '薪酬福利',
  growth: '发展空间',
  workload: '工作强度',
  management: '管理方式',
  family: '家庭原因',
  health: '身体原因',
  commute: '通勤距离',
  other: '其他原因',
};

/** One person's answer, without the person. */
export interface InterviewAnswer {
  /** A department, as people call it. */
  readonly group: string;
  readonly reasons: readonly InterviewReason[];
}

export interface ReasonGroup {
  /** null: several small departments together. */
  readonly group: string | null;
  readonly people: number;
  /** Most named first; reasons that nobody named are left out. */
  readonly reasons: readonly { readonly reason: InterviewReason; readonly people: number }[];
}

export interface InterviewSummary {
  readonly groups: readonly ReasonGroup[];
  /** Of the groups that are shown, and of them alone: else a hidden one could be found by subtraction. */
  readonly all: ReasonGroup | null;
  readonly someHidden: boolean;
}

/** Fewer than this many answers are not counted for anybody to see. */
export const SMALLEST_GROUP = 5;

/**
 * Counts reasons by department. A department with fewer than five answers is not shown; all small ones together are,
 * once they are five.
 */
export function summariseInterviews(answers: readonly InterviewAnswer[]): InterviewSummary {
  const byGroup = new Map<string, readonly InterviewAnswer[]>();
  for (const answer of answers) byGroup.set(answer.group, [...(byGroup.get(answer.group) ?? []), answer]);
  const large = [...byGroup].filter(([, members]) => members.length >= SMALLEST_GROUP);
  const small = [...byGroup.values()].filter((members) => members.length < SMALLEST_GROUP).flat();
  const showSmall = small.length >= SMALLEST_GROUP;
  const shown = [...large.flatMap(([, members]) => members), ...(showSmall ? small : [])];
  const groups = large.map(([group, members]) => countOf(group, members));
  return {
    groups: [
      ...groups.sort((a, b) => b.people - a.people || (String(a.group) < String(b.group) ? -1 : 1)),
      ...(showSmall ? [countOf(null, small)] : []),
    ],
    all: shown.length === 0 ? null : countOf(null, shown),
    someHidden: small.length > 0 && !showSmall,
  };
}

function countOf(group: string | null, members: readonly InterviewAnswer[]): ReasonGroup {
  const reasons = INTERVIEW_REASONS.map((reason) => ({
    reason,
    people: members.filter((member) => member.reasons.includes(reason)).length,
  }));
  return {
    group,
    people: members.length,
    reasons: reasons.filter(({ people }) => people > 0).sort((a, b) => b.people - a.people),
  };
}
