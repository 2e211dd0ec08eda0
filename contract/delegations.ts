import * as z from 'zod/mini';
import { procedure } from './procedure';
import { clientId, localDate } from './values';

const delegationsView = () =>
  z.object({
    /** Own ones that hold now or will, soonest first. */
    own: z.array(
      z.object({
        id: z.string(),
        toName: z.string(),
        /** '11月23日 周一 至 11月27日 周五' */
        when: z.string(),
        /** '全部事项', or the titles of the flows. */
        what: z.string(),
        now: z.boolean(),
      }),
    ),
    /** For whom the caller stands in. */
    forOthers: z.array(
      z.object({ fromName: z.string(), when: z.string(), what: z.string(), now: z.boolean() }),
    ),
    /** What can be delegated by itself. */
    flows: z.array(z.object({ id: z.string(), title: z.string() })),
    today: localDate,
  });

/** Who acts while the caller is away, and for whom the caller acts. */
export const myDelegations = procedure({
  callers: 'bound',
  input: () => z.strictObject({}),
  output: delegationsView,
  refusals: [],
});

export const setDelegation = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      commandId: clientId,
      toEmploymentId: z.string().check(z.minLength(1), z.maxLength(64)),
      from: localDate,
      to: localDate,
      /** Null: everything. */
      flowIds: z.nullable(z.array(z.string().check(z.maxLength(64))).check(z.minLength(1), z.maxLength(20))),
    }),
  output: () => z.object({ text: z.string(), view: delegationsView() }),
  refusals: [
    'person.unknown',
    'person.gone',
    'delegation.dates',
    'delegation.to-oneself',
    'delegation.overlaps',
    'delegation.circle',
    'delegation.flow-unknown',
  ],
});

/** Ends one's own delegation now; open tasks come back. */
export const endDelegation = procedure({
  callers: 'bound',
  input: () => z.strictObject({ id: z.string().check(z.minLength(1), z.maxLength(160)) }),
  output: () => z.object({ text: z.string(), view: delegationsView() }),
  refusals: ['delegation.unknown'],
});
