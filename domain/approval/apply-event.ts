import type { Result } from '../result';
import { ok } from '../result';
import { applyNodeEvent } from './apply-node-event';
import { applyTaskEvent } from './apply-task-event';
import type { Answer, Case } from './case';
import type { BodyOf, CaseEvent } from './events';
import { actorName } from './events';
import type { ApprovalRefusal } from './refusals';
import { no } from './refusals';

/** Commands whose answers are kept for a repeated tap; of ticks only the last, for repeating one is harmless. */
const ANSWERS_KEPT = 64;

/**
 * A case is the fold of its events. Total: an event that is not the next one of this case changes nothing, so
 * applying one twice is harmless. `foldEvents` is the strict form that reports a gap.
 */
export function applyEvent(state: Case | null, event: CaseEvent): Case | null {
  if (state === null)
    return event.body.type === 'caseStarted' && event.seq === 1 ? begun(event, event.body) : null;
  if (event.caseId !== state.id || event.seq !== state.seq + 1) return state;
  const repeated = state.answered[state.answered.length - 1]?.commandId === event.command.id;
  const revision = repeated ? state.revision : state.revision + 1;
  return {
    ...applyBody(state, event),
    seq: event.seq,
    revision,
    answered: remember(state.answered, event, revision),
  };
}

/** The case of a whole log, or the first event that does not belong there. */
export function foldEvents(events: readonly CaseEvent[]): Result<Case | null, ApprovalRefusal> {
  let state: Case | null = null;
  for (const [index, event] of events.entries()) {
    if (event.seq !== index + 1) return no('log.gap', { expectedSeq: index + 1, foundSeq: event.seq });
    const first = events[0]?.caseId ?? event.caseId;
    if (event.caseId !== first) return no('log.other-case', { expected: first, found: event.caseId });
    state = applyEvent(state, event);
  }
  return ok(state);
}

function begun(event: CaseEvent, body: BodyOf<'caseStarted'>): Case {
  return {
    id: event.caseId,
    flow: body.flow,
    path: body.path,
    applicant: body.applicant,
    initiator: body.initiator,
    startedAt: event.at,
    status: 'running',
    result: null,
    closedAt: null,
    seq: event.seq,
    revision: 1,
    forms: {},
    post: body.post,
    picks: body.picks,
    dates: body.dates,
    documents: {},
    signatures: [],
    settlement: [],
    nodes: {},
    tasks: {},
    cc: [],
    lastReturnSeq: 0,
    proposal: null,
    withdrawal: null,
    accessFrozen: false,
    answered: remember([], event, 1),
  };
}

function remember(answered: readonly Answer[], event: CaseEvent, revision: number): readonly Answer[] {
  const answer: Answer = {
    caseId: event.caseId,
    commandId: event.command.id,
    kind: event.command.kind,
    actor: actorName(event.actor),
    revision,
    seq: event.seq,
    at: event.at,
  };
  return [...answered.filter((earlier) => earlier.commandId !== answer.commandId), answer].slice(
    -ANSWERS_KEPT,
  );
}

function applyBody(state: Case, event: CaseEvent): Case {
  const { body, at, seq } = event;
  switch (body.type) {
    case 'caseStarted':
    case 'noticeArrived':
    case 'signerAdded':
    case 'commented':
    case 'talkAsked':
    case 'waived':
    case 'effectReported':
      return state;
    case 'taskPlanned':
    case 'taskOpened':
    case 'taskHeld':
    case 'taskRequeued':
    case 'taskDecided':
    case 'taskVoided':
    case 'taskMoved':
      return applyTaskEvent(state, body, at, seq);
    case 'nodeOpened':
    case 'nodeStalled':
    case 'dueChanged':
    case 'nodeClosed':
    case 'nodeVoided':
    case 'returned':
    case 'reminded':
    case 'escalated':
    case 'urged':
      return applyNodeEvent(state, body, at, seq);
    case 'formFilled': {
      const fields = { ...state.forms[body.nodeId], ...body.fields };
      return { ...state, forms: { ...state.forms, [body.nodeId]: fields } };
    }
    case 'documentChanged': {
      const version = (state.documents[body.document]?.version ?? 0) + 1;
      return {
        ...state,
        documents: { ...state.documents, [body.document]: { version, digest: body.digest } },
        signatures: state.signatures.map((one) =>
          one.document === body.document && one.digest !== body.digest && one.voidedBySeq === null
            ? { ...one, voidedBySeq: seq }
            : one,
        ),
      };
    }
    case 'signed': {
      const { document, digest, level, person, nodeId, round, taskId } = body;
      const signature = { document, digest, level, person, nodeId, round, taskId, at, voidedBySeq: null };
      return { ...state, signatures: [...state.signatures, signature] };
    }
    case 'settled':
      return { ...state, settlement: body.lines };
    case 'copied':
      return { ...state, cc: [...new Set([...state.cc, ...body.to])] };
    case 'dateProposed':
      return { ...state, proposal: { lastDay: body.lastDay, by: body.by, at } };
    case 'dateAnswered':
      return { ...state, proposal: null };
    case 'datesChanged':
      return { ...state, dates: body.dates };
    case 'withdrawalAsked':
      return { ...state, withdrawal: { by: body.by, at, reason: body.reason, granted: null } };
    case 'withdrawalAnswered':
      return {
        ...state,
        withdrawal: state.withdrawal === null ? null : { ...state.withdrawal, granted: body.granted },
      };
    case 'accessFreezeOrdered':
      return { ...state, accessFrozen: true };
    case 'caseClosed':
      return { ...state, status: 'closed', result: body.result, closedAt: at };
  }
}
