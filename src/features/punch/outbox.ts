import type { ClockAnswer, InputOf } from '@contract/contract';
import type { WireRefusal } from '@contract/envelope';
import type { Outcome, Trouble } from '@/cloud/outcome';

type ClockInput = InputOf<'punch.clock'>;

/** A punch that the server has not answered yet. It is on the phone before it is on the wire. */
export interface WaitingPunch {
  readonly punchId: string;
  /** The instant of the tap, by the server's clock as far as the phone knows it. */
  readonly tappedAt: number;
  readonly position: ClockInput['position'];
  /** Absent: none was looked for, or there was none. */
  readonly wifi?: NonNullable<ClockInput['wifi']>;
  readonly device: ClockInput['device'];
  /** Why the last attempt brought no answer; null before the first. */
  readonly trouble: Trouble | null;
}

/** What the server said to one punch. It stays until the person has seen it. */
export interface AnsweredPunch {
  readonly punchId: string;
  readonly tappedAt: number;
  /** True when the punch waited on the phone and was sent as a claim. */
  readonly delayed: boolean;
  readonly said:
    | { readonly kind: 'done'; readonly answer: Omit<ClockAnswer, 'today'> }
    | { readonly kind: 'refused'; readonly refusal: WireRefusal };
}

export interface OutboxContent {
  readonly waiting: readonly WaitingPunch[];
  readonly answered: readonly AnsweredPunch[];
}

export interface OutboxPorts {
  /** The phone's store: what was written is read after a restart. */
  readonly store: { read(): OutboxContent | null; write(content: OutboxContent): void };
  readonly send: (input: ClockInput) => Promise<Outcome<ClockAnswer>>;
  /** Told of every answer that accepts a punch, once. */
  readonly heard: (answer: ClockAnswer) => void;
  /** The server's clock as the phone knows it, epoch ms. */
  readonly now: () => number;
}

export interface Outbox {
  readonly content: () => OutboxContent;
  readonly subscribe: (listener: () => void) => () => void;
  /** Stores a punch. Nothing is sent before it is stored. */
  readonly add: (punch: Omit<WaitingPunch, 'trouble'>) => void;
  /** Sends what waits, oldest first, one at a time, until it is empty or there is no answer. */
  readonly flush: () => Promise<void>;
  /** The person gives a waiting punch up. */
  readonly drop: (punchId: string) => void;
  /** The person has seen the answer. */
  readonly dismiss: (punchId: string) => void;
}

/** A tap that reaches the server within this time was never delayed: it needs no claim. */
const PROMPT_MS = 10_000;

const EMPTY: OutboxContent = { waiting: [], answered: [] };

/** Refusals that say "not now" rather than "no": the punch keeps waiting. */
const NOT_NOW: readonly WireRefusal['code'][] = ['conflict.busy', 'session.not-bound', 'session.no-identity'];

/** The punches of one phone on their way to the server: stored first, sent in order, each answered once. */
export function createOutbox({ store, send, heard, now }: OutboxPorts): Outbox {
  let content = store.read() ?? EMPTY;
  let flushing: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  const keep = (next: OutboxContent) => {
    store.write(next);
    content = next;
    listeners.forEach((listener) => listener());
  };
  const without = (punchId: string) => content.waiting.filter((punch) => punch.punchId !== punchId);

  /** One attempt with the oldest punch. True when it was answered, so that the next one may go. */
  const sendFirst = async (punch: WaitingPunch): Promise<boolean> => {
    const delayed = now() - punch.tappedAt >= PROMPT_MS;
    const { punchId, tappedAt, position, wifi, device } = punch;
    const claimedAt = delayed ? tappedAt : null;
    const outcome = await send({ punchId, position, ...(wifi && { wifi }), device, claimedAt });
    const said = saidBy(outcome);
    // Dropped by the person while it was on the wire: its answer is still worth seeing.
    if (said !== null) {
      const answered = [...content.answered, { punchId, tappedAt, delayed, said }];
      keep({ waiting: without(punchId), answered });
      if (outcome.kind === 'done') heard(outcome.value);
      return true;
    }
    const trouble = outcome.kind === 'done' ? null : outcome;
    const waiting = content.waiting.map((one) => (one.punchId === punchId ? { ...one, trouble } : one));
    keep({ ...content, waiting });
    return false;
  };

  const sendAll = async () => {
    try {
      for (let first = content.waiting[0]; first !== undefined; first = content.waiting[0])
        if (!(await sendFirst(first))) return;
    } finally {
      flushing = null;
    }
  };

  return {
    content: () => content,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: (punch) => keep({ ...content, waiting: [...content.waiting, { ...punch, trouble: null }] }),
    flush: async () => {
      if (content.waiting.length > 0) flushing ??= sendAll();
      await flushing;
    },
    drop: (punchId) => keep({ ...content, waiting: without(punchId) }),
    dismiss: (punchId) =>
      keep({ ...content, answered: content.answered.filter((answer) => answer.punchId !== punchId) }),
  };
}

function saidBy(outcome: Outcome<ClockAnswer>): AnsweredPunch['said'] | null {
  if (outcome.kind === 'done') {
    const { today: _today, ...answer } = outcome.value;
    return { kind: 'done', answer };
  }
  if (outcome.kind === 'refused' && !NOT_NOW.includes(outcome.refusal.code))
    return { kind: 'refused', refusal: outcome.refusal };
  return null;
}
