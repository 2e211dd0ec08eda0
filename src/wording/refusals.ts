import type { RefusalCode } from '@contract/refusals';
import { ofCases, ofCorrections, ofSignatures } from './refusals/of-cases';
import { ofIdentity } from './refusals/of-identity';
import { ofDepartments } from './refusals/of-departments';
import { ofHandovers } from './refusals/of-handovers';
import { ofDuties } from './refusals/of-duties';
import { ofDelegations } from './refusals/of-delegations';
import { ofLeaving } from './refusals/of-leaving';
import { ofMonths } from './refusals/of-months';
import { ofPapers } from './refusals/of-papers';
import { ofRequests } from './refusals/of-requests';
import { ofPunches } from './refusals/of-punches';
import { ofSessions } from './refusals/of-sessions';
import { ofTables } from './refusals/of-tables';
import { ofRosters } from './refusals/of-rosters';
import { ofRules } from './refusals/of-rules';
import { ofStaff } from './refusals/of-staff';
import type { Wording } from './refusals/wording';
import type { Sentence } from './sentence';

/**
 * Every expected "no" of the product in Chinese: what is so and what comes next, without blame and without
 * codes. A code that is missing here does not compile.
 */
export const REFUSALS: Wording<RefusalCode> = {
  ...ofSessions,
  ...ofPunches,
  ...ofCases,
  ...ofCorrections,
  ...ofRequests,
  ...ofDelegations,
  ...ofDuties,
  ...ofHandovers,
  ...ofSignatures,
  ...ofDepartments,
  ...ofIdentity,
  ...ofLeaving,
  ...ofMonths,
  ...ofRules,
  ...ofStaff,
  ...ofRosters,
  ...ofTables,
  ...ofPapers,
};

/** A refusal as it comes off the wire. A newer server may know codes that this phone does not. */
export interface AnyRefusal {
  readonly code: string;
  readonly facts: unknown;
}

export function refusalSentence({ code, facts }: AnyRefusal): Sentence {
  if (!Object.prototype.hasOwnProperty.call(REFUSALS, code))
    return { text: '现在还不行。请更新小程序后再试' };
  // Code and facts travel together and the server's types keep them together.
  const word = REFUSALS[code as RefusalCode] as (facts: unknown) => Sentence;
  return word(facts);
}
