import type { FlowVersion } from '@domain/approval/flow';
import { CORRECTION_FLOW } from '@domain/approval/flows/correction';
import { OUTSIDE_PUNCH_FLOW } from '@domain/approval/flows/outside-punch';
import { REQUEST_FLOWS } from '@domain/approval/flows/requests';
import { SWAP_FLOW } from '@domain/approval/flows/swap';
import { LEAVING_FLOWS } from '@domain/offboarding/flows/leaving-flows';
import { publishFlow } from '@domain/approval/publish-flow';
import type { Ids } from '../ports';

/** The flows that come with the product; every version ever shipped stays, because running cases keep theirs. */
const SHIPPED = [CORRECTION_FLOW, OUTSIDE_PUNCH_FLOW, ...REQUEST_FLOWS, SWAP_FLOW, ...LEAVING_FLOWS];

/** Every flow once, with the title of its newest version. */
export const shippedTitles = (): readonly { readonly id: string; readonly title: string }[] => [
  ...new Map(SHIPPED.map(({ id, title }) => [id, { id, title }])).values(),
];

const published = new Map<string, FlowVersion>();

/** A shipped version. Publishing lints it once an instance; one that does not pass is a bug. */
export function shippedFlow(ids: Ids, flowId: string, version?: number): FlowVersion {
  const versions = SHIPPED.filter(({ id }) => id === flowId);
  const wanted = version ?? Math.max(...versions.map((flow) => flow.version));
  const key = `${flowId}:${wanted}`;
  const known = published.get(key);
  if (known) return known;
  const definition = versions.find((flow) => flow.version === wanted);
  if (!definition) throw new Error(`no flow ${key} was ever shipped`);
  const result = publishFlow(definition, (text) => ids.digest(text));
  if (!result.ok) throw new Error(`the shipped flow ${key} does not pass the lint: ${result.refusal.code}`);
  published.set(key, result.value);
  return result.value;
}
