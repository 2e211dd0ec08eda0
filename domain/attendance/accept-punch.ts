import type { DutyPlan } from '../schedule/day-outline';
import { refuse } from '../result';
import type { Refusal } from '../result';
import { instantOfMinute, minuteOf } from '../time/instant';
import type { Instant, InstantMinute } from '../time/instant';
import type { LocalDate } from '../time/local-date';
import type { Approval } from './approval';
import { checkPlace } from './check-place';
import type { PlaceClaim, PlaceRefusal } from './check-place';
import { forecastPunch } from './forecast';
import type { Forecast } from './forecast';
import type { Punch, PunchKind } from './punch';
import { belongsTo, cardAt } from './stages/place-punches';
import type { Carry } from './verdict';

export type PunchRefusal =
  | PlaceRefusal
  | Refusal<'punch.not-employed', { readonly date: LocalDate }>
  | Refusal<'punch.unscheduled', { readonly date: LocalDate }>
  | Refusal<'punch.choose-shift', { readonly date: LocalDate; readonly shiftIds: readonly string[] }>
  | Refusal<'punch.too-many', { readonly date: LocalDate; readonly limit: number }>;

/** 签到, 签退, 更新签退, 打卡 (kept, judged by none), 选择班次. */
export type ButtonWord = 'in' | 'out' | 'update-out' | 'record' | 'choose-shift';

/** What the server knows when it shows the button or a punch arrives; the same for both. */
export interface ButtonQuestion {
  /** Plans in date order, without a gap: at least yesterday, today and tomorrow of the person. */
  readonly plans: readonly DutyPlan[];
  /** The person's punches in those days, in any order. */
  readonly punches: readonly Punch[];
  readonly approvals: readonly Approval[];
  /** What the scheduled day before plans[0] left. */
  readonly carryIn: Carry | null;
  readonly now: Instant;
  /** The places of the rule (placesFor) with measured distances. */
  readonly claims: readonly PlaceClaim[];
  readonly accuracyMeters: number | null;
}

export interface ButtonAnswer {
  readonly word: ButtonWord;
  /** Stored with the punch; null for a record. */
  readonly kind: PunchKind | null;
  /** The plan the punch belongs to; its date is the duty date. */
  readonly plan: DutyPlan;
  readonly dutyDate: LocalDate;
  /** Segment of the card, from 0; null when it will be no card. */
  readonly segment: number | null;
  /** Why a punch now would be refused; null when it would be taken. */
  readonly refusal: PunchRefusal | null;
  /** The place whose radius holds the phone; null where anywhere goes or nothing does. */
  readonly place: PlaceClaim | null;
  /** Shifts to pick from, while the choice is open or may still be changed. */
  readonly shiftChoices: readonly string[];
  /** What a punch now would be judged as; null for a record. */
  readonly forecast: Forecast | null;
  /** When an open page should ask again: the word, the duty date or the forecast may change then. */
  readonly nextChangeAt: Instant;
}

/** Decides the button (docs/rules.md §12), for showing it and for accepting the press. */
export function buttonAt(question: ButtonQuestion): ButtonAnswer {
  const minute = minuteOf(question.now);
  const plan = planAt(question.plans, minute);
  const own = question.punches.filter((punch) => belongsTo(plan, punch.minute));
  const { word, kind, segment } = wordAt(plan, own, minute);
  const shiftChoices = choicesOf(plan, own);
  const outsideAllowed = plan.rule?.rule.outsidePunch === true;
  const place = checkPlace(question.claims, question.accuracyMeters, outsideAllowed);
  const refusal = refusalOf(plan, own, word, shiftChoices) ?? (place.ok ? null : place.refusal);
  const wordUntil = nextWordChange(plan, minute) as InstantMinute;
  const forecast =
    segment === null || kind === null
      ? null
      : forecastPunch(question, plan, kind, segment, minute, wordUntil);
  return {
    word,
    kind,
    plan,
    dutyDate: plan.date,
    segment,
    refusal,
    place: place.ok ? place.value : null,
    shiftChoices,
    forecast,
    nextChangeAt: instantOfMinute(forecast?.untilMinute ?? wordUntil),
  };
}

/** The plan whose part of time holds the minute; in a gap between parts, the one of the local date. */
export function planAt(plans: readonly DutyPlan[], minute: InstantMinute): DutyPlan {
  const held = plans.find((plan) => belongsTo(plan, minute));
  if (held !== undefined) return held;
  const today = plans.find(({ outline }) => minute >= outline.midnight && minute < outline.nextMidnight);
  const any = today ?? plans[plans.length - 1];
  if (any === undefined) throw new Error('no plans were given');
  return any;
}

interface Word {
  readonly word: ButtonWord;
  readonly kind: PunchKind | null;
  readonly segment: number | null;
}

const RECORD: Word = { word: 'record', kind: null, segment: null };

function wordAt(plan: DutyPlan, own: readonly Punch[], minute: InstantMinute): Word {
  const { laid, state } = plan;
  if (state === 'rest' || state === 'holiday') return idleWord(own);
  if (state === 'unscheduled' && mayChoose(plan)) return { word: 'choose-shift', kind: null, segment: null };
  if (laid === null || !belongsTo(plan, minute)) return RECORD;
  const card = cardAt(laid, minute);
  if (card < 0) return RECORD;
  const segment = laid.cardSegment[card] as number;
  const cards = own.filter((punch) => segmentOf(plan, punch) === segment);
  const hasIn = laid.freeIn[segment] === true || cards.some((punch) => kindOf(plan, punch) === 'in');
  const hasOut = cards.some((punch) => kindOf(plan, punch) === 'out');
  const afterEnd = minute >= (laid.ends[segment] as number);
  const out = hasIn || (plan.rule?.rule.checkoutSetting === true && afterEnd);
  if (!out || laid.freeOut[segment] === true) return { word: 'in', kind: 'in', segment };
  return { word: hasOut ? 'update-out' : 'out', kind: 'out', segment };
}

/** On a day off: first an in, then outs; overtime is measured between them. */
function idleWord(own: readonly Punch[]): Word {
  if (own.length === 0) return { word: 'in', kind: 'in', segment: null };
  const hasOut = own.some(({ kind }) => kind === 'out');
  return { word: hasOut ? 'update-out' : 'out', kind: 'out', segment: null };
}

const segmentOf = (plan: DutyPlan, punch: Punch): number | undefined =>
  plan.laid === null ? undefined : plan.laid.cardSegment[cardAt(plan.laid, punch.minute)];

const kindOf = (plan: DutyPlan, punch: Punch): PunchKind | null => {
  if (punch.kind !== null || plan.laid === null) return punch.kind;
  return plan.laid.cardIsOut[cardAt(plan.laid, punch.minute)] === true ? 'out' : 'in';
};

function mayChoose({ rule }: DutyPlan): boolean {
  const timetable = rule?.rule.timetable;
  return timetable?.system === 'roster' && timetable.unscheduledMayChoose === true;
}

function choicesOf(plan: DutyPlan, own: readonly Punch[]): readonly string[] {
  const timetable = plan.rule?.rule.timetable;
  const open = plan.state === 'unscheduled' || plan.outline.chosen;
  return open && own.length === 0 && mayChoose(plan) && timetable?.system === 'roster'
    ? timetable.shiftIds
    : [];
}

function refusalOf(
  plan: DutyPlan,
  own: readonly Punch[],
  word: ButtonWord,
  shiftIds: readonly string[],
): PunchRefusal | null {
  const { date, rule, state } = plan;
  if (state === 'not-employed') return refuse('punch.not-employed', { date }).refusal;
  if (word === 'choose-shift') return refuse('punch.choose-shift', { date, shiftIds }).refusal;
  const timetable = rule?.rule.timetable;
  if (state === 'unscheduled' && timetable?.system === 'roster' && timetable.unscheduledMayPunch !== true)
    return refuse('punch.unscheduled', { date }).refusal;
  const limit = rule?.settings.maxPunchesPerDay ?? 40;
  return own.length >= limit ? refuse('punch.too-many', { date, limit }).refusal : null;
}

/** The next minute at which the word or the duty date may be another without any punch. */
function nextWordChange(plan: DutyPlan, minute: InstantMinute): number {
  const { laid, rule, outline } = plan;
  const turns = [Math.ceil(plan.open2 / 2), Math.ceil(plan.close2 / 2), outline.nextMidnight];
  if (laid !== null) {
    if (laid.windows === null) for (const cut2 of laid.cuts2) turns.push(Math.ceil(cut2 / 2));
    else laid.windows.forEach((edge, i) => turns.push(edge + (i % 2)));
    if (rule?.rule.checkoutSetting === true) turns.push(...laid.ends);
  }
  return Math.min(...turns.filter((turn) => turn > minute), minute + 1440);
}
