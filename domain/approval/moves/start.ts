import type { Result } from '../../result';
import { ok } from '../../result';
import { minuteOf } from '../../time/instant';
import { administratorsOf } from '../assignees';
import { advance } from '../advance';
import { askable, personOf } from '../authority';
import type { CaseDates } from '../case';
import { closeNode } from '../close-node';
import type { CommandOf } from '../commands';
import { checkDates } from '../dates';
import { holds } from '../conditions';
import { takeContent } from '../content';
import type { FlowVersion } from '../flow';
import { isHuman } from '../flow';
import type { Recorder } from '../recorder';
import type { ApprovalRefusal } from '../refusals';
import { no } from '../refusals';
import { readField } from '../route';

/** Begins a case. On the notice path this is the arrival of the notice: nobody's absence or vacancy can refuse it. */
export function start(
  recorder: Recorder,
  command: CommandOf<'start'>,
  version: FlowVersion,
): Result<true, ApprovalRefusal> {
  const { flow, context } = recorder;
  const initiator = personOf(recorder);
  if (!initiator.ok) return initiator;
  const applicant = context.directory.person(command.applicant);
  if (applicant === undefined) return no('person.unknown', { person: command.applicant });
  if (applicant.accessEndsAt !== null && applicant.accessEndsAt <= context.now)
    return no('person.gone', { person: applicant.id, since: applicant.accessEndsAt });
  const { startBy } = flow;
  const may =
    startBy === 'applicant'
      ? initiator.value === applicant.id
      : context.directory.holders(startBy.role, applicant.branchId ?? undefined).includes(initiator.value);
  const needs = startBy === 'applicant' ? 'applicant' : `role:${startBy.role}`;
  if (!may) return no('start.not-allowed', { flowId: flow.id, needs });

  const node = recorder.node(flow.start);
  const { now, clock } = context;
  const dates: CaseDates = node.kind === 'notice' ? { ...command.dates, notice: now } : (command.dates ?? {});
  const dated = checkDates(dates, clock.zone.dateAt(minuteOf(dates.notice ?? now)));
  if (!dated.ok) return dated;
  recorder.record({
    type: 'caseStarted',
    flow: { id: flow.id, version: flow.version, digest: version.digest },
    path: flow.path,
    applicant: applicant.id,
    initiator: initiator.value,
    post: applicant.post,
    picks: command.picks ?? {},
    dates,
  });
  const opening = { nodeId: node.id, round: 1, dueAt: null, dueProblem: null, alarms: [], carried: [] };
  recorder.record({ type: 'nodeOpened', ...opening });
  const taken = takeContent(recorder, node, 1, command, null);
  if (!taken.ok) return taken;
  sayWithPhotos(recorder, node.id, initiator.value, command);
  const picked = checkPicks(recorder);
  if (!picked.ok) return picked;
  if (node.kind === 'notice') arrive(recorder, node.requires?.signature?.document ?? null);
  closeNode(recorder, node.id, 1, node.kind === 'notice' ? 'given' : 'completed');
  advance(recorder);
  return ok(true);
}

/** Pictures of a start are its first comment, so that they stand on the log even where the case ends at once. */
function sayWithPhotos(
  recorder: Recorder,
  nodeId: string,
  by: string,
  { photos = [], comment = '' }: CommandOf<'start'>,
): void {
  if (photos.length === 0) return;
  recorder.record({ type: 'commented', by, nodeId, text: comment, mentions: [], photos });
}

function arrive(recorder: Recorder, document: string | null): void {
  const { flow, state, context } = recorder;
  recorder.record({
    type: 'noticeArrived',
    nodeId: flow.start,
    documentDigest: document === null ? null : (state.documents[document]?.digest ?? null),
    recipients: administratorsOf(flow, state, context),
  });
}

/** Every node that asks the applicant to choose, unless what is known now already passes it over. */
function checkPicks(recorder: Recorder): Result<true, ApprovalRefusal> {
  const { flow, state } = recorder;
  for (const node of flow.nodes) {
    if (!isHuman(node) || node.assignee.by !== 'pick') continue;
    if (node.when !== undefined && !holds(node.when, (path) => readField(state, path))) continue;
    const people = state.picks[node.id] ?? [];
    if (people.length === 0) return no('pick.missing', { nodeId: node.id });
    for (const person of people) {
      const may = askable(recorder, person);
      if (!may.ok) return may;
    }
  }
  return ok(true);
}
