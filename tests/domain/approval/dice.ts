import fc from 'fast-check';
import { instantOf } from '@domain/time/instant';
import { system } from './cast';
import type { Tried, WildCase } from './wild-case';

/** What may happen, and how often: without a good part of people who do their part no case would get anywhere. */
const WEIGHTS = {
  properly: 12,
  clock: 4,
  rush: 3,
  return: 3,
  changeDocument: 3,
  finish: 2,
  addSigner: 2,
  again: 2,
  staleLink: 2,
  reject: 1,
  object: 1,
  transfer: 1,
  urge: 1,
  comment: 1,
  cc: 1,
  withdraw: 1,
  answerWithdrawal: 1,
  waive: 1,
  assign: 1,
  proposeDate: 1,
  answerDate: 1,
  changeDates: 1,
  freezeAccess: 1,
  reassign: 1,
  documentReady: 1,
  leaves: 1,
  goesAway: 1,
  comesBack: 1,
} as const;

type What = keyof typeof WEIGHTS;

/** One throw of the dice: what a person or the clock tries next. Numbers are taken modulo what there is. */
export interface Throw {
  readonly what: What;
  readonly who: number;
  readonly which: number;
  readonly other: number;
  readonly minutes: number;
}

const WHAT = Object.entries(WEIGHTS).flatMap(([what, weight]) =>
  Array.from({ length: weight }, () => what as What),
);

export const throws = fc.array(
  fc.record({
    what: fc.constantFrom(...WHAT),
    who: fc.nat(50),
    which: fc.nat(50),
    other: fc.nat(50),
    minutes: fc.oneof(fc.constant(1), fc.nat(600), fc.nat(6000)),
  }),
  { minLength: 1, maxLength: 40, size: 'max' },
);

const pick = <Item>(items: readonly Item[], at: number): Item | undefined =>
  items[at % Math.max(1, items.length)];

/** Lets happen what the dice say; whether it may is for the engine to say. */
export function throwDice(wild: WildCase, dice: Throw): Tried {
  wild.now = instantOf(wild.now + dice.minutes * 60_000);
  const everyone = wild.staff.people.map((one) => one.id);
  const somebody = pick(everyone, dice.who) ?? 'wang';
  const other = pick(everyone, dice.other) ?? 'xu';
  const nodes = wild.version.definition.nodes.map((node) => node.id);
  const tasks = Object.values(wild.state?.tasks ?? {});
  const open = tasks.filter((task) => task.status === 'open');
  const task = pick(open, dice.which);
  const admin = wild.as(pick(['he', somebody], dice.who) ?? 'he');
  const nodeId = pick([...open.map((one) => one.nodeId), ...nodes], dice.which) ?? 'apply';
  const link = { taskId: task?.id ?? 'none', round: task?.round ?? 0 };
  const holder = wild.as(
    pick([task?.assignee ?? somebody, task?.assignee ?? somebody, somebody], dice.who) ?? '',
  );
  const involved = wild.as(
    pick([...tasks.map((one) => one.assignee), wild.applicant, 'he', somebody], dice.who) ?? '',
  );
  switch (dice.what) {
    case 'rush':
      return wild.rush();
    case 'properly':
      return wild.finish(task, task?.assignee ?? somebody);
    case 'finish':
      return wild.finish(task, somebody);
    case 'staleLink':
      return wild.finish(pick(tasks, dice.which), pick(tasks, dice.which)?.assignee ?? somebody);
    case 'reject':
    case 'object':
      return wild.send(holder, { kind: dice.what, ...link, comment: 'no' });
    case 'return': {
      const policy = pick(['restart', 'resume', undefined] as const, dice.other);
      return wild.send(holder, {
        kind: 'return',
        ...link,
        to: wild.returnTargets(task)[0] ?? nodeId,
        reason: 'please',
        ...(policy === undefined ? {} : { policy }),
      });
    }
    case 'transfer':
      return wild.send(holder, { kind: 'transfer', ...link, to: other });
    case 'addSigner': {
      const position = pick(['before', 'after'] as const, dice.which) ?? 'after';
      return wild.send(holder, { kind: 'addSigner', ...link, person: other, position });
    }
    case 'changeDocument': {
      const writable = open.find((one) => wild.writes(one.nodeId).length > 0);
      const key = writable === undefined ? 'handover' : (wild.writes(writable.nodeId)[0] ?? 'handover');
      const at = { taskId: writable?.id ?? 'none', round: writable?.round ?? 0 };
      const by = wild.as(writable?.assignee ?? somebody);
      return wild.send(by, { kind: 'changeDocument', ...at, key, digest: `${key}-${dice.other % 4}` });
    }
    case 'again': {
      const earlier = pick(wild.tried, dice.which)?.command;
      return earlier === undefined ? wild.tick() : wild.run(earlier);
    }
    case 'urge':
      return wild.send(involved, { kind: 'urge', nodeId });
    case 'comment':
      return wild.send(involved, { kind: 'comment', text: 'hello', mentions: [other] });
    case 'cc':
      return wild.send(wild.as(wild.applicant), { kind: 'cc', people: [other] });
    case 'withdraw':
      // Rarely: a case that is withdrawn at once teaches nothing.
      return dice.who % 5 === 0 || wild.version.definition.path === 'notice'
        ? wild.send(wild.as(wild.applicant), { kind: 'withdraw', reason: 'no more' })
        : wild.tick();
    case 'answerWithdrawal':
      return wild.send(admin, { kind: 'answerWithdrawal', grant: dice.other % 2 === 0, reason: 'so' });
    case 'waive':
      return wild.send(admin, { kind: 'waive', nodeId, reason: 'not needed' });
    case 'assign':
      return wild.send(admin, { kind: 'assign', nodeId, to: other });
    case 'proposeDate':
      return wild.send(holder, { kind: 'proposeDate', ...link, lastDay: wild.day(dice.other) });
    case 'answerDate':
      return wild.send(wild.as(wild.applicant), { kind: 'answerDate', accept: dice.other % 2 === 0 });
    case 'changeDates':
      return wild.send(admin, {
        kind: 'changeDates',
        dates: { lastDay: wild.day(dice.other) },
        reason: 'agreed',
      });
    case 'freezeAccess':
      return wild.send(admin, { kind: 'freezeAccess', reason: 'incident' });
    case 'reassign':
      return wild.send(system('staffing'), { kind: 'reassign', person: other });
    case 'documentReady':
      return wild.documentReady();
    case 'leaves':
      // HR stays: without an administrator a step may stall, which other tests look at.
      if (other !== 'he' && other !== wild.applicant) wild.endAccess(other, dice.minutes);
      return wild.tick();
    case 'goesAway':
      wild.delegations = [
        ...wild.delegations,
        {
          from: somebody,
          to: other,
          since: wild.now,
          until: instantOf(wild.now + 3_600_000 * (1 + dice.which)),
        },
      ];
      return wild.tick();
    case 'comesBack':
      wild.delegations = wild.delegations.slice(1);
      return wild.tick();
    default:
      return wild.tick();
  }
}
