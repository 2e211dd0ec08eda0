import { USUAL_LEAVES } from '@domain/attendance/request-types';
import type { OutputOf } from '@contract/contract';
import type { Rule, System } from '@domain/schedule/rule';
import { type LocalDate, monthOf } from '@domain/time/local-date';
import type { Caller } from '../caller';
import { itemOf, type RuleDraft } from '../repositories/rule-drafts';
import type { RejudgeJob } from '../repositories/rejudge-jobs';
import { dayText, momentText } from '../wall-text';
import type { OrganisationDocument } from '../repositories/organisations';
import { knownUntilOf } from '../organisation';
import { onceUsed, usersByPart } from './part-users';
import { instantOf } from '@domain/time/instant';
import { newestOf, newestOnes } from './versions';
import type { DraftDesk } from './draft-desk';

export type RuleDeskView = OutputOf<'rules.desk'>;

const SYSTEM_WORDS: Readonly<Record<System, string>> = {
  standard: '标准制',
  flexible: '灵活工作周',
  alternating: '单双周轮休',
  roster: '排班制',
};

/** The list as HR sees it: drafts in the place of what they change. */
export function ruleDeskView(desk: DraftDesk, { employment }: Caller, job: RejudgeJob | null): RuleDeskView {
  const { org, parts, keeper, today, drafts } = desk;
  const { published } = org;
  const leaves = published.leaveTypes ?? USUAL_LEAVES;
  const branches = published.branches.map(({ id, name }) => ({ id, name }));
  return {
    companyName: org.companyName,
    zone: published.zone,
    today,
    month: monthOf(today),
    rules: newestOnes(parts.rules).map((rule) => ruleLine(desk, rule)),
    shifts: newestOnes(parts.shifts),
    places: [...parts.places],
    overtimeRules: newestOnes(parts.overtimeRules),
    users: usersByPart(parts),
    onceUsed: [...onceUsed(published), ...leaves.map(({ id }) => `leaves:${id}`)],
    posts: (published.posts ?? [])
      .filter(({ closed }) => closed !== true)
      .map(({ id, name }) => ({ id, name })),
    leaveTypes: [...(parts.leaveTypes ?? leaves)],
    correctionLimits: parts.correctionLimits,
    departments: [...published.departments],
    branches,
    specialDays: [...parts.specialDays],
    calendarKnownUntil: knownUntilOf(parts),
    settings: parts.settings,
    settingsFrom: settingsFrom(drafts.get('settings:company')) ?? today,
    branchesKeepRules: parts.branchesKeepRules === true,
    ownBranchId: keeper.branchId,
    mayEditCompany: keeper.branchId === null,
    items: [...drafts.values()].map((draft) => ({
      kind: draft.kind,
      id: draft.id,
      revision: draft.revision,
      isDraft: draft.state === 'draft',
      isNew: !isPublished(published, draft),
      changedText: `${draft.byName} ${momentText(org.zone, instantOf(draft.at))}`,
      mine: draft.byId === employment._id,
    })),
    running: job === null ? null : rejudgingView(job),
  };
}

function settingsFrom(draft: RuleDraft | undefined): LocalDate | null {
  if (draft?.state !== 'draft') return null;
  const item = itemOf(draft);
  return item.kind === 'settings' ? item.value.effectiveFrom : null;
}

function ruleLine({ org, keeper, drafts, today }: DraftDesk, rule: Rule): RuleDeskView['rules'][number] {
  const draft: RuleDraft | undefined = drafts.get(`rule:${rule.id}`);
  const isDraft = draft?.state === 'draft';
  const isNew = newestOf(org.published.rules, rule.id) === null;
  return {
    id: rule.id,
    name: rule.name,
    systemText: `${SYSTEM_WORDS[rule.timetable.system]} · ${rule.mode === 'fixed' ? '固定时间' : '弹性时间'}`,
    scopeText: scopeText(rule, org.published.departments),
    branchName: rule.branchId == null ? null : org.branchName(rule.branchId),
    state: isDraft ? (isNew ? 'new' : 'changed') : 'published',
    effectiveText: effectiveText(rule, today),
    stopped: rule.stopped === true,
    mayEdit: keeper.mayEdit && (keeper.branchId === null || keeper.branchId === rule.branchId),
  };
}

function effectiveText({ effectiveFrom, stopped }: Rule, today: LocalDate): string {
  if (effectiveFrom > today) return `${dayText(effectiveFrom)} 起${stopped === true ? '停用' : '生效'}`;
  return stopped === true ? '已停用' : '生效中';
}

export function isPublished(
  published: OrganisationDocument,
  { kind, id }: Pick<RuleDraft, 'kind' | 'id'>,
): boolean {
  const { rules, shifts, places, overtimeRules } = published;
  const lists: Partial<Record<string, readonly { readonly id: string }[]>> = {
    rule: rules,
    shift: shifts,
    place: places,
    overtime: overtimeRules,
  };
  // The company's own settings, days and limits are always there.
  return lists[kind]?.some((one) => one.id === id) ?? true;
}

const NAMED = 3;

/** '产品研发部、客户服务部、另外 2 个部门，3 人' */
function scopeText({ scope }: Rule, departments: readonly { id: string; name: string }[]): string {
  if (scope.some(({ type }) => type === 'everyone')) return '全体员工';
  const names = scope.flatMap((entry) =>
    entry.type === 'department' ? [departments.find(({ id }) => id === entry.id)?.name ?? ''] : [],
  );
  const people = scope.filter(({ type }) => type === 'person').length;
  const tags = scope.filter(({ type }) => type === 'post' || type === 'tag').length;
  const parts = [
    ...names.filter(Boolean).slice(0, NAMED),
    ...(names.length > NAMED ? [`另外 ${names.length - NAMED} 个部门`] : []),
    ...(tags > 0 ? [`${tags} 个岗位或标签`] : []),
    ...(people > 0 ? [`${people} 人`] : []),
  ];
  return parts.length === 0 ? '还没有适用的人' : parts.join('、');
}

/** How far judging again has come. */
export const rejudgingView = (job: RejudgeJob): OutputOf<'rules.progress'> => ({
  jobId: job._id,
  state: job.state,
  donePeople: job.done,
  totalPeople: job.people,
  changedPeople: job.changedPeople,
  changedDays: job.changedDays,
  lockedNames: [...job.lockedNames],
  lockedPeople: job.lockedPeople,
  sinceText: job.since === null || job.since > job.until ? null : dayText(job.since),
});
