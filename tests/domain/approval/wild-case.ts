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
import { contextAt, filled, FINISH, person, picksIn, STAFF, system, TUESDAY } from './cast';

/** What one try did, with the case before it. */
export interface Tried {
  readonly command: Command;
  readonly before: Case | null;
  readonly result: Result<Transition, ApprovalRefusal>;
}

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
      picks: picksIn(version.definition, applicant),
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
    this.documentReady();
    const wake = this.state === null ? null : nextWakeAt(this.state);
    if (wake !== null && wake > this.now) this.now = wake;
    return this.tick();
  }

  private node(id: string) {
    const node = this.version.definition.nodes.find((one) => one.id === id);
    if (node === undefined) throw new Error(`no node ${id}`);
    return node;
  }

  as(id: string, document?: string): Actor {
    return person(id, document, this.now);
  }

  writes(nodeId: string): readonly string[] {
    const node = this.node(nodeId);
    return 'writes' in node ? (node.writes ?? []) : [];
  }

  returnTargets(task: Task | undefined): readonly string[] {
    if (task === undefined) return [];
    const node = this.node(task.nodeId);
    return 'returns' in node ? (node.returns?.to ?? []) : [];
  }

  day(days: number) {
    return addDays(localDateOf('2026-03-12'), days);
  }

  finish(task: Task | undefined, by: string): Tried {
    if (task === undefined) return this.tick();
    const node = this.node(task.nodeId);
    const content = filled(node, this.state);
    const kind = FINISH[node.kind as keyof typeof FINISH];
    const body = { kind, taskId: task.id, round: task.round, ...content } as CommandBody;
    return this.send(this.as(by, content.signature?.document), body);
  }

  documentReady(): Tried {
    const node = this.version.definition.nodes.find((one) => one.kind === 'generate');
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

  endAccess(id: string, minutes: number): void {
    const accessEndsAt = instantOf(this.now + (minutes + 1) * 60_000);
    const people = this.staff.people.map((one) => (one.id === id ? { ...one, accessEndsAt } : one));
    this.staff = { ...this.staff, people };
  }
}
