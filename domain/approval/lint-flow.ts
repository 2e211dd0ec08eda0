import type { FlowDefinition } from './flow';
import type { FlawCode, FlowFlaw } from './lint/flaw';
import { lintLaw } from './lint/lint-law';
import { lintNotice } from './lint/lint-notice';
import { lintPeople } from './lint/lint-people';
import { lintShape } from './lint/lint-shape';

/**
 * Everything that stands against publishing a draft (the leaving rules §3). The shape comes first: while nodes are
 * missing or ambiguous nothing else can be said of the flow.
 */
export function lintFlow(flow: FlowDefinition): readonly FlowFlaw[] {
  const shape = lintShape(flow);
  const broken = shape.some(({ code }) => BREAKING.includes(code));
  return broken ? shape : [...shape, ...lintPeople(flow), ...lintLaw(flow), ...lintNotice(flow)];
}

/** While one of these stands, asking for ways through the flow has no answer. */
const BREAKING: readonly FlawCode[] = [
  'flow.no-start',
  'flow.duplicate-node',
  'flow.unknown-node',
  'flow.cycle-with-two-entries',
];
