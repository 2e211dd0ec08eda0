import * as fc from 'fast-check';
import type { InputOf, RosterSaved } from '@contract/contract';
import type { RosterMark } from '@domain/schedule/roster-cells';
import type { Outcome } from '@/cloud/outcome';
import { createBoard, keyOf, marksOver, type Unsent } from '@/features/rosters/roster-board';

type Save = InputOf<'roster.save'>;

/** A server with the cells of one month, and a network that a test breaks. */
function serverOf(cells: Record<string, RosterMark> = {}) {
  const truth: Record<string, RosterMark> = { ...cells };
  const heard: Save[] = [];
  const done = new Map<string, RosterSaved>();
  let breaks: 'no' | 'before' | 'after' = 'no';
  const answer = (input: Save): RosterSaved => {
    const known = done.get(input.commandId);
    if (known) return known;
    const others: RosterSaved['others'] = [];
    for (const { employmentId, date, from, to } of input.changes) {
      const key = keyOf({ employmentId, date });
      const now = truth[key] ?? (key in truth ? null : '');
      if (now !== from && now !== to)
        others.push({ employmentId, date, now, takenBy: '刘静 · 刚刚', why: null });
      else truth[key] = to;
    }
    const value = { kept: input.changes.length - others.length, others, rejudgedDays: 0 };
    done.set(input.commandId, value);
    return value;
  };
  const send = async (input: Save): Promise<Outcome<RosterSaved>> => {
    heard.push(input);
    const now = breaks;
    if (now === 'before') return { kind: 'unreachable', reason: 'offline' };
    const value = answer(input);
    return now === 'after' ? { kind: 'unreachable', reason: 'timeout' } : { kind: 'done', value };
  };
  return { truth, heard, send, break: (how: typeof breaks) => (breaks = how) };
}

function boardOn(server: ReturnType<typeof serverOf>, kept: Unsent | null = null, today = '2026-03-01') {
  const waits: (() => void)[] = [];
  let stored = kept;
  let ids = 0;
  const board = createBoard({
    store: { read: () => stored, write: (unsent) => (stored = unsent) },
    send: server.send,
    newId: () => `command-${(ids += 1)}-${Math.random()}`,
    isPast: (date) => date <= today,
    later: (_ms, act) => void waits.push(act),
    changed: () => undefined,
  });
  board.load([{ employmentId: 'E1', marks: ['', '', ''] }], ['2026-03-02', '2026-03-03', '2026-03-04']);
  const settle = async () => {
    for (let turn = 0; turn < 50 && waits.length > 0; turn += 1) {
      waits.shift()?.();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  };
  return { board, settle, stored: () => stored };
}

const cell = (date: string, to: RosterMark, employmentId = 'E1') => ({ employmentId, date, to });
const FIRST = 'E1 2026-03-02';

it('taps in quick succession go together; a cell painted twice goes once', async () => {
  const server = serverOf();
  const { board, settle } = boardOn(server);
  board.paint([cell('2026-03-02', 'day')]);
  board.paint([cell('2026-03-03', 'day')]);
  board.paint([cell('2026-03-02', null)]);
  await settle();
  expect(server.heard).toHaveLength(1);
  expect(server.heard[0]?.changes).toEqual([
    { employmentId: 'E1', date: '2026-03-02', from: '', to: null },
    { employmentId: 'E1', date: '2026-03-03', from: '', to: 'day' },
  ]);
  expect(board.state()).toMatchObject({ waiting: [], sending: null });
  expect(board.state().stands[FIRST]).toBeNull();
});

it('without a network it stays on the phone, even over a restart, and goes with the same id', async () => {
  const server = serverOf();
  const first = boardOn(server);
  server.break('after');
  first.board.paint([cell('2026-03-02', 'day')]);
  first.settle().catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 0));
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(first.board.state().trouble).not.toBeNull();
  const kept = JSON.parse(JSON.stringify(first.stored())) as Unsent;
  expect(kept.sending?.changes).toHaveLength(1);
  server.break('no');
  const again = boardOn(server, kept);
  await again.settle();
  expect(new Set(server.heard.map(({ commandId }) => commandId)).size).toBe(1);
  expect(server.truth[FIRST]).toBe('day');
  expect(again.board.state()).toMatchObject({ sending: null, waiting: [], trouble: null });
});

it('a cell that somebody else took is told with both versions, and says what he made of it', async () => {
  const server = serverOf({ [FIRST]: 'noon' });
  const { board, settle } = boardOn(server);
  board.paint([cell('2026-03-02', 'day')]);
  await settle();
  expect(board.state().told).toMatchObject([{ now: 'noon', wanted: 'day', takenBy: '刘静 · 刚刚' }]);
  expect(marksOver(board.state()).has(FIRST)).toBe(false);
  expect(board.state().stands[FIRST]).toBe('noon');
  // Knowingly, over it.
  board.dismiss(FIRST);
  board.paint([cell('2026-03-02', 'day')]);
  await settle();
  expect(server.truth[FIRST]).toBe('day');
});

it('the last stroke is taken back as a whole, also after it was saved', async () => {
  const server = serverOf();
  const { board, settle } = boardOn(server);
  board.paint([cell('2026-03-02', 'day'), cell('2026-03-03', 'day')]);
  await settle();
  board.undo();
  await settle();
  expect([server.truth[FIRST], server.truth['E1 2026-03-03']]).toEqual(['', '']);
  expect(board.state().strokes).toEqual([]);
});

it('days gone by wait until what comes of them was seen', async () => {
  const server = serverOf();
  const { board, settle } = boardOn(server, null, '2026-03-02');
  board.paint([cell('2026-03-02', 'day'), cell('2026-03-03', 'day')]);
  await settle();
  expect(server.heard.map(({ changes, pastSeen }) => [changes.length, pastSeen])).toEqual([[1, false]]);
  expect(board.state().past).toHaveLength(1);
  await board.keepPast();
  expect(server.heard.at(-1)).toMatchObject({ pastSeen: true });
  expect(server.truth[FIRST]).toBe('day');
});

it('whatever is painted, undone and lost on the way: in the end phone and server say the same', async () => {
  const step = fc.oneof(
    fc.record({
      paint: fc.record({
        date: fc.constantFrom('2026-03-02', '2026-03-03', '2026-03-04'),
        to: fc.constantFrom<RosterMark>('day', 'noon', null, ''),
      }),
    }),
    fc.constant('undo' as const),
    fc.record({ net: fc.constantFrom('no' as const, 'before' as const, 'after' as const) }),
    fc.constant('wait' as const),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const server = serverOf();
      const { board, settle } = boardOn(server);
      const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
      for (const one of steps) {
        if (one === 'undo') board.undo();
        else if (one === 'wait') await turn();
        else if ('net' in one) server.break(one.net);
        else board.paint([cell(one.paint.date, one.paint.to)]);
      }
      server.break('no');
      await settle();
      const { waiting, sending, stands } = board.state();
      expect([waiting, sending]).toEqual([[], null]);
      for (const date of ['2026-03-02', '2026-03-03', '2026-03-04'])
        expect(stands[`E1 ${date}`]).toBe(
          server.truth[`E1 ${date}`] ?? (`E1 ${date}` in server.truth ? null : ''),
        );
    }),
    { numRuns: 60 },
  );
});
