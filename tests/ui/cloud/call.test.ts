import type { OutputOf } from '@contract/contract';
import { call } from '@/cloud/call';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));

const mine = { companyName: '周到', person: null };
const asked: { procedure: string; input: unknown }[] = [];

/** Answers the calls one after the other; the last answer repeats. */
const answering = (...answers: (() => Promise<{ result: unknown }>)[]) => {
  let next = 0;
  phone.answer = (data) => {
    asked.push(data);
    const answer = answers[Math.min(next, answers.length - 1)];
    next += 1;
    return answer?.() ?? Promise.reject(new Error('nothing to answer'));
  };
};

const value = (content: unknown) => async () => ({ result: { ok: true, value: content } });
const broken = async () => Promise.reject(new Error('cloud.callFunction:fail'));

beforeEach(() => {
  resetPhone();
  asked.length = 0;
  jest.useFakeTimers();
});

afterEach(() => jest.useRealTimers());

/** Lets the pauses between attempts pass. */
const settled = async <Value>(outcome: Promise<Value>): Promise<Value> => {
  await jest.advanceTimersByTimeAsync(60_000);
  return outcome;
};

describe('a call', () => {
  it('sends the procedure and its input, and gives the value', async () => {
    answering(value(mine));
    expect(await settled(call('session.me', {}))).toEqual({ kind: 'done', value: mine });
    expect(asked).toEqual([{ procedure: 'session.me', input: {} }]);
  });

  it('gives a refusal with its facts', async () => {
    const refusal = { code: 'invitation.unknown', facts: { triesLeft: 3 } };
    answering(async () => ({ result: { ok: false, refusal } }));
    expect(await settled(call('session.bind', { code: 'X' }))).toEqual({ kind: 'refused', refusal });
  });

  it('gives the number of a fault', async () => {
    answering(async () => ({ result: { ok: false, fault: { id: 'f-1' } } }));
    expect(await settled(call('session.me', {}))).toEqual({ kind: 'fault', faultId: 'f-1' });
  });

  it('takes an answer that is no envelope for silence', async () => {
    answering(async () => ({ result: '<html>' }));
    expect(await settled(call('session.me', {}))).toEqual({ kind: 'unreachable', reason: 'service' });
  });

  it('tries a repeatable call again, with the very same input', async () => {
    answering(broken, broken, value({ ...mine }));
    const input = {
      answerId: 'answer-0000000000',
      answers: [{ templateId: 't', answer: 'accept' as const }],
    };
    await settled(call('reminders.recordAnswers', input));
    expect(asked.map((one) => one.input)).toEqual([input, input, input]);
  });

  it('gives up after the third silence', async () => {
    answering(broken);
    expect(await settled(call('session.me', {}))).toEqual({ kind: 'unreachable', reason: 'service' });
    expect(asked).toHaveLength(3);
  });

  it('tries a call that may not be repeated once', async () => {
    answering(broken);
    await settled(call('session.bind', { code: 'X' }));
    expect(asked).toHaveLength(1);
  });

  it('knows at once that there is no network', async () => {
    phone.network = 'none';
    answering(broken);
    expect(await settled(call('session.me', {}))).toEqual({ kind: 'unreachable', reason: 'offline' });
    expect(asked).toHaveLength(1);
  });

  it('waits eight seconds and no longer, and then leaves it to the person', async () => {
    answering(() => new Promise(() => undefined));
    const outcome = call('session.me', {});
    await jest.advanceTimersByTimeAsync(8_000);
    expect(await outcome).toEqual({ kind: 'unreachable', reason: 'timeout' });
    expect(asked).toHaveLength(1);
  });
});

describe('the types of a call', () => {
  /** Never run: tsc reads it. */
  const written = async () => {
    // @ts-expect-error a procedure that the contract does not declare
    await call('punch.fly', {});
    // @ts-expect-error a field that is missing
    await call('punch.today', {});
    // @ts-expect-error a status is never an input
    await call('calendar.myMonth', { month: null, status: 'ok' });
    // @ts-expect-error coordinates are numbers
    await call('punch.today', { position: { latitude: '31', longitude: 121, accuracyMeters: 15 } });
    const outcome = await call('session.me', {});
    // @ts-expect-error a value is there only when the call is done
    void outcome.value;
    if (outcome.kind === 'done') {
      const company: OutputOf<'session.me'>['companyName'] = outcome.value.companyName;
      void company;
    }
  };

  it('are checked where the code is written', () => {
    expect(written).toBeDefined();
  });
});
