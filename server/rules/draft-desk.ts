import { createRuleBook, type RuleBook } from '@domain/schedule/rule-book';
import { type LocalDate } from '@domain/time/local-date';
import { createWorkdayCalendar } from '@domain/time/workday-calendar';
import type { Caller } from '../caller';
import { organisation, type Organisation, todayIn } from '../organisation';
import type { Ports } from '../ports';
import {
  type DraftEdit,
  draftKey,
  itemOf,
  type RuleDraft,
  ruleDrafts,
  type RuleItem,
} from '../repositories/rule-drafts';
import { applyDrafts, type RuleParts } from './apply-drafts';
import type { DraftContext } from './found-problems';
import { keeperOf, type RuleKeeper } from './rule-keeper';

/** What is published, what is drafted over it, and what the caller may do about it. */
export interface DraftDesk {
  readonly org: Organisation;
  readonly keeper: RuleKeeper;
  readonly today: LocalDate;
  /** By key, settled ones too. */
  readonly drafts: ReadonlyMap<string, RuleDraft>;
  /** Everybody's drafts over what is published. */
  readonly parts: RuleParts;
}

/** Two reads side by side; a third when this instance has not met the organisation. */
export async function readDraftDesk(ports: Ports, caller: Caller): Promise<DraftDesk> {
  const [org, all] = await Promise.all([organisation(ports), ruleDrafts.all(ports.database)]);
  const drafts = new Map(all.map((draft) => [draft._id, draft]));
  return {
    org,
    keeper: keeperOf(caller, org.published),
    today: todayIn(org.zone, ports.clock.now()),
    drafts,
    parts: applyDrafts(org.published, waiting(drafts.values()).map(itemOf)).parts,
  };
}

/** Drafts that wait to be published, in a steady order. */
export const waiting = (drafts: Iterable<RuleDraft>): RuleDraft[] =>
  [...drafts].filter(({ state }) => state === 'draft').sort((a, b) => (a._id < b._id ? -1 : 1));

/** The drafts with one edit in the place of its own. */
export const itemsWith = ({ drafts }: DraftDesk, item: RuleItem): RuleItem[] => [
  ...waiting(drafts.values())
    .filter(({ _id }) => _id !== draftKey(item))
    .map(itemOf),
  item,
];

export const contextOf = ({ org, today }: DraftDesk, parts: RuleParts): DraftContext => ({
  published: org.published,
  parts,
  today,
  zoneExists: (name) => org.book.source.zones(name) !== null,
});

/** The book of the organisation once its parts are these. Throws when a rule's zone is unknown: check the items first. */
export function bookOf(present: RuleBook, parts: RuleParts): RuleBook {
  const made = createRuleBook({
    ...present.source,
    calendar: createWorkdayCalendar({ ownDays: parts.specialDays }),
    rules: parts.rules,
    shifts: parts.shifts,
    overtimeRules: parts.overtimeRules,
    places: parts.places,
    settings: parts.settings,
  });
  if (!made.ok) throw new Error(`rules that were checked cannot judge: ${made.refusal.code}`);
  return made.value;
}

/** An edit over the draft that the desk has seen. */
export function draftOf(
  desk: DraftDesk,
  caller: Caller,
  item: RuleItem,
  commandId: string,
  now: number,
): DraftEdit {
  const before = desk.drafts.get(draftKey(item)) ?? null;
  return {
    before,
    after: {
      _id: draftKey(item),
      kind: item.kind,
      id: item.id,
      value: item.value,
      revision: (before?.revision ?? 0) + 1,
      state: 'draft',
      branchId: desk.keeper.branchId,
      byId: caller.employment._id,
      byName: caller.employment.name,
      at: now,
      commandId,
    },
  };
}
