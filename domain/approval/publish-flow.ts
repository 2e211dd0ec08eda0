import type { Result } from '../result';
import { canonicalJson } from '../evidence/canonical-json';
import { ok } from '../result';
import type { FlowDefinition, FlowVersion } from './flow';
import { lintFlow } from './lint-flow';
import type { Digest } from './names';
import type { ApprovalRefusal } from './refusals';
import { no } from './refusals';

/**
 * Makes a version of a draft: frozen, with the digest of its canonical text. `digestOf` is SHA-256 in hex, given by
 * the server. Refused with every flaw, each with node, field and reason.
 */
export function publishFlow(
  draft: FlowDefinition,
  digestOf: (text: string) => Digest,
): Result<FlowVersion, ApprovalRefusal> {
  const flaws = lintFlow(draft);
  if (flaws.length > 0) return no('flow.not-publishable', { flaws });
  const text = flowText(draft);
  // A copy of its own: whoever edits the draft afterwards edits nothing that was published.
  const definition = frozen(JSON.parse(text) as FlowDefinition);
  return ok(Object.freeze({ definition, digest: digestOf(text) }));
}

/** The one text of a definition; absent properties do not count. */
export const flowText = (definition: FlowDefinition): string =>
  canonicalJson(JSON.parse(JSON.stringify(definition)));

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
