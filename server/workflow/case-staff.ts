import { participantsOf } from '@domain/approval/case';
import { type FlowDefinition, isHuman } from '@domain/approval/flow';
import type { Fields, PersonId } from '@domain/approval/names';
import type { Caller } from '../caller';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import type { CaseDocument } from '../repositories/cases';
import { shippedFlow } from './shipped-flows';
import { readStaff, type Staff, type StaffEntry, staffEntry } from './staff';

/** The people of a case, with the caller and the applicant as they are known without another read. */
export function staffOf(
  ports: Ports,
  org: Organisation,
  caller: Caller,
  stored: CaseDocument | null,
  more: readonly string[] = [],
): Promise<Staff> {
  const known = [staffEntry(org, caller.employment, ports.clock.now()), ...keptApplicant(org, stored)];
  return readStaff(ports, org, known, [...(stored ? peopleOf(ports, stored) : []), ...more]);
}

/** The applicant as the case kept him; not under another organisation, where somebody else may lead him. */
export const keptApplicant = (
  { revision }: Organisation,
  stored: CaseDocument | null,
): readonly StaffEntry[] => (stored?.applicant?.under === revision ? [stored.applicant] : []);

/** Everybody who has a part, and those whom forms name for a later step. */
export function peopleOf({ ids }: Ports, { flowId, flowVersion, state }: CaseDocument): readonly PersonId[] {
  const { definition } = shippedFlow(ids, flowId, flowVersion);
  const named = Object.entries(state.forms).flatMap(([nodeId, fields]) =>
    peopleIn(definition, nodeId, fields),
  );
  return [...participantsOf(state), ...named];
}

/** The people that a form of a node names. */
export function peopleIn(flow: FlowDefinition, nodeId: string, fields: Fields): readonly PersonId[] {
  const node = flow.nodes.find(({ id }) => id === nodeId);
  if (!node || !isHuman(node)) return [];
  return (node.requires?.fields ?? [])
    .filter(({ type }) => type === 'person' || type === 'people')
    .flatMap(({ name }) => fields[name] ?? [])
    .filter((value): value is string => typeof value === 'string');
}
