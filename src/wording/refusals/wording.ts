import type { RefusalCode, RefusalFacts } from '@contract/refusals';
import type { Sentence } from '../sentence';

/** A sentence for each of these codes, out of the code's own facts. */
export type Wording<Codes extends RefusalCode> = {
  readonly [Code in Codes]: (facts: RefusalFacts[Code]) => Sentence;
};

/** The codes that begin with this word: 'punch' for 'punch.outside-fence' and the like. */
export type CodesOf<Topic extends string> = Extract<RefusalCode, `${Topic}.${string}`>;
