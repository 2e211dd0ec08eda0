import * as z from 'zod/mini';
import type {
  CorrectionsValue,
  LeavesValue,
  OvertimeValue,
  SettingsValue,
  SpecialDaysValue,
} from '@contract/company-values';
import type { PlaceValue, RuleValue, ShiftValue } from '@contract/rule-values';
import { lazily } from '@contract/lazily';
import type { Database } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'ruleDrafts';
const MOST = 1000;

/** What HR can change, with its value; checked by the contract and the domain before it was written. */
export type RuleItem =
  | { readonly kind: 'rule'; readonly id: string; readonly value: RuleValue }
  | { readonly kind: 'shift'; readonly id: string; readonly value: ShiftValue }
  | { readonly kind: 'place'; readonly id: string; readonly value: PlaceValue }
  | { readonly kind: 'overtime'; readonly id: string; readonly value: OvertimeValue }
  | { readonly kind: 'settings'; readonly id: 'company'; readonly value: SettingsValue }
  | { readonly kind: 'specialDays'; readonly id: 'company'; readonly value: SpecialDaysValue }
  | { readonly kind: 'leaves'; readonly id: 'company'; readonly value: LeavesValue }
  | { readonly kind: 'corrections'; readonly id: 'company'; readonly value: CorrectionsValue };

export type ItemKind = RuleItem['kind'];

/** One document an item, so that two people who change different rules never meet. */
const draftDocument = lazily(() =>
  z.object({
    /** kind:id */
    _id: z.string(),
    kind: z.enum(['rule', 'shift', 'place', 'overtime', 'settings', 'specialDays', 'leaves', 'corrections']),
    id: z.string(),
    value: z.custom<RuleItem['value']>((value) => typeof value === 'object' && value !== null),
    /** Grows with every save; who saves names the one he saw. */
    revision: z.int(),
    /** `draft`: waits for publishing; `settled`: published or given up, and only the revision still counts. */
    state: z.enum(['draft', 'settled']),
    /** Whose rules it belongs to: a branch's, or the whole company's. */
    branchId: z.nullable(z.string()),
    byId: z.string(),
    byName: z.string(),
    at: z.int(),
    /** The save that made this revision: a repeat of it is not a second edit. */
    commandId: z.string(),
  }),
);

export type RuleDraft = z.output<ReturnType<typeof draftDocument>>;

export interface DraftEdit {
  readonly before: RuleDraft | null;
  readonly after: RuleDraft;
}

/** Ends a transaction without a trace. */
class SeenIsOld extends Error {}

const parse = (document: unknown): RuleDraft => parseDocument(COLLECTION, draftDocument, document);

export const draftKey = ({ kind, id }: { readonly kind: string; readonly id: string }): string =>
  `${kind}:${id}`;

export const itemOf = ({ kind, id, value }: RuleDraft): RuleItem => ({ kind, id, value }) as RuleItem;

export const ruleDrafts = {
  async read(database: Database, key: string): Promise<RuleDraft | null> {
    const found = await database.read(COLLECTION, key);
    return found === null ? null : parse(found);
  },
  /** Every item that was ever edited, settled ones too: their revisions are what editors have seen. */
  async all(database: Database): Promise<readonly RuleDraft[]> {
    return (await database.find(COLLECTION, {}, { limit: MOST })).map(parse);
  },
  /**
   * Writes over the revisions that were seen, all or none; resolves to false when somebody was there before.
   */
  async writeAll(database: Database, edits: readonly DraftEdit[]): Promise<boolean> {
    try {
      const written = await database.transaction(async (transaction) => {
        for (const { before, after } of edits) {
          const { _id, ...fields } = after;
          if (before === null) await transaction.add(COLLECTION, after);
          else {
            const stands = parse(await transaction.read(COLLECTION, _id));
            if (stands.revision !== before.revision) throw new SeenIsOld();
            await transaction.update(COLLECTION, _id, { set: fields });
          }
        }
        return true;
      });
      return written === true;
    } catch (error) {
      if (error instanceof SeenIsOld) return false;
      throw error;
    }
  },
  /** What was published is no draft any more, unless it was changed again meanwhile. */
  settle: (database: Database, key: string, revision: number): Promise<boolean> =>
    database.updateWhere(COLLECTION, key, { revision, state: 'draft' }, { set: { state: 'settled' } }),
};
