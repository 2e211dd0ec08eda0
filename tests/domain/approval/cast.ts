import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Case } from '@domain/approval/case';
import { tasksOf } from '@domain/approval/case';
import type { Command, CommandBody, TaskContent } from '@domain/approval/commands';
import type { Context } from '@domain/approval/context';
import type { Delegation } from '@domain/approval/delegation';
import type { StaffList, StaffMember } from '@domain/approval/directory';
import { directoryOf } from '@domain/approval/directory';
import type { Actor } from '@domain/approval/events';
import type { FieldRule, FlowDefinition, FlowNode, FlowVersion } from '@domain/approval/flow';
import { isHuman } from '@domain/approval/flow';
import { CORRECTION_FLOW } from '@domain/approval/flows/correction';
import type { FieldValue } from '@domain/approval/names';
import { publishFlow } from '@domain/approval/publish-flow';
import { transition } from '@domain/approval/transition';
import type { Instant } from '@domain/time/instant';
import { instantOf } from '@domain/time/instant';
import { localDateOf } from '@domain/time/local-date';
import { createWorkdayCalendar } from '@domain/time/workday-calendar';
import { fixedZone } from '@domain/time/zone';
import type { WorkClock } from '@domain/approval/work-clock';

/** The people, clock and flows that the workflow tests share. 2026-03-10 is a Tuesday. */
export const SHANGHAI = fixedZone('Asia/Shanghai', 480);
export const HOURS = [
  { from: 540, to: 720 },
  { from: 780, to: 1080 },
];
export const CLOCK: WorkClock = { zone: SHANGHAI, calendar: createWorkdayCalendar(), hours: HOURS };

/** '2026-03-10 09:30' in Shanghai. */
export const at = (text: string): Instant => instantOf(Date.parse(`${text.replace(' ', 'T')}:00+08:00`));
export const TUESDAY = at('2026-03-10 09:30');

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const member = (id: string, leaderId: string | null, more: Partial<StaffMember> = {}): StaffMember => ({
  id,
  leaderId,
  unitId: 'sales',
  branchId: 'sh',
  accessEndsAt: null,
  post: {},
  ...more,
});

export const STAFF: StaffList = {
  people: [
    member('wang', 'li'),
    member('li', 'zhao'),
    member('zhao', null),
    ...['he', 'hana', 'fang', 'guo', 'ivan', 'amy', 'finn', 'heidi'].map((id) => member(id, 'zhao')),
    member('xu', 'li'),
  ],
  units: [{ id: 'sales', headId: 'li' }],
  grants: [
    { role: 'hr', personId: 'he', branchId: null },
    { role: 'branch-hr', personId: 'he', branchId: 'sh' },
    { role: 'hr-head', personId: 'heidi', branchId: null },
    { role: 'it', personId: 'ivan', branchId: null },
    { role: 'assets', personId: 'amy', branchId: null },
    { role: 'finance', personId: 'finn', branchId: null },
    { role: 'signatory', personId: 'hana', branchId: null },
    { role: 'signatory', personId: 'fang', branchId: null },
  ],
};

export const contextAt = (
  now: Instant,
  staff: StaffList = STAFF,
  delegations: readonly Delegation[] = [],
  clock: WorkClock = CLOCK,
): Context => ({ now, clock, directory: directoryOf(staff), delegations });

export function published(draft: FlowDefinition): FlowVersion {
  const version = publishFlow(draft, sha256);
  if (!version.ok) throw new Error(JSON.stringify(version.refusal.facts));
  return version.value;
}

/** A flow of tests/scenarios/approval/flows. */
export const draftOf = (name: string): FlowDefinition =>
  name === 'correction'
    ? CORRECTION_FLOW
    : (JSON.parse(
        readFileSync(path.join(__dirname, `../../scenarios/approval/flows/${name}.json`), 'utf8'),
      ) as FlowDefinition);

export const flowOf = (name: string): FlowVersion => published(draftOf(name));

export const FLOW_NAMES = [
  'correction',
  'leave',
  'panel-all',
  'panel-any',
  'panel-sequence',
  'parallel',
  'either',
  'signing',
  'agreement',
  'branches',
  'trip',
  'leaving',
] as const;

const SAMPLES: { readonly [Type in FieldRule['type']]: FieldValue } = {
  text: 'text',
  number: 3,
  date: '2026-03-09',
  boolean: true,
  person: 'xu',
  people: ['xu'],
  choice: null,
};

/** What a node asks for, filled in: fields, lines, and the document that is signed. */
export function filled(node: FlowNode, state: Case | null): TaskContent {
  const requires = 'requires' in node ? node.requires : undefined;
  const fields = Object.fromEntries(
    (requires?.fields ?? []).map((rule) => [rule.name, rule.choices?.[0] ?? SAMPLES[rule.type]]),
  );
  const signed = requires?.signature?.document;
  const digest = signed === undefined ? undefined : (state?.documents[signed]?.digest ?? `${signed}-1`);
  const writes = 'writes' in node ? (node.writes ?? []) : [];
  const missing = writes.filter((key) => state?.documents[key] === undefined);
  const brought = node.kind === 'notice' && signed !== undefined ? [signed] : missing;
  const photos = Array.from({ length: requires?.minPhotos ?? 0 }, (_, index) => `photo-${index}`);
  return {
    fields,
    photos,
    ...(node.kind === 'settle' ? { lines: [{ code: 'wage', fen: 100 }] } : {}),
    ...(brought.length === 0 ? {} : { documents: brought.map((key) => ({ key, digest: `${key}-1` })) }),
    ...(signed === undefined || digest === undefined
      ? {}
      : { signature: { document: signed, digest, mark: 'mark' } }),
  };
}

/** Someone for every node that asks the applicant to choose. */
export const picksIn = (
  flow: FlowDefinition,
  applicant: string,
): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    flow.nodes
      .filter((node) => isHuman(node) && node.assignee.by === 'pick')
      .map((node) => [node.id, [applicant === 'hana' ? 'fang' : 'hana']]),
  );

export const person = (id: string, document?: string, now: Instant = TUESDAY): Actor => ({
  who: 'person',
  id,
  ...(document === undefined
    ? {}
    : { identity: { session: `session-${id}`, level: 'reliable', document, verifiedAt: now } }),
});
export const system = (part: 'timer' | 'documents' | 'provider' | 'staffing' = 'timer'): Actor => ({
  who: 'system',
  part,
});

/** The action that finishes each kind of node. */
export const FINISH = {
  decide: 'agree',
  acknowledge: 'acknowledge',
  form: 'complete',
  task: 'complete',
  interview: 'complete',
  sign: 'sign',
  settle: 'settle',
} as const;

/** One case on its way: does what it is told and keeps the log. A refusal throws unless asked for. */
export class Stage {
  state: Case | null = null;
  readonly log: unknown[] = [];
  private commands = 0;

  constructor(
    readonly version: FlowVersion,
    public now: Instant = TUESDAY,
  ) {}

  node(id: string): FlowNode {
    const node = this.version.definition.nodes.find((one) => one.id === id);
    if (node === undefined) throw new Error(`no node ${id}`);
    return node;
  }

  try(actor: Actor, body: CommandBody, context: Context = contextAt(this.now)) {
    this.commands += 1;
    const command = { id: `c${this.commands}`, caseId: 'case-1', actor, ...body } as Command;
    const moved = transition(this.version, this.state, command, context);
    if (moved.ok) {
      this.state = moved.value.state;
      this.log.push(...moved.value.events);
    }
    return moved;
  }

  do(actor: Actor, body: CommandBody): this {
    const moved = this.try(actor, body);
    if (!moved.ok) throw new Error(`${body.kind}: ${JSON.stringify(moved.refusal)}`);
    return this;
  }

  start(applicant = 'wang'): this {
    const node = this.node(this.version.definition.start);
    const content = filled(node, null);
    const lastDay = localDateOf('2026-04-30');
    const dates = this.version.definition.path === 'request' ? {} : { dates: { lastDay } };
    return this.do(person(applicant, content.signature?.document, this.now), {
      kind: 'start',
      applicant,
      picks: picksIn(this.version.definition, applicant),
      ...dates,
      ...content,
    });
  }

  /** The first open task of a node, or of one of its people. */
  task(nodeId: string, of?: string) {
    const state = this.state;
    const round = state?.nodes[nodeId]?.round ?? 0;
    const tasks = state === null ? [] : tasksOf(state, nodeId, round);
    const task = tasks.find((one) => one.status === 'open' && (of === undefined || one.assignee === of));
    if (task === undefined) throw new Error(`no open task at ${nodeId}`);
    return task;
  }

  /** Whoever's turn it is at a node finishes the task as it should be finished. */
  finish(nodeId: string, of?: string): this {
    const task = this.task(nodeId, of);
    const node = this.node(nodeId);
    const content = filled(node, this.state);
    return this.do(person(task.assignee, content.signature?.document, this.now), {
      kind: FINISH[node.kind as keyof typeof FINISH],
      taskId: task.id,
      round: task.round,
      ...content,
    });
  }
}
