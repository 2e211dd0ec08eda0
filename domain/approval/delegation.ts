import type { Instant } from '../time/instant';
import type { Directory } from './directory';
import { canBeAsked } from './directory';
import type { PersonId } from './names';

/** Someone away lets another person act: for the flows named, or for all. Half-open [since, until). */
export interface Delegation {
  readonly from: PersonId;
  readonly to: PersonId;
  readonly since: Instant;
  readonly until: Instant;
  readonly flows?: readonly string[];
}

export interface StandIn {
  readonly person: PersonId;
  /** The earliest end among the delegations that lead to this person. */
  readonly until: Instant;
}

export interface StandInQuestion {
  readonly person: PersonId;
  readonly flowId: string;
  readonly now: Instant;
  readonly delegations: readonly Delegation[];
  readonly directory: Directory;
  /** Never stand-ins: the applicant, and those who are asked in the same node already. */
  readonly except: readonly PersonId[];
}

/**
 * Who acts for a person now. Follows a stand-in who is away too; a circle, someone who leaves, or the applicant at
 * the end of the chain means nobody: the task stays with the person.
 */
export function standInFor(question: StandInQuestion): StandIn | null {
  const { person, flowId, now, delegations, directory, except } = question;
  const seen = new Set([person]);
  let standIn: StandIn | null = null;
  for (let at = person; ;) {
    const next = delegations.find(
      (delegation) =>
        delegation.from === at &&
        delegation.since <= now &&
        now < delegation.until &&
        (delegation.flows === undefined || delegation.flows.includes(flowId)),
    );
    if (next === undefined) break;
    if (seen.has(next.to)) return null;
    seen.add(next.to);
    at = next.to;
    const until: Instant = standIn !== null && standIn.until < next.until ? standIn.until : next.until;
    standIn = { person: at, until };
  }
  if (standIn === null || except.includes(standIn.person) || !canBeAsked(directory, standIn.person, now))
    return null;
  return standIn;
}
