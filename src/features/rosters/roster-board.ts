import type { InputOf, RosterSaved } from '@contract/contract';
import type { RosterMark } from '@domain/schedule/roster-cells';
import { MOST_CELLS_A_CALL, UNPLANNED } from '@domain/schedule/roster-cells';
import type { Outcome, Trouble } from '@/cloud/outcome';

type Save = InputOf<'roster.save'>;
type Change = Save['changes'][number];
export type TakenCell = RosterSaved['others'][number];

/** A cell that somebody wants to say something else. */
export interface WishedCell {
  readonly employmentId: string;
  readonly date: string;
  readonly to: RosterMark;
}

/** What is on its way to the server. It is on the phone before it is on the wire, and keeps its id until it is answered. */
export interface Unsent {
  readonly sending: Save | null;
  readonly waiting: readonly Change[];
}

/** A cell that does not say what was wanted: who was first, or why not. */
export interface Told extends TakenCell {
  readonly wanted: RosterMark;
}

export interface BoardState extends Unsent {
  /** Cells of days gone by: they wait until what comes of them was seen. */
  readonly past: readonly Change[];
  readonly told: readonly Told[];
  /** Why the last attempt brought no answer; it is tried again by itself. */
  readonly trouble: Trouble | null;
  /** Strokes that can be taken back, the last one last. */
  readonly strokes: readonly (readonly Change[])[];
  /** What the server said last. */
  readonly stands: Readonly<Record<string, RosterMark>>;
}

export interface BoardPorts {
  readonly store: { read(): Unsent | null; write(unsent: Unsent): void };
  readonly send: (input: Save) => Promise<Outcome<RosterSaved>>;
  readonly newId: () => string;
  readonly isPast: (date: string) => boolean;
  /** Calls back after so many milliseconds. */
  readonly later: (ms: number, act: () => void) => void;
  readonly changed: (state: BoardState) => void;
}

/** Taps in quick succession go together; what is painted leaves the phone within a second. */
const GATHER_MS = 400;
const RETRY_MS = 3000;
const MOST_STROKES = 50;

export const keyOf = ({ employmentId, date }: Pick<WishedCell, 'employmentId' | 'date'>): string =>
  `${employmentId} ${date}`;

/** The month grid as one person edits it: what stands, what waits to be sent, and what others did in between. */
export function createBoard({ store, send, newId, isPast, later, changed }: BoardPorts) {
  const kept = store.read();
  let state: BoardState = {
    sending: kept?.sending ?? null,
    waiting: kept?.waiting ?? [],
    past: [],
    told: [],
    trouble: null,
    strokes: [],
    stands: {},
  };
  let planned = false;

  const put = (next: Partial<BoardState>): void => {
    state = { ...state, ...next };
    const { sending, waiting } = state;
    store.write({ sending, waiting });
    changed(state);
  };

  const flushSoon = (ms: number): void => {
    if (planned) return;
    planned = true;
    later(ms, () => {
      planned = false;
      void flush();
    });
  };

  const flush = async (): Promise<void> => {
    const { sending, waiting } = state;
    if (sending === null) {
      if (waiting.length === 0) return;
      put({
        sending: { commandId: newId(), changes: waiting.slice(0, MOST_CELLS_A_CALL), pastSeen: false },
        waiting: waiting.slice(MOST_CELLS_A_CALL),
      });
    }
    await deliver();
  };

  let delivering = false;
  const deliver = async (): Promise<void> => {
    const { sending } = state;
    if (sending === null || delivering) return;
    delivering = true;
    const outcome = await send(sending);
    delivering = false;
    if (outcome.kind === 'done') return answered(sending, outcome.value);
    const final = outcome.kind === 'refused' && outcome.refusal.code !== 'conflict.busy';
    put(final ? { sending: null, trouble: outcome } : { trouble: outcome });
    if (!final) flushSoon(RETRY_MS);
  };

  const answered = ({ changes }: Save, { others }: RosterSaved): void => {
    const stands = { ...state.stands };
    const lost = new Map(others.map((other) => [keyOf(other), other]));
    const told: Told[] = [];
    for (const change of changes) {
      const other = lost.get(keyOf(change));
      stands[keyOf(change)] = other === undefined ? change.to : other.now;
      if (other !== undefined) told.push({ ...other, wanted: change.to });
    }
    // What was painted over a cell that somebody else took was painted without knowing it.
    const waiting = state.waiting.filter((change) => !lost.has(keyOf(change)));
    put({ sending: null, waiting, stands, told: [...told, ...state.told], trouble: null });
    if (waiting.length > 0) flushSoon(0);
  };

  /** The marks that cells show: what is wanted, else what stands. */
  const marks = (): ((key: string) => RosterMark) => {
    const over = marksOver(state);
    return (key) => over.get(key) ?? (over.has(key) ? null : standsAt(state, key));
  };

  let lastDrag: number | null = null;
  const paint = (cells: readonly WishedCell[], drag: number | null, isUndo = false): void => {
    const markOf = marks();
    const stroke = cells
      .map(({ employmentId, date, to }) => ({
        employmentId,
        date,
        from: markOf(keyOf({ employmentId, date })),
        to,
      }))
      .filter(({ from, to }) => from !== to);
    if (stroke.length === 0) return;
    put({
      waiting: withStroke(
        state.waiting,
        stroke.filter(({ date }) => !isPast(date)),
      ),
      past: withStroke(
        state.past,
        stroke.filter(({ date }) => isPast(date)),
      ),
      ...(!isUndo && { strokes: withStep(stroke, drag !== null && drag === lastDrag) }),
    });
    lastDrag = drag;
    flushSoon(GATHER_MS);
  };

  const withStep = (step: readonly Change[], goesOn: boolean): BoardState['strokes'] => {
    const { strokes } = state;
    return goesOn
      ? [...strokes.slice(0, -1), [...(strokes.at(-1) ?? []), ...step]]
      : [...strokes, step].slice(-MOST_STROKES);
  };

  return {
    state: () => state,
    /** @param drag which drag of the finger it belongs to: one drag is taken back as a whole */
    paint: (cells: readonly WishedCell[], drag: number | null = null) => paint(cells, drag),
    /** Takes the last stroke back; cells that say something else meanwhile stay. */
    undo(): void {
      const stroke = state.strokes.at(-1);
      if (stroke === undefined) return;
      put({ strokes: state.strokes.slice(0, -1) });
      const markOf = marks();
      const mine = stroke.filter((change) => markOf(keyOf(change)) === change.to);
      paint(
        mine.map(({ employmentId, date, from }) => ({ employmentId, date, to: from })),
        null,
        true,
      );
    },
    /** What the server says of people; what waits to be sent stays over it. */
    load(
      people: readonly { readonly employmentId: string; readonly marks: readonly RosterMark[] }[],
      dates: readonly string[],
    ): void {
      const stands = { ...state.stands };
      for (const { employmentId, marks } of people)
        dates.forEach((date, i) => (stands[keyOf({ employmentId, date })] = marks[i] ?? null));
      put({ stands });
      if (state.sending !== null || state.waiting.length > 0) flushSoon(0);
    },
    /** Days gone by, once what comes of them was seen. */
    async keepPast(): Promise<void> {
      const { past, sending } = state;
      if (past.length === 0 || sending !== null) return;
      put({
        past: past.slice(MOST_CELLS_A_CALL),
        sending: { commandId: newId(), changes: past.slice(0, MOST_CELLS_A_CALL), pastSeen: true },
      });
      await deliver();
    },
    dropPast: () => put({ past: [] }),
    dismiss: (key: string) => put({ told: state.told.filter((one) => keyOf(one) !== key) }),
    forgive: () => put({ trouble: null }),
    retry: () => void flush(),
  };
}

export type RosterBoard = ReturnType<typeof createBoard>;

export const standsAt = ({ stands }: BoardState, key: string): RosterMark =>
  key in stands ? (stands[key] as RosterMark) : UNPLANNED;

/** What cells are to say that do not stand so yet: on the wire, waiting, and of days gone by. */
export function marksOver({ past, waiting, sending }: BoardState): ReadonlyMap<string, RosterMark> {
  const over = new Map<string, RosterMark>();
  for (const change of [...(sending?.changes ?? []), ...waiting, ...past]) over.set(keyOf(change), change.to);
  return over;
}

/** A cell that is painted twice before it is sent goes once: from what was seen first to what is wanted last. */
function withStroke(waiting: readonly Change[], stroke: readonly Change[]): readonly Change[] {
  const cells = new Map(waiting.map((change) => [keyOf(change), change]));
  for (const change of stroke) {
    const first = cells.get(keyOf(change));
    const now = first === undefined ? change : { ...change, from: first.from };
    if (now.from === now.to) cells.delete(keyOf(change));
    else cells.set(keyOf(change), now);
  }
  return [...cells.values()];
}
