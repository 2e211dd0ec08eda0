import fc from 'fast-check';
import type { Case } from '@domain/approval/case';
import { openTasks } from '@domain/approval/case';
import type { CommandBody } from '@domain/approval/commands';
import type { FlowVersion, HumanNode, Outcome } from '@domain/approval/flow';
import { isHuman } from '@domain/approval/flow';
import { outcomesOf } from '@domain/approval/lint/outcomes';
import { FINISH, FLOW_NAMES, filled, flowOf, person } from './cast';
import { throwDice, throws } from './dice';
import { WildCase } from './wild-case';

jest.setTimeout(60_000);

/** Enough for every way back to be walked and walked away from again. */
const ROUNDS = 2;

/** What tells two states apart for the flow: where it stands, whose turn it is, what is carried. */
const keyOf = (state: Case): string =>
  JSON.stringify([
    state.status,
    state.result,
    Object.values(state.nodes).map(({ id, status, round, outcome, resumeAt, carried }) => [
      id,
      status,
      round,
      outcome,
      resumeAt,
      carried.length,
    ]),
    openTasks(state).map(({ nodeId, assignee }) => [nodeId, assignee]),
  ]);

interface Explored {
  readonly states: readonly WildCase[];
  readonly outcomes: ReadonlySet<string>;
  readonly opened: ReadonlySet<string>;
}

/** Every state that proper answers, refusals and returns lead to. */
function explore(version: FlowVersion): Explored {
  const outcomes = new Set<string>();
  const opened = new Set<string>();
  const found = new Map<string, WildCase>();
  const waiting = [new WildCase(version)];
  for (let wild = waiting.pop(); wild !== undefined; wild = waiting.pop()) {
    const { state } = wild;
    if (state === null || found.has(keyOf(state))) continue;
    found.set(keyOf(state), wild);
    for (const { body } of wild.log) {
      if (body.type === 'nodeOpened') opened.add(body.nodeId);
      if (body.type === 'nodeClosed') outcomes.add(`${body.nodeId} ${body.outcome}`);
    }
    if (Object.values(state.nodes).some((node) => node.round > ROUNDS)) continue;
    for (const [id, body] of answersIn(wild, state)) {
      const next = wild.copy();
      if (
        next.send(person(id, 'signature' in body ? body.signature?.document : undefined, next.now), body)
          .result.ok
      )
        waiting.push(next);
    }
  }
  return { states: [...found.values()], outcomes, opened };
}

function answersIn(wild: WildCase, state: Case): readonly (readonly [string, CommandBody])[] {
  return openTasks(state).flatMap((task) => {
    const node = wild.version.definition.nodes.find((one) => one.id === task.nodeId);
    if (node === undefined || !isHuman(node)) return [];
    const link = { taskId: task.id, round: task.round };
    const bodies = [
      { kind: FINISH[node.kind], ...link, ...filled(node, state) } as CommandBody,
      ...(['reject', 'object'] as const)
        .filter((kind) => node.actions.includes(kind))
        .map((kind): CommandBody => ({ kind, ...link, comment: 'no' })),
      ...returnsOf(node).map((one): CommandBody => ({ kind: 'return', ...link, ...one, reason: 'please' })),
    ];
    return bodies.map((body) => [task.assignee, body] as const);
  });
}

function returnsOf({ returns }: HumanNode) {
  if (returns === undefined) return [];
  const policies = returns.policy === 'returnerChooses' ? (['restart', 'resume'] as const) : [returns.policy];
  return returns.to.flatMap((to) => policies.map((policy) => ({ to, policy })));
}

const SMALL = FLOW_NAMES.filter((name) => name !== 'leaving');
/** What only the clock, an administrator or a condition brings about; the scenarios show each. */
const NOT_BY_ANSWER: readonly Outcome[] = ['waived', 'lapsed', 'skipped'];

describe.each(SMALL)('in the flow %s', (name) => {
  const version = flowOf(name);
  const { states, outcomes, opened } = explore(version);

  it('every node is reached and ends in every way it can', () => {
    const { nodes, start } = version.definition;
    const people = nodes.filter((node) => isHuman(node) && node.id !== start);
    expect(people.map((node) => node.id).filter((id) => !opened.has(id))).toEqual([]);
    const expected = nodes.flatMap((node) =>
      outcomesOf(node)
        .filter((outcome) => !NOT_BY_ANSWER.includes(outcome))
        .map((outcome) => `${node.id} ${outcome}`),
    );
    expect(expected.filter((one) => !outcomes.has(one))).toEqual([]);
  });

  it('every state that can be reached can end', () => {
    expect(states.length).toBeGreaterThan(3);
    for (const wild of states) endsIn(wild.copy(), 40);
  });
});

it.each(FLOW_NAMES)('whatever has happened in %s, people who do their part bring it to its end', (name) => {
  const version = flowOf(name);
  fc.assert(
    fc.property(throws, (dice) => {
      const wild = new WildCase(version);
      dice.forEach((one) => throwDice(wild, one));
      endsIn(wild, 60);
    }),
    { numRuns: 40 },
  );
});

function endsIn(wild: WildCase, rushes: number): void {
  for (let left = rushes; left > 0 && wild.state?.status === 'running'; left -= 1) wild.rush();
  expect(wild.state?.status).toBe('closed');
}
