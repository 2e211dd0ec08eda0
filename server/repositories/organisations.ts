import type { CorrectionLimits } from '@domain/attendance/correction-limits';
import type { OfferedLeave } from '@domain/attendance/request-types';
import type { Department } from '@domain/people/department';
import type { Post } from '@domain/people/post';
import type { OvertimeRule } from '@domain/schedule/overtime-rule';
import type { Place } from '@domain/schedule/place';
import type { Rule } from '@domain/schedule/rule';
import type { CompanySettings } from '@domain/schedule/settings';
import type { Shift } from '@domain/schedule/shift';
import type { SpecialDay } from '@domain/time/workday-calendar';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Transaction } from '../ports';
import { parseDocument } from './parse-document';
import { storedDate } from './stored-values';

const CURRENT = 'org';
const VERSIONS = 'orgVersions';

const versioned = <Value>() =>
  z.array(z.custom<Value>((value) => typeof value === 'object' && value !== null && 'id' in value));

/**
 * Everything that a verdict depends on, as one immutable document per revision. Its rules and shifts were checked
 * by the domain when they were published; here only the outline is checked again.
 */
const organisationDocument = lazily(() =>
  z.object({
    /** The revision as text. */
    _id: z.string(),
    revision: z.int(),
    companyName: z.string(),
    /** The company's own zone, for what is shown outside any rule. */
    zone: z.string(),
    branches: z.array(z.object({ id: z.string(), name: z.string(), closed: z.optional(z.boolean()) })),
    departments: versioned<Department>(),
    posts: z.optional(versioned<Post>()),
    rules: versioned<Rule>(),
    shifts: versioned<Shift>(),
    overtimeRules: versioned<OvertimeRule>(),
    places: versioned<Place>(),
    /** Who leads each department; null: nobody at present. */
    heads: z.record(z.string(), z.nullable(z.string())),
    /** Roles that flows ask for, held for the whole company or for one branch. */
    grants: z.array(z.object({ role: z.string(), personId: z.string(), branchId: z.nullable(z.string()) })),
    /** Working hours of the office, for due dates: minutes from midnight. */
    officeHours: z.array(z.object({ from: z.int(), to: z.int() })),
    /** When messages that can wait do not ring: minutes from midnight. */
    quietHours: z.object({ from: z.int(), to: z.int() }),
    correctionLimits: z.custom<CorrectionLimits>((limits) => typeof limits === 'object' && limits !== null),
    /** The leaves that can be asked for; absent: the usual ones (domain/attendance/request-types.ts). */
    leaveTypes: z.optional(versioned<OfferedLeave>()),
    /** People who are not judged at all. */
    excludedIds: z.array(z.string()),
    specialDays: z.array(
      z.custom<SpecialDay>((day) => typeof day === 'object' && day !== null && 'date' in day),
    ),
    /** Last day whose holidays the company knows, where that is later than the product's own calendar. */
    calendarKnownUntil: z.optional(storedDate),
    settings: z.custom<Partial<CompanySettings>>(
      (settings) => typeof settings === 'object' && settings !== null,
    ),
    /** 分权: branches keep their own rules. */
    branchesKeepRules: z.optional(z.boolean()),
    /** Who made this version from which drafts; absent when it was not made from drafts. */
    publication: z.optional(
      z.object({
        command: z.string(),
        /** Its own number: a later version that copied these lines was not made from them. */
        revision: z.int(),
        /** The version that was in force before. */
        fromRevision: z.int(),
        drafts: z.array(z.object({ key: z.string(), revision: z.int() })),
        /** First day that is judged otherwise; null: none of those gone by. */
        since: z.nullable(storedDate),
      }),
    ),
  }),
);

export type OrganisationDocument = z.output<ReturnType<typeof organisationDocument>>;

/** What a company starts with until it says otherwise. */
export const OFFICE_DEFAULTS: Pick<
  OrganisationDocument,
  'heads' | 'grants' | 'officeHours' | 'quietHours' | 'correctionLimits'
> = {
  heads: {},
  grants: [],
  officeHours: [
    { from: 540, to: 720 },
    { from: 780, to: 1080 },
  ],
  quietHours: { from: 1320, to: 480 },
  correctionLimits: {
    perMonth: 3,
    daysBack: 30,
    deadlineDay: 5,
    kinds: ['missing-in', 'missing-out', 'late', 'early', 'absent'],
  },
};

const currentDocument = lazily(() => z.object({ _id: z.literal('current'), revision: z.int() }));

export const organisations = {
  async currentRevision(database: Database): Promise<number> {
    const found = await database.read(CURRENT, 'current');
    if (found === null) throw new Error('no organisation is published yet');
    return parseDocument(CURRENT, currentDocument, found).revision;
  },
  /** Whether any version was ever put in force. */
  isFounded: async (database: Database): Promise<boolean> =>
    (await database.read(CURRENT, 'current')) !== null,
  /** null: no version has that number. */
  async find(database: Database, revision: number): Promise<OrganisationDocument | null> {
    const found = await database.read(VERSIONS, String(revision));
    return found === null ? null : parseDocument(VERSIONS, organisationDocument, found);
  },
  async read(database: Database, revision: number): Promise<OrganisationDocument> {
    return parseDocument(VERSIONS, organisationDocument, await database.read(VERSIONS, String(revision)));
  },
  /**
   * The same where several may publish at once: `id-taken` when a version with this number lies there already (try a
   * larger one), `overtaken` when another version is in force than `previous`.
   */
  async publishAfter(
    database: Database,
    previous: number,
    version: OrganisationDocument,
  ): Promise<'published' | 'id-taken' | 'overtaken'> {
    if (!(await database.add(VERSIONS, version))) return 'id-taken';
    const set = { revision: version.revision };
    const moved = await database.updateWhere(CURRENT, 'current', { revision: previous }, { set });
    return moved ? 'published' : 'overtaken';
  },
  /** The same inside a transaction; false, and nothing written, when another version than `previous` is in force. */
  async publishInside(
    transaction: Transaction,
    previous: number,
    version: OrganisationDocument,
  ): Promise<boolean> {
    const current = parseDocument(CURRENT, currentDocument, await transaction.read(CURRENT, 'current'));
    if (current.revision !== previous) return false;
    await transaction.add(VERSIONS, version);
    await transaction.update(CURRENT, 'current', { set: { revision: version.revision } });
    return true;
  },
  /** Adds the version first, then points at it: a crash between leaves the old one in force. */
  async publish(database: Database, version: OrganisationDocument): Promise<void> {
    await database.add(VERSIONS, version);
    const first = await database.add(CURRENT, { _id: 'current', revision: version.revision } as never);
    if (first) return;
    const moved = await database.updateWhere(
      CURRENT,
      'current',
      { revision: version.revision - 1 },
      { set: { revision: version.revision } },
    );
    if (!moved) throw new Error(`revision ${version.revision} does not follow the current one`);
  },
};
