import type { Place } from '@domain/schedule/place';
import type { Rule } from '@domain/schedule/rule';
import type { FixedShift, FlexibleShift } from '@domain/schedule/shift';
import { type LocalDate, parseLocalDate } from '@domain/time/local-date';
import * as z from 'zod/mini';

/**
 * The shapes of what HR edits. What the numbers mean is checked by the domain (domain/schedule/validate-*); here only
 * that they are numbers of a bearable size, so that a refusal can name the field in the domain's words.
 */
export type RuleValue = Omit<Rule, 'id' | 'version'>;
export type ShiftValue = Omit<FixedShift, 'id' | 'version'> | Omit<FlexibleShift, 'id' | 'version'>;
export type PlaceValue = Omit<Place, 'id'>;

/** A schema whose parsed value is the domain's own type: its lists are readonly, zod's are not. */
export type SchemaOf<Value> = z.ZodMiniType<Value, Value>;
export const schemaOf = <Value>(schema: z.ZodMiniType): SchemaOf<Value> => schema as SchemaOf<Value>;

export const realDate = () =>
  z.custom<LocalDate>((value) => typeof value === 'string' && parseLocalDate(value) !== null);
export const name = () => z.string().check(z.trim(), z.minLength(1), z.maxLength(30));
export const reference = () => z.string().check(z.minLength(1), z.maxLength(64));
export const number = () => z.number().check(z.minimum(-100_000), z.maximum(100_000));
export const listOf = <Schema extends z.ZodMiniType>(schema: Schema, most: number) =>
  z.array(schema).check(z.maxLength(most));

export const window = () => z.strictObject({ from: number(), to: number() });
const range = () => z.strictObject({ from: realDate(), to: realDate() });
const addedAt = () => z.optional(z.int());

const scopeEntry = () =>
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('person'),
      id: reference(),
      ranges: z.optional(listOf(range(), 20)),
      addedAt: addedAt(),
    }),
    z.strictObject({
      type: z.literal('department'),
      id: reference(),
      onlyItself: flag(),
      addedAt: addedAt(),
    }),
    ...(['post', 'tag'] as const).map((type) =>
      z.strictObject({ type: z.literal(type), id: reference(), addedAt: addedAt() }),
    ),
    z.strictObject({ type: z.literal('everyone'), addedAt: addedAt() }),
  ]);

const weekdays = () => listOf(z.int().check(z.minimum(1), z.maximum(7)), 14);
const weekdayRows = () =>
  listOf(
    z.strictObject({
      weekdays: weekdays(),
      shiftId: reference(),
      restDayDefault: z.optional(z.boolean()),
    }),
    14,
  );

const timetable = () =>
  z.discriminatedUnion('system', [
    z.strictObject({ system: z.literal('standard'), shiftId: reference(), workdays: weekdays() }),
    z.strictObject({ system: z.literal('flexible'), rows: weekdayRows() }),
    z.strictObject({
      system: z.literal('alternating'),
      anchorMonday: realDate(),
      odd: weekdayRows(),
      even: weekdayRows(),
    }),
    z.strictObject({
      system: z.literal('roster'),
      shiftIds: listOf(reference(), 50),
      unscheduledMayPunch: z.optional(z.boolean()),
      unscheduledMayChoose: z.optional(z.boolean()),
      leadersMayPlan: z.optional(z.boolean()),
    }),
  ]);

const overCap = () => z.optional(z.enum(['void', 'partial']));
const earlyInEarlyOut = () =>
  z.discriminatedUnion('mode', [
    z.strictObject({ mode: z.literal('fixed'), earlyMinutes: number(), leaveMinutes: number() }),
    z.strictObject({ mode: z.literal('elastic'), capMinutes: number() }),
  ]);
const lateInLateOut = () =>
  z.discriminatedUnion('mode', [
    z.strictObject({
      mode: z.literal('fixed'),
      lateMinutes: number(),
      stayMinutes: number(),
      overCap: overCap(),
    }),
    z.strictObject({ mode: z.literal('elastic'), capMinutes: number(), overCap: overCap() }),
  ]);
const lateOutLateIn = () =>
  z.strictObject({
    rows: listOf(
      z.discriminatedUnion('mode', [
        z.strictObject({ mode: z.literal('fixed'), afterMinutes: number(), lateMinutes: number() }),
        z.strictObject({
          mode: z.literal('elastic'),
          afterMinutes: z.optional(number()),
          capMinutes: number(),
        }),
      ]),
      20,
    ),
    makeUp: z.optional(z.boolean()),
  });

const amount = () => z.optional(z.enum(['wholeDay', 'halfDay', 'segment', 'actual', 'step']));
const missing = () => z.optional(z.strictObject({ on: z.boolean(), amount: amount() }));
const threshold = () =>
  z.optional(
    z.strictObject({
      on: z.boolean(),
      thresholdMinutes: number(),
      unitMinutes: z.optional(z.nullable(number())),
      amount: amount(),
    }),
  );
const absence = () =>
  z.strictObject({
    noInNoOut: missing(),
    noIn: missing(),
    noOut: missing(),
    lateOver: threshold(),
    earlyOver: threshold(),
  });

const validity = () =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('fixed'), from: realDate(), to: realDate() }),
    z.strictObject({
      kind: z.literal('yearly'),
      periods: listOf(
        z.strictObject({
          from: z.string().check(z.maxLength(5)),
          to: z.string().check(z.maxLength(5)),
          nextYear: z.optional(z.boolean()),
        }),
        12,
      ),
    }),
  ]);

export const flag = () => z.optional(z.boolean());
export const companySettings = () =>
  z.strictObject({
    absenceOn: flag(),
    overCapFixed: overCap(),
    overCapElastic: overCap(),
    shortfallAs: z.optional(z.enum(['early', 'late'])),
    makeUp: flag(),
    lookback: z.optional(z.enum(['previousWorkday', 'previousCalendarDay'])),
    flexFirst: flag(),
    excludeGrace: flag(),
    absenceInclusive: flag(),
    rosterGrace: flag(),
    leaveOutOfWorked: flag(),
    nightWindow: z.optional(z.nullable(window())),
    sharePlaces: flag(),
    showPlaceName: flag(),
    editPastRosters: flag(),
    recomputeReports: flag(),
    opensBeforeMinutes: z.optional(number()),
    closesAfterMinutes: z.optional(number()),
    maxPunchesPerDay: z.optional(number()),
  });

const overtime = () =>
  z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('rule'), overtimeRuleId: reference() }),
    z.strictObject({ by: z.literal('shift') }),
    z.strictObject({ by: z.literal('none') }),
  ]);

const ownDay = () =>
  z.strictObject({
    date: realDate(),
    kind: z.enum(['workday', 'restday']),
    shiftId: z.nullable(reference()),
    name: name(),
  });

export const ruleValue = (): SchemaOf<RuleValue> =>
  schemaOf(
    z.strictObject({
      effectiveFrom: realDate(),
      name: name(),
      zone: z.string().check(z.maxLength(64)),
      mode: z.enum(['fixed', 'flexible']),
      timetable: timetable(),
      scope: listOf(scopeEntry(), 500),
      validity: z.optional(z.nullable(validity())),
      ownDays: z.optional(listOf(ownDay(), 200)),
      checkoutSetting: flag(),
      allowedLateMinutes: z.optional(number()),
      allowedEarlyMinutes: z.optional(number()),
      earlyInEarlyOut: z.optional(z.nullable(earlyInEarlyOut())),
      lateInLateOut: z.optional(z.nullable(lateInLateOut())),
      lateOutLateIn: z.optional(z.nullable(lateOutLateIn())),
      absence: z.optional(z.nullable(absence())),
      overtime: z.optional(overtime()),
      placeIds: z.optional(listOf(reference(), 100)),
      outsidePunch: flag(),
      outsideApproval: flag(),
      outsidePhoto: z.optional(z.enum(['optional', 'required', 'camera'])),
      branchId: z.optional(z.nullable(reference())),
      settings: z.optional(companySettings()),
      stopped: flag(),
    }),
  );

const rests = () => listOf(window(), 20);
const segment = () =>
  z.strictObject({
    in: number(),
    out: number(),
    freeIn: flag(),
    freeOut: flag(),
    inWindow: z.optional(window()),
    outWindow: z.optional(window()),
  });

export const shiftValue = (): SchemaOf<ShiftValue> =>
  schemaOf(
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('fixed'),
        effectiveFrom: realDate(),
        name: name(),
        rests: rests(),
        overtimeRuleId: z.optional(z.nullable(reference())),
        stopped: flag(),
        segments: listOf(segment(), 20),
      }),
      z.strictObject({
        kind: z.literal('flexible'),
        effectiveFrom: realDate(),
        name: name(),
        rests: rests(),
        overtimeRuleId: z.optional(z.nullable(reference())),
        stopped: flag(),
        requiredMinutes: number(),
        earliestIn: number(),
        latestIn: number(),
        inWindow: z.optional(window()),
        outWindow: z.optional(window()),
      }),
    ]),
  );

export const placeValue = (): SchemaOf<PlaceValue> =>
  schemaOf(
    z.strictObject({
      name: name(),
      latitude: z.number().check(z.minimum(-90), z.maximum(90)),
      longitude: z.number().check(z.minimum(-180), z.maximum(180)),
      /** An empty radius is null: anywhere. */
      radiusMeters: z.nullable(z.number()),
      address: z.optional(z.string().check(z.maxLength(200))),
      wifi: z.optional(
        listOf(
          z.strictObject({
            ssid: z.string().check(z.maxLength(64)),
            bssid: z.nullable(z.string().check(z.maxLength(32))),
          }),
          100,
        ),
      ),
      stopped: flag(),
      wifiProof: z.optional(z.enum(['instead', 'beside'])),
    }),
  );
