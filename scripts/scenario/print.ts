import type { CaseEvent } from '../../domain/approval/events';
import { deedsIn, differencesIn, messagesIn, openIn } from './expect-step';
import type { Performance, Played } from './play';
import type { Scenario } from './scenario-file';
import { localTimeOf } from './world';

/** The whole play as text: each step with its events, open tasks and messages, and where it differs. */
export function printPerformance(scenario: Scenario, performance: Performance): string {
  return [scenario.title, ...performance.played.map(printStep)].join('\n\n');
}

function printStep(played: Played, index: number): string {
  const { step, at, world, meanwhile, events, effects, state, refusal, replayed } = played;
  const lines: string[] = [];
  for (const tick of meanwhile) {
    lines.push(`  … ${localTimeOf(tick.at, world.zone)} the clock`);
    lines.push(...detail(tick.events, messagesIn(tick.effects), deedsIn(tick.effects)));
  }
  const who = step.by ?? 'the clock';
  const what = [step.does ?? 'nothing', step.task ?? step.link ?? ''].join(' ').trim();
  lines.push(
    `${index + 1}. ${localTimeOf(at, world.zone)} ${who}: ${what}${step.note === undefined ? '' : ` — ${step.note}`}`,
  );
  if (refusal !== null) lines.push(`   refused: ${refusal.code} ${JSON.stringify(refusal.facts)}`);
  if (replayed) lines.push('   answered before: the same answer again');
  lines.push(...detail(events, messagesIn(effects), deedsIn(effects)));
  const open = Object.entries(openIn(state)).map(
    ([node, people]) => `${node} (${people.join(', ') || 'waits'})`,
  );
  lines.push(`   open: ${open.join(', ') || (state?.result ?? 'nothing')}`);
  lines.push(...differencesIn(played).map((difference) => `   ✗ ${difference}`));
  return lines.join('\n');
}

const detail = (
  events: readonly CaseEvent[],
  messages: readonly string[],
  deeds: readonly string[],
): string[] => [
  ...events.map((event) => `     ${event.seq} ${summary(event)}`),
  ...messages.map((message) => `     → ${message}`),
  ...deeds.map((deed) => `     ⇒ ${deed}`),
];

/** The event with what tells it apart: node or task, people, outcome. */
function summary({ body }: CaseEvent): string {
  const told = Object.entries(body)
    .filter(([name, value]) => name !== 'type' && name !== 'round' && value !== null && isShort(value))
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.join('+') : String(value)}`);
  return [body.type, ...told].join(' ');
}

const isShort = (value: unknown): boolean =>
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string') && value.length > 0);
