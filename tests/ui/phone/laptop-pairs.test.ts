import { transport } from '@/cloud/transport.h5';
import { locate } from '@/phone/location.h5';
import { storage } from '@/phone/storage.h5';

const actAs = (openid: string) => window.history.replaceState(null, '', `/?as=${openid}`);

beforeEach(() => actAs('openid-fang'));

describe('the laptop’s phone', () => {
  it('keeps the things of two people apart', () => {
    storage.write('punches', { waiting: 1 });
    actAs('openid-li');
    expect(storage.read('punches')).toBeNull();
    storage.write('punches', { waiting: 2 });
    actAs('openid-fang');
    expect(storage.read('punches')).toEqual({ waiting: 1 });
  });

  it('turns a browser’s WGS-84 into GCJ-02, once', async () => {
    const coords = { latitude: 31.2304, longitude: 121.4737, accuracy: 12.5 };
    Object.defineProperty(navigator, 'geolocation', {
      configurable: true,
      value: { getCurrentPosition: (found: (fix: unknown) => void) => found({ coords }) },
    });
    const located = await locate();
    if (located.kind !== 'found') throw new Error('not found');
    // Around Shanghai the two systems lie some 500 m apart: 200 m to the north-south, 450 m to the east-west.
    expect(located.position.latitude).toBeCloseTo(31.22846, 4);
    expect(located.position.longitude).toBeCloseTo(121.47823, 4);
    expect(located.position.accuracyMeters).toBe(12.5);
  });

  it('tells a refused position from one that was not found', async () => {
    const failing = (code: number) =>
      Object.defineProperty(navigator, 'geolocation', {
        configurable: true,
        value: { getCurrentPosition: (_: unknown, failed: (error: unknown) => void) => failed({ code }) },
      });
    failing(1);
    expect(await locate()).toEqual({ kind: 'refused' });
    failing(3);
    expect(await locate()).toEqual({ kind: 'failed' });
  });
});

describe('the laptop’s transport', () => {
  const answer = (body: unknown) => {
    const fetched = jest.fn(async (_url: string, _request: RequestInit) => ({ json: async () => body }));
    Object.assign(globalThis, { fetch: fetched });
    return fetched;
  };
  const call = { procedure: 'session.me', input: {} };

  it('posts what a cloud function would get, as the person in the address', async () => {
    const fetched = answer({ result: { ok: true, value: 1 } });
    expect(await transport(call, 1_000)).toEqual({ kind: 'answered', envelope: { ok: true, value: 1 } });
    const [url, request] = fetched.mock.calls[0] ?? [];
    expect(url).toBe('/client/callFunction');
    expect(request?.headers).toMatchObject({ 'x-wx-openid': 'openid-fang' });
    expect(JSON.parse(String(request?.body))).toEqual({ name: 'api', data: call });
  });

  it('takes a platform error for silence', async () => {
    answer({ errCode: -501000, errMsg: 'FunctionName parameter could not be found' });
    expect(await transport(call, 1_000)).toEqual({ kind: 'unreachable', reason: 'service' });
  });

  it('takes a failed request for silence', async () => {
    Object.assign(globalThis, { fetch: async () => Promise.reject(new TypeError('Failed to fetch')) });
    expect(await transport(call, 1_000)).toEqual({ kind: 'unreachable', reason: 'service' });
  });
});
