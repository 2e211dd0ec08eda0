import { COMMAND_KINDS } from '@domain/approval/commands';
import type { CommandBody, CommandKind } from '@domain/approval/commands';
import type { Actor } from '@domain/approval/events';
import { APPROVAL_REFUSAL_CODES } from '@domain/approval/refusals';
import { localDateOf } from '@domain/time/local-date';
import { at, contextAt, filled, flowOf, person, Stage, system } from './cast';
import { EXPECTED } from './state-command-table';

const leave = () => new Stage(flowOf('leave'));
const leaving = () => new Stage(flowOf('leaving'));
const signing = () => new Stage(flowOf('signing'));
const HE = person('he');
const WANG = person('wang');
const returned = (stage: Stage, node: string, to: string, policy: 'restart' | 'resume') => {
  const { id: taskId, round, assignee } = stage.task(node);
  return stage.do(person(assignee), { kind: 'return', taskId, round, to, policy, reason: 'please' });
};

/** The states of a case: what it is after what has happened. Each is built from nothing, by commands. */
const STATES: Readonly<Record<string, () => Stage>> = {
  'no case yet': leave,
  'request, at a decision': () => leave().start(),
  'request, at a panel': () => leave().start().finish('leader'),
  'request, half a panel': () => leave().start().finish('leader').finish('panel', 'hana'),
  'request, returned to the applicant': () => returned(leave().start(), 'leader', 'apply', 'restart'),
  'request, returned to be resumed': () =>
    returned(leave().start().finish('leader'), 'panel', 'apply', 'resume'),
  'request, approved': () => {
    const stage = leave().start().finish('leader');
    return stage.finish('panel').finish('panel').finish('panel').finish('boss');
  },
  'request, withdrawn': () => leave().start().do(WANG, { kind: 'withdraw', reason: 'no more' }),
  'request, nobody to ask': () => {
    const stage = leave();
    const lonely = { people: [{ ...member('wang') }], units: [], grants: [] };
    const begun = stage.try(
      WANG,
      { kind: 'start', applicant: 'wang', fields: { days: 1 } },
      contextAt(stage.now, lonely),
    );
    if (!begun.ok) throw new Error(begun.refusal.code);
    return stage;
  },
  'signing, nobody has signed': () => signing().start().finish('write'),
  'signing, one has signed': () => signing().start().finish('write').finish('sign', 'hana'),
  'notice, with the leader': () => leaving().start(),
  'notice, a date is proposed': () => {
    const stage = leaving().start();
    const { id: taskId, round } = stage.task('leader');
    return stage.do(person('li'), { kind: 'proposeDate', taskId, round, lastDay: localDateOf('2026-05-08') });
  },
  'notice, withdrawal asked': () => leaving().start().do(WANG, { kind: 'withdraw', reason: 'stay' }),
  'notice, in parallel': () => leaving().start().finish('leader').finish('hr'),
  'notice, departments at work': () => leaving().start().finish('leader').finish('hr').finish('handover'),
  'notice, after the last day': () => {
    const stage = leaving().start().finish('leader').finish('hr').finish('handover').finish('review');
    stage.finish('signGiver').finish('signTaker').finish('leaderSees').finish('it').finish('assets');
    stage.finish('finance').finish('interview').now = at('2026-04-30 18:00');
    return stage.do(system(), { kind: 'tick' });
  },
};

function member(id: string) {
  return { id, leaderId: null, unitId: null, branchId: null, accessEndsAt: null, post: {} };
}

/** Where a state has no open task of its kind, the link is that of the first task there ever was. */
function tries(stage: Stage): Readonly<Record<CommandKind, readonly [Actor, CommandBody]>> {
  const tasks = Object.values(stage.state?.tasks ?? {});
  const task = tasks.find((one) => one.status === 'open') ?? tasks[0];
  const link = { taskId: task?.id ?? 'none', round: task?.round ?? 0 };
  const nodeId = task?.nodeId ?? 'leader';
  const node = stage.node(nodeId);
  const content = filled(node, stage.state);
  const start = filled(stage.node(stage.version.definition.start), null);
  const holder = person(task?.assignee ?? 'li', content.signature?.document, stage.now);
  const returns = 'returns' in node ? (node.returns?.to[0] ?? 'apply') : 'apply';
  const documents = { key: 'handover', digest: 'handover-9' };
  const certificate = { nodeId: 'certificate', round: 1, document: 'certificate', digest: 'c' };
  return {
    start: [
      person('wang', start.signature?.document, stage.now),
      { kind: 'start', applicant: 'wang', ...start },
    ],
    agree: [holder, { kind: 'agree', ...link, ...content }],
    reject: [holder, { kind: 'reject', ...link, comment: 'no' }],
    acknowledge: [holder, { kind: 'acknowledge', ...link, ...content }],
    object: [holder, { kind: 'object', ...link, comment: 'no' }],
    complete: [holder, { kind: 'complete', ...link, ...content }],
    sign: [holder, { kind: 'sign', ...link, ...content }],
    settle: [holder, { kind: 'settle', ...link, lines: [{ code: 'wage', fen: 1 }] }],
    return: [holder, { kind: 'return', ...link, to: returns, reason: 'please' }],
    transfer: [holder, { kind: 'transfer', ...link, to: 'xu' }],
    addSigner: [holder, { kind: 'addSigner', ...link, person: 'xu', position: 'after' }],
    proposeDate: [holder, { kind: 'proposeDate', ...link, lastDay: localDateOf('2026-05-15') }],
    askForTalk: [holder, { kind: 'askForTalk', ...link }],
    changeDocument: [holder, { kind: 'changeDocument', ...link, ...documents }],
    answerDate: [WANG, { kind: 'answerDate', accept: true }],
    urge: [WANG, { kind: 'urge', nodeId }],
    comment: [WANG, { kind: 'comment', text: 'hello' }],
    cc: [WANG, { kind: 'cc', people: ['xu'] }],
    withdraw: [WANG, { kind: 'withdraw', reason: 'no more' }],
    answerWithdrawal: [HE, { kind: 'answerWithdrawal', grant: true, reason: 'so' }],
    waive: [HE, { kind: 'waive', nodeId, reason: 'so' }],
    assign: [HE, { kind: 'assign', nodeId, to: 'xu' }],
    changeDates: [HE, { kind: 'changeDates', dates: { lastDay: localDateOf('2026-05-20') }, reason: 'so' }],
    freezeAccess: [HE, { kind: 'freezeAccess', reason: 'so' }],
    reassign: [system('staffing'), { kind: 'reassign', person: task?.assignee ?? 'li' }],
    documentReady: [system('documents'), { kind: 'documentReady', ...certificate }],
    reportEffect: [
      system('provider'),
      { kind: 'reportEffect', effectKey: 'k', done: true, detail: '', attempt: 1 },
    ],
    tick: [system(), { kind: 'tick' }],
  };
}

/** 'moves', 'nothing' (allowed, and there was nothing to do), or the code of the refusal. */
function outcomeOf(build: () => Stage, kind: CommandKind): string {
  const stage = build();
  const [actor, body] = tries(stage)[kind];
  const moved = stage.try(actor, body);
  if (!moved.ok) return moved.refusal.code;
  return moved.value.events.length > 0 ? 'moves' : 'nothing';
}

describe('every state × command', () => {
  const table = Object.fromEntries(
    Object.entries(STATES).map(([state, build]) => [
      state,
      Object.fromEntries(COMMAND_KINDS.map((kind) => [kind, outcomeOf(build, kind)])),
    ]),
  );

  it.each(Object.keys(STATES))('%s', (state) => expect(table[state]).toEqual(EXPECTED[state]));

  it('knows no other state, and leaves none out', () =>
    expect(Object.keys(EXPECTED)).toEqual(Object.keys(STATES)));

  it('every command moves some state', () => {
    const never = COMMAND_KINDS.filter((kind) => !Object.values(table).some((row) => row[kind] === 'moves'));
    expect(never).toEqual([]);
  });

  it('is refused only by codes of the list', () => {
    const codes = Object.values(table).flatMap((row) => Object.values(row));
    const known: readonly string[] = ['moves', 'nothing', ...APPROVAL_REFUSAL_CODES];
    expect(codes.filter((code) => !known.includes(code))).toEqual([]);
  });
});
