import fc from 'fast-check';
import type { Case, Task } from '@domain/approval/case';
import type { Command, CommandBody } from '@domain/approval/commands';
import type { Delegation } from '@domain/approval/delegation';
import type { StaffList } from '@domain/approval/directory';
import type { Actor, CaseEvent } from '@domain/approval/events';
import type { FlowVersion } from '@domain/approval/flow';
import type { Effect } from '@domain/approval/effects';
import type { ApprovalRefusal } from '@domain/approval/refusals';
import type { Transition } from '@domain/approval/transition';
import { transition } from '@domain/approval/transition';
import { nextWakeAt } from '@domain/approval/wake';
import type { Result } from '@domain/result';
import type { Instant } from '@domain/time/instant';
import { instantOf } from '@domain/time/instant';
import { addDays, localDateOf } from '@domain/time/local-date';
import { contextAt, filled, FINISH, person, STAFF, system, TUESDAY } from './cast';

/** One throw of the dice: what a person or the clock tries next. Numbers are taken modulo what there is. */
export interface Throw {
  readonly what: string;
  readonly who: number;
  readonly which: number;
  readonly other: number;
  readonly minutes: number;
}

const WHAT = [
  // What people mostly do comes up most often: without it no case would get anywhere.
  ...Array.from({ length: 12 }, () => 'properly'),
  ...Array.from({ length: 4 }, () => 'clock'),
  ...Array.from({ length: 3 }, () => 'rush'),
  ...[
    'finish',
    'finish',
    'reject',
    'object',
    'return',
    'return',
    'return',
    'transfer',
    'addSigner',
    'addSigner',
  ],
  ...[
    'changeDocument',
    'changeDocument',
    'changeDocument',
    'again',
    'again',
    'urge',
    'comment',
    'cc',
    'withdraw',
  ],
  ...[
    'answerWithdrawal',
    'waive',
    'assign',
    'proposeDate',
    'answerDate',
    'changeDates',
    'freezeAccess',
    'reassign',
  ],
  ...['documentReady', 'leaves', 'goesAway', 'comesBack', 'staleLink', 'staleLink'],
];

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

/** What one try did, with the case before it. */
export interface Tried {
  readonly command: Command;
  readonly before: Case | null;
  readonly result: Result<Transition, ApprovalRefusal>;
}

const pick = <Item>(items: readonly Item[], at: number): Item | undefined =>
  items[at % Math.max(1, items.length)];

/** A case that random people push about, with its log and everything that was tried. */
export class WildCase {
  state: Case | null = null;
  now: Instant = TUESDAY;
  staff: StaffList = STAFF;
  delegations: readonly Delegation[] = [];
  readonly log: CaseEvent[] = [];
  readonly effects: Effect[] = [];
  readonly tried: Tried[] = [];
  private count = 0;

  constructor(
    readonly version: FlowVersion,
    readonly applicant = 'wang',
  ) {
    const { start, path } = version.definition;
    const node = this.node(start);
    const content = filled(node, null);
    const dates = path === 'request' ? {} : { dates: { lastDay: localDateOf('2026-04-10') } };
    this.send(this.as(applicant, content.signature?.document), {
      kind: 'start',
      applicant,
      ...dates,
      ...content,
    });
  }

  context() {
    return contextAt(this.now, this.staff, this.delegations);
  }

  send(actor: Actor, body: CommandBody): Tried {
    this.count += 1;
    return this.run({ id: `command-${this.count}`, caseId: 'case-1', actor, ...body } as Command);
  }

  run(command: Command): Tried {
    const before = this.state;
    const result = transition(this.version, before, command, this.context());
    if (result.ok) {
      this.state = result.value.state;
      this.log.push(...result.value.events);
      this.effects.push(...result.value.effects);
    }
    const tried = { command, before, result };
    this.tried.push(tried);
    return tried;
  }

  throwDice(dice: Throw): Tried {
    this.now = instantOf(this.now + dice.minutes * 60_000);
    const everyone = this.staff.people.map((one) => one.id);
    const somebody = pick(everyone, dice.who) ?? 'wang';
    const other = pick(everyone, dice.other) ?? 'xu';
    const nodes = this.version.definition.nodes.map((node) => node.id);
    const tasks = Object.values(this.state?.tasks ?? {});
    const open = tasks.filter((task) => task.status === 'open');
    const task = pick(open, dice.which);
    const admin = this.as(pick(['he', somebody], dice.who) ?? 'he');
    const nodeId = pick([...open.map((one) => one.nodeId), ...nodes], dice.which) ?? 'apply';
    const link = { taskId: task?.id ?? 'none', round: task?.round ?? 0 };
    const holder = this.as(
      pick([task?.assignee ?? somebody, task?.assignee ?? somebody, somebody], dice.who) ?? '',
    );
    const involved = this.as(
      pick([...tasks.map((one) => one.assignee), this.applicant, 'he', somebody], dice.who) ?? '',
    );
    switch (dice.what) {
      case 'rush':
        return this.rush();
      case 'properly':
        return this.finish(task, task?.assignee ?? somebody);
      case 'finish':
        return this.finish(task, somebody);
      case 'staleLink':
        return this.finish(pick(tasks, dice.which), pick(tasks, dice.which)?.assignee ?? somebody);
      case 'reject':
      case 'object':
        return this.send(holder, { kind: dice.what, ...link, comment: 'no' });
      case 'return': {
        const policy = pick(['restart', 'resume', undefined] as const, dice.other);
        return this.send(holder, {
          kind: 'return',
          ...link,
          to: this.returnTargets(task)[0] ?? nodeId,
          reason: 'please',
          ...(policy === undefined ? {} : { policy }),
        });
      }
      case 'transfer':
        return this.send(holder, { kind: 'transfer', ...link, to: other });
      case 'addSigner': {
        const position = pick(['before', 'after'] as const, dice.which) ?? 'after';
        return this.send(holder, { kind: 'addSigner', ...link, person: other, position });
      }
      case 'changeDocument': {
        const writable = open.find((one) => this.writes(one.nodeId).length > 0);
        const key = writable === undefined ? 'handover' : (this.writes(writable.nodeId)[0] ?? 'handover');
        const at = { taskId: writable?.id ?? 'none', round: writable?.round ?? 0 };
        const by = this.as(writable?.assignee ?? somebody);
        return this.send(by, { kind: 'changeDocument', ...at, key, digest: `${key}-${dice.other % 4}` });
      }
      case 'again': {
        const earlier = pick(this.tried, dice.which)?.command;
        return earlier === undefined ? this.tick() : this.run(earlier);
      }
      case 'urge':
        return this.send(involved, { kind: 'urge', nodeId });
      case 'comment':
        return this.send(involved, { kind: 'comment', text: 'hello', mentions: [other] });
      case 'cc':
        return this.send(this.as(this.applicant), { kind: 'cc', people: [other] });
      case 'withdraw':
        // Rarely: a case that is withdrawn at once teaches nothing.
        return dice.who % 5 === 0 || this.version.definition.path === 'notice'
          ? this.send(this.as(this.applicant), { kind: 'withdraw', reason: 'no more' })
          : this.tick();
      case 'answerWithdrawal':
        return this.send(admin, { kind: 'answerWithdrawal', grant: dice.other % 2 === 0, reason: 'so' });
      case 'waive':
        return this.send(admin, { kind: 'waive', nodeId, reason: 'not needed' });
      case 'assign':
        return this.send(admin, { kind: 'assign', nodeId, to: other });
      case 'proposeDate':
        return this.send(holder, { kind: 'proposeDate', ...link, lastDay: this.day(dice.other) });
      case 'answerDate':
        return this.send(this.as(this.applicant), { kind: 'answerDate', accept: dice.other % 2 === 0 });
      case 'changeDates':
        return this.send(admin, {
          kind: 'changeDates',
          dates: { lastDay: this.day(dice.other) },
          reason: 'agreed',
        });
      case 'freezeAccess':
        return this.send(admin, { kind: 'freezeAccess', reason: 'incident' });
      case 'reassign':
        return this.send(system('staffing'), { kind: 'reassign', person: other });
      case 'documentReady':
        return this.documentReady(dice);
      case 'leaves':
        // HR stays: without an administrator a step may stall, which other tests look at.
        if (other !== 'he' && other !== this.applicant) this.endAccess(other, dice.minutes);
        return this.tick();
      case 'goesAway':
        this.delegations = [
          ...this.delegations,
          {
            from: somebody,
            to: other,
            since: this.now,
            until: instantOf(this.now + 3_600_000 * (1 + dice.which)),
          },
        ];
        return this.tick();
      case 'comesBack':
        this.delegations = this.delegations.slice(1);
        return this.tick();
      default:
        return this.tick();
    }
  }

  /** The same case once more, to try something else from here. */
  copy(): WildCase {
    const copy = new WildCase(this.version, this.applicant);
    copy.state = this.state;
    copy.now = this.now;
    copy.count = 1000 + this.count;
    copy.log.splice(0, copy.log.length, ...this.log);
    return copy;
  }

  tick(): Tried {
    return this.send(system(), { kind: 'tick' });
  }

  /** Everyone does what is open, the documents are made, and the clock goes to the next thing that it waits for. */
  rush(): Tried {
    const open = Object.values(this.state?.tasks ?? {}).filter((task) => task.status === 'open');
    for (const task of open) this.finish(task, task.assignee);
    this.documentReady({ what: '', who: 0, which: 0, other: 0, minutes: 0 });
    const wake = this.state === null ? null : nextWakeAt(this.state);
    if (wake !== null && wake > this.now) this.now = wake;
    return this.tick();
  }

  private node(id: string) {
    const node = this.version.definition.nodes.find((one) => one.id === id);
    if (node === undefined) throw new Error(`no node ${id}`);
    return node;
  }

  private as(id: string, document?: string): Actor {
    return person(id, document, this.now);
  }

  private writes(nodeId: string): readonly string[] {
    const node = this.node(nodeId);
    return 'writes' in node ? (node.writes ?? []) : [];
  }

  private returnTargets(task: Task | undefined): readonly string[] {
    if (task === undefined) return [];
    const node = this.node(task.nodeId);
    return 'returns' in node ? (node.returns?.to ?? []) : [];
  }

  private day(days: number) {
    return addDays(localDateOf('2026-03-12'), days);
  }

  private finish(task: Task | undefined, by: string): Tried {
    if (task === undefined) return this.tick();
    const node = this.node(task.nodeId);
    const content = filled(node, this.state);
    const kind = FINISH[node.kind as keyof typeof FINISH];
    const body = { kind, taskId: task.id, round: task.round, ...content } as CommandBody;
    return this.send(this.as(by, content.signature?.document), body);
  }

  private documentReady({ which }: Throw): Tried {
    const waiting = this.version.definition.nodes.filter((node) => node.kind === 'generate');
    const node = pick(waiting, which);
    if (node?.kind !== 'generate') return this.tick();
    const round = this.state?.nodes[node.id]?.round ?? 1;
    return this.send(system('documents'), {
      kind: 'documentReady',
      nodeId: node.id,
      round,
      document: node.document,
      digest: `${node.document}-${round}`,
    });
  }

  private endAccess(id: string, minutes: number): void {
    const accessEndsAt = instantOf(this.now + (minutes + 1) * 60_000);
    const people = this.staff.people.map((one) => (one.id === id ? { ...one, accessEndsAt } : one));
    this.staff = { ...this.staff, people };
  }
}
