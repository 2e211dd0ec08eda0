import type { CaseView } from '@contract/contract';
import type { CaseAction } from './use-case-desk';

export type TaskView = NonNullable<CaseView['task']>;

interface TaskPage {
  readonly path: string;
  /** What the button that leads there says. */
  readonly word: string;
  /** Only read there: what finishes the step stays on the case page. */
  readonly readOnly?: true;
}

const LEAVING = '/leaving';

/** Steps with a page of their own, where their finishing action stands. */
const PAGES: Readonly<Record<string, TaskPage>> = {
  handover: { path: `${LEAVING}/handover/index`, word: '填写交接清单' },
  handoverReview: { path: `${LEAVING}/review/index`, word: '逐项核对交接' },
  employeeSigns: { path: `${LEAVING}/handover/index`, word: '看交接清单并签署' },
  recipientSigns: { path: `${LEAVING}/review/index`, word: '看交接清单并签署' },
  settlement: { path: `${LEAVING}/settlement/index`, word: '填写结算' },
  settlementAnswer: { path: `${LEAVING}/settlement-answer/index`, word: '看结算，确认或提出异议' },
  assets: { path: `${LEAVING}/assets/index`, word: '核对要收回的资产' },
  nonCompeteText: { path: `${LEAVING}/non-compete/index`, word: '拟定竞业限制告知书' },
  nonCompete: { path: `${LEAVING}/non-compete/index`, word: '先看告知书', readOnly: true },
  interview: { path: `${LEAVING}/interview/index`, word: '填写离职面谈（自愿）' },
};

/** These stand on the step's own page; the case page leaves them out. */
const THERE: readonly CaseAction[] = [
  'acknowledge',
  'agree',
  'complete',
  'object',
  'settle',
  'sign',
  'return',
];

/** The page of a leaving's step; null where the case page does it. */
export const taskPageOf = ({ flowId, task }: CaseView): TaskPage | null =>
  task !== null && flowId.startsWith('leave-') ? (PAGES[task.nodeId] ?? null) : null;

export const taskPageUrl = ({ path }: TaskPage, caseId: string, { taskId, round }: TaskView): string =>
  `${path}?case=${encodeURIComponent(caseId)}&task=${encodeURIComponent(taskId)}&round=${round}`;

/** What is left to do on the case page itself. */
export const actionsHere = (view: CaseView): readonly CaseAction[] => {
  const actions = view.task?.actions ?? [];
  const page = taskPageOf(view);
  return page === null || page.readOnly === true
    ? actions
    : actions.filter((action) => !THERE.includes(action));
};
