import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { foldEvents } from '@domain/approval/apply-event';
import { COMMAND_KINDS } from '@domain/approval/commands';
import { ENGINE_MESSAGES } from '@domain/approval/effects';
import { APPROVAL_REFUSAL_CODES } from '@domain/approval/refusals';
import { differencesIn } from '../../../scripts/scenario/expect-step';
import type { Played } from '../../../scripts/scenario/play';
import { play } from '../../../scripts/scenario/play';
import { readScenario } from '../../../scripts/scenario/scenario-file';

jest.setTimeout(60_000);

const FOLDER = path.join(__dirname, '../../scenarios/approval');

const scenarios = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => readScenario(readFileSync(path.join(FOLDER, file), 'utf8')));

describe('workflow scenarios', () => {
  it.each(scenarios.map((scenario) => [scenario.title, scenario] as const))('%s', (_title, scenario) => {
    const { played, log } = play(scenario);
    const differences = played.flatMap((one, index) =>
      differencesIn(one).map((difference) => `step ${index + 1}: ${difference}`),
    );
    expect(differences).toEqual([]);

    // Whatever happened, the log alone gives the case.
    const folded = foldEvents(JSON.parse(JSON.stringify(log)));
    expect(folded).toEqual({ ok: true, value: played[played.length - 1]?.state ?? null });
  });

  it('have titles that tell them apart', () =>
    expect(new Set(scenarios.map(({ title }) => title)).size).toBe(scenarios.length));
});

describe('between them the scenarios show', () => {
  let played: readonly Played[] = [];
  beforeAll(() => {
    played = scenarios.flatMap((scenario) => play(scenario).played);
  });

  it('every refusal, but for those that answer no command', () => {
    const answers = played.flatMap(({ refusal }) => (refusal === null ? [] : [refusal.code]));
    const nodes = played.flatMap(({ state }) => Object.values(state?.nodes ?? {}));
    const problems = nodes
      .flatMap((node) => [node.dueProblem, node.stalled])
      .flatMap((one) => one?.code ?? []);
    const elsewhere = [
      'case.other-flow',
      'flow.not-publishable',
      'due.no-working-hours',
      'log.gap',
      'log.other-case',
    ];
    const shown = new Set<string>([...answers, ...problems, ...elsewhere]);
    expect(APPROVAL_REFUSAL_CODES.filter((code) => !shown.has(code))).toEqual([]);
  });

  it('every command that moves a case', () => {
    const moved = new Set(played.filter(({ events }) => events.length > 0).map(({ step }) => step.does));
    expect(COMMAND_KINDS.filter((kind) => !moved.has(kind))).toEqual([]);
  });

  it('every message of the engine', () => {
    const effects = played.flatMap((one) => [
      ...one.effects,
      ...one.meanwhile.flatMap((tick) => tick.effects),
    ]);
    const sent = new Set(effects.flatMap((effect) => (effect.do === 'notify' ? [effect.message] : [])));
    expect(ENGINE_MESSAGES.filter((message) => !sent.has(message))).toEqual([]);
  });
});
