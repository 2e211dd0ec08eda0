import { GIVEN_ROLES } from '@domain/people/role-order';
import * as z from 'zod/mini';
import { procedure } from './procedure';
import { changeLine, STAFF_KEEPERS, unitId } from './staff-company';
import { clientId, localDate, tone } from './values';

const employmentId = () => z.string().check(z.minLength(1), z.maxLength(64));
const choices = () => z.array(z.object({ id: z.string(), name: z.string(), depth: z.optional(z.int()) }));
const typed = (most: number) => z.string().check(z.trim(), z.maxLength(most));

/** What of the people is wanted; `ending`: whose fixed term ends within sixty days. */
export const STAFF_STATES = ['working', 'probation', 'ending', 'leaving', 'left', 'unbound'] as const;

/** The people whom the caller looks after, fifty a page, in the order of their ids. */
export const listStaff = procedure({
  callers: STAFF_KEEPERS,
  input: () =>
    z.strictObject({
      /** A part of the name, or a whole ID number: that one is only compared, by its keyed digest. */
      query: typed(40),
      /** With everything below it. */
      departmentId: z.nullable(unitId()),
      branchId: z.nullable(unitId()),
      state: z.enum(STAFF_STATES),
      after: z.nullable(z.string()),
    }),
  output: () =>
    z.object({
      rows: z.array(
        z.object({
          employmentId: z.string(),
          name: z.string(),
          departmentName: z.string(),
          branchName: z.string(),
          postName: z.string(),
          /** '人事、财务'; '' for everybody else. */
          rolesText: z.string(),
          tone,
          stateText: z.string(),
        }),
      ),
      today: z.string(),
      /** What to filter by and to choose from; a branch's HR has one branch only. */
      departments: choices(),
      branches: choices(),
      posts: choices(),
      next: z.nullable(z.string()),
    }),
  refusals: [],
});

const assignment = () =>
  z.object({
    from: z.string(),
    to: z.nullable(z.string()),
    main: z.boolean(),
    departmentIds: z.array(z.string()),
    postId: z.nullable(z.string()),
    /** '产品研发部、测试组 · 研发工程师' */
    text: z.string(),
    /** '2026-01-06 起', '2026-01-06 至 2026-03-31' */
    spanText: z.string(),
    when: z.enum(['past', 'now', 'later']),
  });

const contractTerms = () =>
  z.object({
    kind: z.enum(['fixed', 'open', 'task']),
    from: z.string(),
    to: z.nullable(z.string()),
  });

const heldRole = () =>
  z.object({ role: z.enum(GIVEN_ROLES), branchId: z.nullable(z.string()), title: z.string() });

export const staffFile = () =>
  z.object({
    employmentId: z.string(),
    name: z.string(),
    /** Of the file: who changes it names the one he saw. */
    revision: z.int(),
    /** '刘静 11月22日 周日 09:30'; null when nobody has changed it yet. */
    changedText: z.nullable(z.string()),
    today: z.string(),
    tone,
    stateText: z.string(),
    branch: z.object({ id: z.string(), name: z.string() }),
    hireDate: z.string(),
    lastDay: z.nullable(z.string()),
    /** null: HR has no file of this person yet. */
    contract: z.nullable(contractTerms()),
    probationEnd: z.nullable(z.string()),
    /** Masked; null: none on file. */
    phone: z.nullable(z.string()),
    idNumber: z.nullable(z.string()),
    /** Newest first. */
    assignments: z.array(assignment()),
    roles: z.array(z.intersection(heldRole(), z.object({ mayTake: z.boolean() }))),
    rolesToGive: z.array(heldRole()),
    wechat: z.object({ bound: z.boolean(), mayUnbind: z.boolean(), mayInvite: z.boolean() }),
    assets: z.array(z.object({ name: z.string(), number: z.string(), stateText: z.string() })),
    /** A leaving of this person, running or done. */
    leavingCaseId: z.nullable(z.string()),
    seesBalances: z.boolean(),
    mayMoveBranch: z.boolean(),
    changes: z.array(changeLine()),
    departments: choices(),
    branches: choices(),
    posts: choices(),
  });

/** One person's file, for whoever looks after him. */
export const viewStaffFile = procedure({
  callers: STAFF_KEEPERS,
  input: () => z.strictObject({ employmentId: employmentId() }),
  output: staffFile,
  refusals: ['person.unknown'],
});

const terms = () =>
  z.strictObject({
    kind: z.enum(['fixed', 'open', 'task']),
    from: localDate,
    to: z.nullable(localDate),
  });
const place = () => ({
  departmentIds: z.array(unitId()).check(z.maxLength(10)),
  postId: z.nullable(unitId()),
});

/** Somebody new. Without a WeChat yet: an invitation comes next. */
export const addStaff = procedure({
  callers: STAFF_KEEPERS,
  input: () =>
    z.strictObject({
      commandId: clientId,
      name: typed(60),
      branchId: unitId(),
      hireDate: localDate,
      ...place(),
      contract: terms(),
      probationEnd: z.nullable(localDate),
      phone: z.nullable(typed(20)),
      idNumber: z.nullable(typed(24)),
    }),
  output: () => z.object({ employmentId: z.string() }),
  refusals: ['staff.invalid', 'staff.id-number-taken', 'person.unknown', 'conflict.busy'],
});

/**
 * Changes one part of somebody's file. Whoever saw an older revision is told who was there before, and nothing is
 * written. A move takes effect on its day; one that lies back judges the days since again.
 */
export const changeStaff = procedure({
  callers: STAFF_KEEPERS,
  input: () =>
    z.strictObject({
      commandId: clientId,
      employmentId: employmentId(),
      seenRevision: z.int(),
      part: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('name'), name: typed(60), branchId: unitId() }),
        z.strictObject({
          kind: z.literal('terms'),
          hireDate: localDate,
          contract: terms(),
          probationEnd: z.nullable(localDate),
        }),
        /** Absent: stays as it is; null: taken out. */
        z.strictObject({
          kind: z.literal('numbers'),
          phone: z.optional(z.nullable(typed(20))),
          idNumber: z.optional(z.nullable(typed(24))),
        }),
        z.strictObject({
          kind: z.literal('place'),
          from: localDate,
          main: z.strictObject(place()),
          concurrent: z
            .array(z.strictObject({ ...place(), to: z.nullable(localDate) }))
            .check(z.maxLength(5)),
        }),
      ]),
    }),
  output: staffFile,
  refusals: [
    'person.unknown',
    'staff.invalid',
    'staff.changed-meanwhile',
    'staff.id-number-taken',
    'staff.role-refused',
    'conflict.busy',
  ],
});

/** Gives or takes back one role. Nobody reaches above himself, and the last administrator stays one. */
export const changeRole = procedure({
  callers: STAFF_KEEPERS,
  input: () =>
    z.strictObject({
      commandId: clientId,
      employmentId: employmentId(),
      role: z.enum(GIVEN_ROLES),
      branchId: z.nullable(unitId()),
      give: z.boolean(),
    }),
  output: staffFile,
  refusals: ['person.unknown', 'staff.role-refused', 'conflict.busy'],
});

/**
 * Parts somebody from his WeChat: it loses its access at once, messages to it stop, and unused invitations end. A fresh
 * invitation (`invitation.issue`) binds another one.
 */
export const unbindStaff = procedure({
  callers: STAFF_KEEPERS,
  input: () =>
    z.strictObject({
      commandId: clientId,
      employmentId: employmentId(),
      reason: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)),
    }),
  output: staffFile,
  refusals: ['person.unknown', 'staff.role-refused', 'staff.not-bound', 'conflict.busy'],
});
