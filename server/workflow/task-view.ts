import { type Case, openTasks, type Task } from '@domain/approval/case';
import { type FieldRule, type HumanNode, isHuman, nodeOf, type OptionalAction } from '@domain/approval/flow';
import type { FieldValue } from '@domain/approval/names';
import type { CaseView } from './case-view';
import { choiceLabel, documentTitle, fieldLabel } from './field-words';
import type { OpenCase } from './open-case';
import { isShownAsForm } from './own-desks';
import { isOnPaper } from './paper-signatures';
import type { Staff } from './staff';

export type TaskView = NonNullable<CaseView['task']>;
type OfferedAction = TaskView['actions'][number];

/** What finishes each kind of node. */
const FINISHES: { readonly [Kind in HumanNode['kind']]: OfferedAction } = {
  decide: 'agree',
  acknowledge: 'acknowledge',
  form: 'complete',
  task: 'complete',
  interview: 'complete',
  sign: 'sign',
  settle: 'settle',
};

const OPTIONAL = [
  'reject',
  'object',
  'return',
  'transfer',
  'addSigner',
  'proposeDate',
  'askForTalk',
] as const satisfies readonly OptionalAction[];

/** The viewer's open task: the one that the link names, else the one that is due first. */
export function taskOf({ stored: { state }, viewerId }: OpenCase, taskId: string | null): Task | null {
  const mine = openTasks(state).filter(
    ({ assignee, onBehalfOf }) => assignee === viewerId || onBehalfOf === viewerId,
  );
  const dueOf = ({ nodeId }: Task) => state.nodes[nodeId]?.dueAt ?? Infinity;
  return mine.find(({ id }) => id === taskId) ?? [...mine].sort((a, b) => dueOf(a) - dueOf(b))[0] ?? null;
}

export function taskView(
  { flow: { definition }, stored: { state }, staff, viewerId }: OpenCase,
  task: Task,
): TaskView | null {
  const node = nodeOf(definition, task.nodeId);
  if (!node || !isHuman(node)) return null;
  const returnsTo = returnsOf(state, node, definition.nodes);
  const isOwn = node.assignee.by === 'applicant';
  const optional = OPTIONAL.filter(
    (action) =>
      node.actions.includes(action) &&
      (action !== 'return' || returnsTo.length > 0) &&
      // Nobody speaks for the applicant.
      (action !== 'transfer' || !isOwn),
  );
  const cameBack = node.kind === 'form' && state.forms[node.id] !== undefined;
  const { fields = [], minPhotos = 0 } = node.requires ?? {};
  return {
    taskId: task.id,
    round: task.round,
    nodeId: node.id,
    nodeKind: node.kind,
    title: node.title,
    onBehalfOf:
      task.onBehalfOf !== null && task.onBehalfOf !== viewerId ? staff.nameOf(task.onBehalfOf) : null,
    actions: [FINISHES[node.kind], ...optional],
    // Whoever got a form back says what is different now.
    reasonFor: ['reject', 'object', 'return', ...(cameBack ? ['complete'] : [])],
    fields: isShownAsForm(definition.id, node.id)
      ? fields.map((rule) => fieldView(rule, state.forms[node.id]?.[rule.name] ?? null, staff))
      : [],
    minPhotos,
    signature: signatureOf(state, node),
    returnsTo,
  };
}

function fieldView(
  { name, type, required, choices = [] }: FieldRule,
  value: FieldValue,
  staff: Staff,
): TaskView['fields'][number] {
  return {
    name,
    label: fieldLabel(name),
    type,
    required,
    choices: choices.map((choice) => ({ value: choice, label: choiceLabel(choice) })),
    value: typeof value === 'object' && value !== null ? [...value] : value,
    valueText: type === 'person' && typeof value === 'string' ? staff.nameOf(value) : null,
  };
}

function signatureOf({ documents }: Case, { requires }: HumanNode): TaskView['signature'] {
  if (!requires?.signature) return null;
  const { document, level } = requires.signature;
  const digest = documents[document]?.digest ?? null;
  return { document, title: documentTitle(document), level, digest, onPaper: isOnPaper(level) };
}

/** Steps behind this one that were really passed. */
const returnsOf = (state: Case, { returns }: HumanNode, nodes: OpenCase['flow']['definition']['nodes']) =>
  (returns?.to ?? []).flatMap((id) => {
    const passed = state.nodes[id]?.status === 'done' && state.nodes[id]?.outcome !== 'skipped';
    const title = nodes.find((node) => node.id === id)?.title;
    return passed && title !== undefined ? [{ nodeId: id, title }] : [];
  });
