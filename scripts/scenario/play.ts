import { createHash } from 'node:crypto';
import type { Case } from '../../domain/approval/case';
import { tasksOf } from '../../domain/approval/case';
import type { Command, TaskLink } from '../../domain/approval/commands';
import type { Effect } from '../../domain/approval/effects';
import type { Actor, CaseEvent } from '../../domain/approval/events';
import type { FlowVersion } from '../../domain/approval/flow';
import { CORRECTION_FLOW } from '../../domain/approval/flows/correction';
import { publishFlow } from '../../domain/approval/publish-flow';
import type { ApprovalRefusal } from '../../domain/approval/refusals';
import { transition } from '../../domain/approval/transition';
import { nextWakeAt } from '../../domain/approval/wake';
import type { Instant } from '../../domain/time/instant';
import { instantOf } from '../../domain/time/instant';
import { Unable } from '../command';
import type { Scenario, ScenarioStep } from './scenario-file';
import type { World } from './world';
import { changed, contextAt, instantAt, worldOf } from './world';

/** What one step did: by itself, and what the clock did before it. */
export interface Played {
  readonly step: ScenarioStep;
  readonly world: World;
  readonly at: Instant;
  readonly meanwhile: readonly Tick[];
  readonly events: readonly CaseEvent[];
  readonly effects: readonly Effect[];
  readonly refusal: ApprovalRefusal | null;
  readonly replayed: boolean;
  /** The case after the step; null before it began. */
  readonly state: Case | null;
}

export interface Tick {
  readonly at: Instant;
  readonly events: readonly CaseEvent[];
  readonly effects: readonly Effect[];
}

export interface Performance {
  readonly flow: FlowVersion;
  readonly played: readonly Played[];
  /** The whole log, in order. */
  readonly log: readonly CaseEvent[];
}

const CASE = 'case-1';
/** More wakes than any scenario has: a clock that never comes to rest is a bug of the engine. */
const WAKES = 500;

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Plays a scenario from its first step to its last. Throws when its flow cannot be published. */
export function play(scenario: Scenario): Performance {
  const flow = flowOf(scenario);
  const played: Played[] = [];
  const links = new Map<string, TaskLink>();
  let world = worldOf(scenario);
  let state: Case | null = null;
  let now: Instant | null = null;
  for (const [index, step] of scenario.steps.entries()) {
    const at: Instant | null = step.at === undefined ? now : instantAt(step.at, world.zone);
    if (at === null) throw new Unable('the first step needs a time: "at"');
    if (now !== null && at < now) throw new Unable(`step ${index + 1} lies before the one before it`);
    const meanwhile: Tick[] = [];
    if (scenario.timer !== 'off') state = letTimePass(flow, state, world, at, meanwhile);
    if (step.change !== undefined) world = changed(world, step.change);
    const done: Pick<Played, 'events' | 'effects' | 'refusal' | 'replayed' | 'state'> = act(
      flow,
      state,
      world,
      at,
      step,
      `command-${index + 1}`,
      links,
    );
    state = done.state;
    for (const [name, node] of Object.entries(step.keep ?? {})) {
      const task = state === null ? undefined : newestTask(state, node, null);
      if (task === undefined) throw new Unable(`step ${index + 1}: no task at ${node} to keep a link of`);
      links.set(name, { taskId: task.id, round: task.round });
    }
    played.push({ step, world, at, meanwhile, ...done });
    now = at;
  }
  return {
    flow,
    played,
    log: played.flatMap((one) => [...one.meanwhile.flatMap((t) => t.events), ...one.events]),
  };
}

function flowOf({ flow }: Scenario): FlowVersion {
  if (flow !== 'correction' && typeof flow === 'string') throw new Unable(`no flow is called ${flow}`);
  const published = publishFlow(
    flow === 'correction' ? CORRECTION_FLOW : (flow as Exclude<typeof flow, string>),
    sha256,
  );
  if (published.ok) return published.value;
  throw new Unable(`the flow cannot be published: ${JSON.stringify(published.refusal.facts, null, 2)}`);
}

/** A perfect timer: it looks at the case at every moment that the case asked for, until `until`. */
function letTimePass(
  flow: FlowVersion,
  before: Case | null,
  world: World,
  until: Instant,
  ticks: Tick[],
): Case | null {
  let state = before;
  for (let wakes = 0; state !== null; wakes += 1) {
    if (wakes > WAKES) throw new Error('the clock does not come to rest');
    const wake = nextWakeAt(state);
    if (wake === null || wake > until) break;
    const command: Command = {
      id: `tick-${state.seq}-${wake}`,
      caseId: state.id,
      kind: 'tick',
      actor: { who: 'system', part: 'timer' },
    };
    const ticked = transition(flow, state, command, contextAt(world, wake));
    if (!ticked.ok) throw new Unable(`the clock was refused: ${ticked.refusal.code}`);
    ticks.push({ at: wake, events: ticked.value.events, effects: ticked.value.effects });
    state = ticked.value.state;
  }
  return state;
}

function act(
  flow: FlowVersion,
  before: Case | null,
  world: World,
  at: Instant,
  step: ScenarioStep,
  id: string,
  links: ReadonlyMap<string, TaskLink>,
): Pick<Played, 'events' | 'effects' | 'refusal' | 'replayed' | 'state'> {
  const events: CaseEvent[] = [];
  const effects: Effect[] = [];
  let state = before;
  let replayed = false;
  const times = step.does === undefined || step.does === 'nothing' ? 0 : (step.times ?? 1);
  for (let time = 0; time < times; time += 1) {
    const own = step.tap ?? (time === 0 ? id : `${id}-${time}`);
    const command = commandOf(step, own, state, world, at, links);
    const moved = transition(flow, state, command, contextAt(world, at));
    if (!moved.ok) return { events, effects, refusal: moved.refusal, replayed: false, state };
    events.push(...moved.value.events);
    effects.push(...moved.value.effects);
    ({ state, replayed } = moved.value);
  }
  return { events, effects, refusal: null, replayed, state };
}

const LINKED: readonly string[] = [
  ...['agree', 'reject', 'acknowledge', 'object', 'complete', 'sign', 'settle'],
  ...['return', 'transfer', 'addSigner', 'proposeDate', 'askForTalk', 'changeDocument'],
];

function commandOf(
  step: ScenarioStep,
  id: string,
  state: Case | null,
  world: World,
  at: Instant,
  links: ReadonlyMap<string, TaskLink>,
): Command {
  const { does, fields, photos, lines, comment, documents, signature, dates } = step;
  const content = {
    ...(fields === undefined ? {} : { fields }),
    ...(photos === undefined ? {} : { photos }),
    ...(lines === undefined ? {} : { lines }),
    ...(comment === undefined ? {} : { comment }),
    ...(documents === undefined
      ? {}
      : { documents: Object.entries(documents).map(([key, digest]) => ({ key, digest })) }),
    ...(signature === undefined ? {} : { signature: { ...signature, mark: `mark-of-${step.by ?? ''}` } }),
    ...(dates === undefined ? {} : { dates: datesOf(dates, world) }),
  };
  const link = LINKED.includes(does ?? '') ? linkOf(step, state, links) : {};
  const applicant = does === 'start' ? { applicant: step.by } : {};
  const base = { id, caseId: CASE, kind: does, actor: actorOf(step, at) };
  // The schema has checked the step; the engine refuses what is wrong in substance.
  return { ...base, ...applicant, ...link, ...content, ...step.with } as unknown as Command;
}

function actorOf(step: ScenarioStep, at: Instant): Actor {
  const by = step.by ?? 'system:timer';
  if (by.startsWith('system:'))
    return { who: 'system', part: by.slice(7) as Extract<Actor, { who: 'system' }>['part'] };
  if (step.identity === undefined) return { who: 'person', id: by };
  const { level, minutesAgo = 0, document = step.signature?.document ?? '' } = step.identity;
  const verifiedAt = instantOf(at - minutesAgo * 60_000);
  return { who: 'person', id: by, identity: { session: `session-of-${by}`, level, document, verifiedAt } };
}

function linkOf(step: ScenarioStep, state: Case | null, links: ReadonlyMap<string, TaskLink>): TaskLink {
  if (step.link !== undefined) {
    const kept = links.get(step.link);
    if (kept === undefined) throw new Unable(`no step kept a link called ${step.link}`);
    return kept;
  }
  const node = step.task ?? '';
  const task = state === null ? undefined : newestTask(state, node, step.by ?? null);
  return task === undefined ? { taskId: `${node}#0`, round: 0 } : { taskId: task.id, round: task.round };
}

/** The newest task of a node: the actor's own before others', open ones before what is over. */
function newestTask(state: Case, node: string, person: string | null) {
  const rank = (task: ReturnType<typeof tasksOf>[number]) =>
    (task.assignee === person || task.onBehalfOf === person ? 2 : 0) + (task.status === 'open' ? 1 : 0);
  const rounds = state.nodes[node]?.round ?? 0;
  for (let round = rounds; round > 0; round -= 1) {
    const tasks = [...tasksOf(state, node, round)].sort((a, b) => rank(b) - rank(a));
    if (tasks[0] !== undefined) return tasks[0];
  }
  return undefined;
}

const datesOf = (dates: Readonly<Record<string, string>>, { zone }: World) =>
  Object.fromEntries(
    Object.entries(dates).map(([name, text]) => [name, name === 'accessEnd' ? instantAt(text, zone) : text]),
  );
