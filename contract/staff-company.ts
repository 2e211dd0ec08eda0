import * as z from 'zod/mini';
import { procedure } from './procedure';
import { clientId, localDate } from './values';

/** Who looks after people at all; a branch's HR sees and touches the own branch only. */
export const STAFF_KEEPERS = ['hr', 'branch-hr', 'admin'] as const;

export const unitId = () => z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
const unitName = () => z.string().check(z.trim(), z.minLength(1), z.maxLength(30));

const person = () => z.object({ employmentId: z.string(), name: z.string() });

/** One line of the log. */
export const changeLine = () =>
  z.object({ whenText: z.string(), byName: z.string(), what: z.string(), reason: z.nullable(z.string()) });

export const companyView = () =>
  z.object({
    /** The version of the organisation that this shows: who changes it names it. */
    revision: z.int(),
    companyName: z.string(),
    today: z.string(),
    mayEdit: z.boolean(),
    /** The caller: no search over colleagues finds oneself. */
    me: person(),
    /** A department before those below it; closed ones last. */
    departments: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        parentId: z.nullable(z.string()),
        /** Steps below the top. */
        depth: z.int(),
        head: z.nullable(person()),
        closed: z.boolean(),
        /** '11月30日起在“客服部”下，名称“客服一组”'; null when nothing is planned. */
        plannedText: z.nullable(z.string()),
      }),
    ),
    branches: z.array(z.object({ id: z.string(), name: z.string(), closed: z.boolean() })),
    posts: z.array(z.object({ id: z.string(), name: z.string(), secrecy: z.boolean(), closed: z.boolean() })),
    /** The last changes, newest first. */
    changes: z.array(changeLine()),
  });

/** 组织与岗位: departments with their heads, branches and posts as they stand today. */
export const viewCompany = procedure({
  callers: STAFF_KEEPERS,
  input: () => z.strictObject({}),
  output: companyView,
  refusals: [],
});

const unit = () =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('department'),
      id: unitId(),
      name: unitName(),
      parentId: z.nullable(unitId()),
      /** Who leads it from now on; null: nobody at present. */
      headId: z.nullable(z.string().check(z.minLength(1), z.maxLength(64))),
      closed: z.boolean(),
      /** First day on which name and place hold; today or later. */
      from: localDate,
    }),
    z.strictObject({ kind: z.literal('branch'), id: unitId(), name: unitName(), closed: z.boolean() }),
    z.strictObject({
      kind: z.literal('post'),
      id: unitId(),
      name: unitName(),
      secrecy: z.boolean(),
      closed: z.boolean(),
    }),
  ]);

/**
 * Adds or changes one department, branch or post and puts it in force as a new version of the organisation. Whoever saw
 * another state of this unit is told who changed it; nothing is overwritten.
 */
export const changeCompany = procedure({
  callers: ['hr', 'admin'],
  input: () => z.strictObject({ commandId: clientId, seenRevision: z.int(), unit: unit() }),
  output: companyView,
  refusals: ['company.invalid', 'company.changed-meanwhile', 'person.unknown', 'conflict.busy'],
});
