import type { DayOutline, DutyPlan } from './day-outline';
import type { LaidShift } from './laid-shift';

/**
 * Puts a day between its neighbours (docs/rules.md §7): the exact midpoint between the nearest cards of two duty
 * days divides them; after a rest day the in part opens 8 h before the start, before one the out part closes 12 h
 * after the end. With windows, the windows are the parts.
 */
export function planBetween(
  before2: DayOutline | null,
  before: DayOutline | null,
  outline: DayOutline,
  after: DayOutline | null,
  after2: DayOutline | null,
): DutyPlan {
  for (const plan of outline.plans) {
    const { around } = plan;
    if (around[1] === before && around[2] === after && around[0] === before2 && around[3] === after2)
      return plan;
  }
  const own = cardsOf(outline);
  const plan: DutyPlan = {
    outline,
    date: outline.date,
    day: outline.day,
    state: outline.state,
    rule: outline.rule,
    laid: outline.laid,
    kind: outline.kind,
    open2: own ? openOf(outline, before, before2) : restOpenOf(outline, before, before2, after),
    close2: own ? closeOf(outline, after, after2) : restCloseOf(outline, before, after),
    nextOpen2: nextOpenOf(before, outline, after, after2),
    around: [before2, before, after, after2],
  };
  outline.plans.push(plan);
  return plan;
}

const cardsOf = (outline: DayOutline | null): LaidShift | null =>
  outline !== null && outline.laid !== null && outline.laid.edges.length > 0 ? outline.laid : null;

const first = (laid: LaidShift): number => laid.edges[0] ?? 0;
const last = (laid: LaidShift): number => laid.edges[laid.edges.length - 1] ?? 0;
const start = (laid: LaidShift): number => laid.starts[0] ?? 0;
const end = (laid: LaidShift): number => laid.ends[laid.ends.length - 1] ?? 0;

function openOf(outline: DayOutline, before: DayOutline | null, before2: DayOutline | null): number {
  const own = cardsOf(outline) as LaidShift;
  const previous = cardsOf(before);
  if (own.windows !== null) {
    const opens = 2 * (own.windows[0] as number);
    return previous !== null && previous.windows === null
      ? Math.max(opens, last(previous) + first(own))
      : opens;
  }
  if (previous !== null) return last(previous) + first(own);
  const opens = 2 * (start(own) - settingsOf(outline).opensBeforeMinutes);
  const earlier = cardsOf(before2);
  return earlier === null ? opens : Math.max(opens, last(earlier) + first(own));
}

function closeOf(outline: DayOutline, after: DayOutline | null, after2: DayOutline | null): number {
  const own = cardsOf(outline) as LaidShift;
  const next = cardsOf(after);
  if (own.windows !== null) {
    const closes = 2 * ((own.windows[own.windows.length - 1] as number) + 1);
    return next === null ? closes : Math.min(closes, openOf(after as DayOutline, outline, null));
  }
  if (next !== null) return last(own) + first(next);
  const closes = 2 * (end(own) + settingsOf(outline).closesAfterMinutes);
  return cardsOf(after2) === null ? closes : Math.min(closes, openOf(after2 as DayOutline, after, outline));
}

/** A day without cards has what its neighbours leave of its calendar day. */
function restOpenOf(
  outline: DayOutline,
  before: DayOutline | null,
  before2: DayOutline | null,
  after: DayOutline | null,
): number {
  const opens = 2 * outline.midnight;
  if (cardsOf(before) !== null) return Math.max(opens, closeOf(before as DayOutline, outline, after));
  return cardsOf(before2) !== null ? Math.max(opens, closeOf(before2 as DayOutline, before, outline)) : opens;
}

function restCloseOf(outline: DayOutline, before: DayOutline | null, after: DayOutline | null): number {
  const closes = 2 * outline.nextMidnight;
  return cardsOf(after) === null ? closes : Math.min(closes, openOf(after as DayOutline, outline, before));
}

function nextOpenOf(
  before: DayOutline | null,
  outline: DayOutline,
  after: DayOutline | null,
  after2: DayOutline | null,
): number {
  if (after === null) return 2 * outline.nextMidnight;
  return cardsOf(after) === null
    ? restOpenOf(after, outline, before, after2)
    : openOf(after, outline, before);
}

const NOMINAL = { opensBeforeMinutes: 480, closesAfterMinutes: 720 };
const settingsOf = (outline: DayOutline) => outline.rule?.settings ?? NOMINAL;
