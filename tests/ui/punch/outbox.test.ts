import type { ClockAnswer, InputOf } from '@contract/contract';
import fc from 'fast-check';
import type { Outcome } from '@/cloud/outcome';
import { createOutbox, type OutboxContent } from '@/features/punch/outbox';
import { accepted, FRIDAY_MORNING } from '../fixtures/today';

type Sent = InputOf<'punch.clock'>;

const device = { model: 'Phone 1', utcOffsetMinutes: 480 };
const offline: Outcome<ClockAnswer> = { kind: 'unreachable', reason: 'offline' };
const done: Outcome<ClockAnswer> = { kind: 'done', value: accepted };

/** A phone and a server: what is written, what is sent, and what comes back are all in sight. */
function desk(answer: (input: Sent) => Outcome<ClockAnswer> | Promise<Outcome<ClockAnswer>> = () => done) {
  const world = {
    disk: null as string | null,
    sent: [] as Sent[],
    heard: 0,
    now: FRIDAY_MORNING,
    answer,
    /** What was on the disk at the moment of each sending. */
    diskAtSending: [] as OutboxContent[],
  };
  /** Starting again reads what the disk holds and nothing else. */
  const start = () =>
    createOutbox({
      store: {
        read: () => (world.disk === null ? null : (JSON.parse(world.disk) as OutboxContent)),
        write: (content) => void (world.disk = JSON.stringify(content)),
      },
      send: async (input) => {
        world.diskAtSending.push(JSON.parse(world.disk ?? '') as OutboxContent);
        world.sent.push(input);
        return world.answer(input);
      },
      heard: () => void (world.heard += 1),
      now: () => world.now,
    });
  return { world, start };
}

const punch = (name: string, tappedAt = FRIDAY_MORNING) => ({
  punchId: name,
  tappedAt,
  position: null,
  device,
});

const ids = (punches: readonly { punchId: string }[]) => punches.map(({ punchId }) => punchId);

describe('a punch on its way', () => {
  it('is on the disk before it is on the wire', async () => {
    const { world, start } = desk();
    const outbox = start();
    outbox.add(punch('first'));
    await outbox.flush();
    expect(ids(world.diskAtSending[0]?.waiting ?? [])).toEqual(['first']);
  });

  it('leaves when it is answered, and its answer stays until it was seen', async () => {
    const { world, start } = desk();
    const outbox = start();
    outbox.add(punch('first'));
    await outbox.flush();
    expect(outbox.content().waiting).toEqual([]);
    expect(outbox.content().answered[0]?.said).toMatchObject({
      kind: 'done',
      answer: { text: accepted.text },
    });
    expect(world.heard).toBe(1);
    outbox.dismiss('first');
    expect(start().content()).toEqual({ waiting: [], answered: [] });
  });

  it('makes no claim when it is prompt', async () => {
    const { world, start } = desk();
    const outbox = start();
    outbox.add(punch('first'));
    await outbox.flush();
    expect(world.sent[0]).toEqual({ punchId: 'first', position: null, device, claimedAt: null });
  });

  it('claims the instant of the tap when it has waited', async () => {
    const { world, start } = desk(() => offline);
    const outbox = start();
    outbox.add(punch('first'));
    await outbox.flush();
    world.now += 39 * 60_000;
    world.answer = () => done;
    await outbox.flush();
    expect(world.sent.at(-1)).toMatchObject({ punchId: 'first', claimedAt: FRIDAY_MORNING });
    expect(outbox.content().answered[0]?.delayed).toBe(true);
  });

  it('keeps waiting when the network is gone, with the reason', async () => {
    const { start } = desk(() => offline);
    const outbox = start();
    outbox.add(punch('first'));
    await outbox.flush();
    expect(outbox.content().waiting[0]?.trouble).toEqual(offline);
  });

  it('survives a restart and is then sent with the same id', async () => {
    const { world, start } = desk(() => offline);
    const before = start();
    before.add(punch('first'));
    await before.flush();
    world.answer = () => done;
    const after = start();
    expect(ids(after.content().waiting)).toEqual(['first']);
    await after.flush();
    expect(ids(world.sent)).toEqual(['first', 'first']);
    expect(after.content().waiting).toEqual([]);
  });

  it('keeps waiting behind a fault, until the person gives it up', async () => {
    const { start } = desk(({ punchId }) => (punchId === 'bad' ? { kind: 'fault', faultId: 'f-1' } : done));
    const outbox = start();
    outbox.add(punch('bad'));
    outbox.add(punch('good'));
    await outbox.flush();
    expect(ids(outbox.content().waiting)).toEqual(['bad', 'good']);
    outbox.drop('bad');
    await outbox.flush();
    expect(outbox.content().waiting).toEqual([]);
  });

  it.each(['conflict.busy', 'session.not-bound', 'session.no-identity'] as const)(
    'takes %s as "not now"',
    async (code) => {
      const { start } = desk(() => ({ kind: 'refused', refusal: { code, facts: {} } }));
      const outbox = start();
      outbox.add(punch('first'));
      await outbox.flush();
      expect(ids(outbox.content().waiting)).toEqual(['first']);
    },
  );

  it('takes any other refusal as the answer', async () => {
    const { world, start } = desk(() => ({
      kind: 'refused',
      refusal: { code: 'punch.position-needed', facts: {} },
    }));
    const outbox = start();
    outbox.add(punch('first'));
    await outbox.flush();
    expect(outbox.content()).toMatchObject({ waiting: [], answered: [{ said: { kind: 'refused' } }] });
    expect(world.heard).toBe(0);
  });

  it('shows the answer of a punch that was given up while it was on the wire', async () => {
    let arrive: (outcome: Outcome<ClockAnswer>) => void = () => undefined;
    const { start } = desk(() => new Promise((resolve) => (arrive = resolve)));
    const outbox = start();
    outbox.add(punch('first'));
    const flushed = outbox.flush();
    await Promise.resolve();
    outbox.drop('first');
    arrive(done);
    await flushed;
    expect(ids(outbox.content().answered)).toEqual(['first']);
  });
});

describe('laws of the outbox, whatever happens in whatever order', () => {
  /** tap, flush twice at once, lose or find the network, restart, let time pass */
  const step = fc.constantFrom('tap', 'flush', 'flush-twice', 'offline', 'online', 'busy', 'restart', 'wait');

  const live = async (steps: readonly string[]) => {
    const { world, start } = desk();
    let outbox = start();
    let online: Outcome<ClockAnswer> = done;
    const tapped: string[] = [];
    const answeredBy = new Map<string, number>();
    world.answer = async ({ punchId }) => {
      await Promise.resolve();
      if (online.kind === 'done') answeredBy.set(punchId, (answeredBy.get(punchId) ?? 0) + 1);
      return online;
    };
    const acts: Record<string, () => unknown> = {
      tap: () => {
        tapped.push(`punch-${tapped.length}`);
        outbox.add(punch(tapped.at(-1) ?? '', world.now));
      },
      flush: () => outbox.flush(),
      'flush-twice': () => Promise.all([outbox.flush(), outbox.flush()]),
      offline: () => (online = offline),
      busy: () => (online = { kind: 'refused', refusal: { code: 'conflict.busy', facts: {} } }),
      online: () => (online = done),
      restart: () => (outbox = start()),
      wait: () => (world.now += 7_000),
    };
    for (const name of steps) await acts[name]?.();
    return { world, outbox, tapped, answeredBy, finish: () => (online = done) };
  };

  it('every tap ends answered exactly once, in the order of the taps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { outbox, tapped, answeredBy, finish } = await live(steps);
        finish();
        await outbox.flush();
        expect(outbox.content().waiting).toEqual([]);
        expect(ids(outbox.content().answered)).toEqual(tapped);
        expect([...answeredBy.values()].every((times) => times === 1)).toBe(true);
      }),
    );
  });

  it('nothing is lost: a tap is waiting or answered, on the disk as in memory', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { world, outbox, tapped } = await live(steps);
        const { waiting, answered } = outbox.content();
        expect([...ids(answered), ...ids(waiting)]).toEqual(tapped);
        if (tapped.length > 0) expect(JSON.parse(world.disk ?? '')).toEqual(outbox.content());
      }),
    );
  });

  it('nothing is sent that was not stored, and a repeat differs in nothing but its claim', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { world } = await live(steps);
        world.sent.forEach(({ punchId, claimedAt }, at) => {
          const stored = world.diskAtSending[at]?.waiting.find((one) => one.punchId === punchId);
          expect(stored).toBeDefined();
          expect([null, stored?.tappedAt]).toContain(claimedAt);
        });
      }),
    );
  });
});
