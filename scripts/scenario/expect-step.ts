import { isDeepStrictEqual } from 'node:util';
import type { Case } from '../../domain/approval/case';
import { isValid, openNodes } from '../../domain/approval/case';
import type { Effect } from '../../domain/approval/effects';
import { nextWakeAt } from '../../domain/approval/wake';
import type { Played } from './play';
import type { Expectation } from './scenario-file';
import { localTimeOf } from './world';

/** 'li: task.opened', one line for each person who hears something. */
export const messagesIn = (effects: readonly Effect[]): readonly string[] =>
  effects.flatMap((effect) =>
    effect.do === 'notify' ? effect.to.map((id) => `${id}: ${effect.message}`) : [],
  );

/** What the server must do beside telling people. */
export const deedsIn = (effects: readonly Effect[]): readonly string[] =>
  effects.map((effect) => effect.do).filter((name) => name !== 'notify' && name !== 'closeInbox');

/** Open nodes with those whose turn it is; nobody where the case waits for something else. */
export const openIn = (state: Case | null): Readonly<Record<string, readonly string[]>> =>
  state === null
    ? {}
    : Object.fromEntries(
        openNodes(state).map(({ id, round }) => [
          id,
          Object.values(state.tasks)
            .filter((task) => task.nodeId === id && task.round === round && task.status === 'open')
            .map((task) => task.assignee),
        ]),
      );

const signersIn = (state: Case | null, document: string): readonly string[] => [
  ...new Set(
    (state?.signatures ?? [])
      .filter((one) => one.document === document && state !== null && isValid(state, one))
      .map((one) => one.person),
  ),
];

/** Where a step differs from what it expects, in sentences; none when it is as expected. */
export function differencesIn(played: Played): readonly string[] {
  const { step, state, world } = played;
  const expect: Expectation = step.expect ?? {};
  const found: string[] = [];
  const same = (what: string, expected: unknown, actual: unknown) => {
    if (!isDeepStrictEqual(expected, actual))
      found.push(`${what}: expected ${JSON.stringify(expected)}, was ${JSON.stringify(actual)}`);
  };
  found.push(...refusalDiffers(played, expect));
  const timeAt = (at: Parameters<typeof localTimeOf>[0] | null | undefined) =>
    at == null ? null : localTimeOf(at, world.zone);
  if (expect.replayed !== undefined) same('replayed', expect.replayed, played.replayed);
  if (expect.events !== undefined)
    same(
      'events',
      expect.events,
      played.events.map((event) => event.body.type),
    );
  if (expect.open !== undefined) same('open', expect.open, openIn(state));
  if (expect.messages !== undefined) same('messages', expect.messages, messagesIn(played.effects));
  if (expect.effects !== undefined) same('effects', expect.effects, deedsIn(played.effects));
  if (expect.result !== undefined) same('result', expect.result, state?.result ?? null);
  if (expect.wakesAt !== undefined)
    same('wakesAt', expect.wakesAt, state === null ? null : timeAt(nextWakeAt(state)));
  for (const [node, due] of Object.entries(expect.due ?? {}))
    same(`due of ${node}`, due, timeAt(state?.nodes[node]?.dueAt));
  for (const [node, code] of Object.entries(expect.dueProblem ?? {}))
    same(`dueProblem of ${node}`, code, state?.nodes[node]?.dueProblem?.code ?? null);
  for (const [node, code] of Object.entries(expect.stalled ?? {}))
    same(`stalled of ${node}`, code, state?.nodes[node]?.stalled?.code ?? null);
  for (const [document, people] of Object.entries(expect.signed ?? {}))
    same(`signed on ${document}`, people, signersIn(state, document));
  const { meanwhile } = expect;
  if (meanwhile?.events !== undefined)
    same(
      'meanwhile events',
      meanwhile.events,
      played.meanwhile.flatMap((tick) => tick.events.map((event) => event.body.type)),
    );
  if (meanwhile?.messages !== undefined)
    same(
      'meanwhile messages',
      meanwhile.messages,
      played.meanwhile.flatMap((tick) => messagesIn(tick.effects)),
    );
  return found;
}

/** Facts are compared one by one: a scenario names those that matter. A step that expects no refusal must move. */
function refusalDiffers({ refusal }: Played, { refused }: Expectation): readonly string[] {
  const expected = typeof refused === 'string' ? { code: refused, facts: {} } : refused;
  if (expected === undefined)
    return refusal === null ? [] : [`refused: ${refusal.code} ${JSON.stringify(refusal.facts)}`];
  if (refusal?.code !== expected.code)
    return [`refused: expected ${expected.code}, was ${refusal?.code ?? 'moved'}`];
  const facts = refusal.facts as Readonly<Record<string, unknown>>;
  return Object.entries(expected.facts ?? {})
    .filter(([name, value]) => !isDeepStrictEqual(facts[name], value))
    .map(
      ([name, value]) =>
        `fact ${name}: expected ${JSON.stringify(value)}, was ${JSON.stringify(facts[name])}`,
    );
}
