import { testCloud, type TestCloud } from './support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud();
});
afterAll(() => cloud.end());

const SDK = JSON.stringify(require.resolve('@cloudbase/node-sdk'));

describe('functions', () => {
  test('a function answers, with the identity the platform gives it', async () => {
    cloud.deploy(
      'who',
      `const tcb = require(${SDK});
       exports.main = async (event, context) => {
         const { WX_OPENID, WX_APPID, TCB_ENV } = tcb.getCloudbaseContext(context);
         return { WX_OPENID, WX_APPID, TCB_ENV, said: event.said, fromEnv: process.env.WX_OPENID };
       };`,
      { timeout: 20 },
    );
    expect(await cloud.callFunction('who', { said: '你好' }, { openId: 'o-1' })).toEqual({
      WX_OPENID: 'o-1',
      WX_APPID: 'wxlocalcloud0000',
      TCB_ENV: 'local-cloud',
      said: '你好',
      fromEnv: 'o-1',
    });
  });

  test('no identity crosses reused workers', async () => {
    cloud.deploy(
      'echo',
      `exports.main = async () => { const a = process.env.WX_OPENID; await new Promise(r => setTimeout(r, 2)); return [a, process.env.WX_OPENID]; };`,
    );
    const calls = Array.from({ length: 200 }, (_, index) =>
      index % 3 === 0 ? {} : { openId: `o-${index}` },
    );
    const answers = await Promise.all(calls.map((identity) => cloud.callFunction('echo', {}, identity)));
    expect(answers).toEqual(calls.map(({ openId }) => [openId ?? null, openId ?? null]));
  });

  test('a function uses the database of its own environment', async () => {
    await cloud.app.database().createCollection('from-function');
    cloud.deploy(
      'writes',
      `const tcb = require(${SDK});
       const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
       exports.main = async () => (await app.database().collection('from-function').add({ _id: 'x' })).id;`,
      { timeout: 20 },
    );
    expect(await cloud.callFunction('writes')).toBe('x');
  });

  test('the client gateway calls as the user the host vouches for', async () => {
    cloud.deploy('me', `exports.main = async (event) => ({ me: process.env.WX_OPENID ?? null, event });`);
    const post = async (body: object, headers = {}) =>
      (
        await fetch(`${cloud.url}/client/callFunction`, {
          method: 'POST',
          headers,
          body: JSON.stringify(body),
        })
      ).json();
    expect(await post({ name: 'me', data: { a: 1 } }, { 'x-wx-openid': 'o-9' })).toEqual({
      result: { me: 'o-9', event: { a: 1 } },
    });
    expect(await post({ name: 'me' })).toEqual({ result: { me: null, event: {} } });
    expect(await post({ name: 'missing' })).toMatchObject({ errCode: -501000 });
  });

  test('a function calls another: the chain of sources is told, the user is not passed on', async () => {
    cloud.deploy(
      'callee',
      `exports.main = async (event) => ({ event, source: process.env.TCB_SOURCE, user: process.env.WX_OPENID ?? null });`,
    );
    cloud.deploy(
      'caller',
      `const tcb = require(${SDK});
       const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
       exports.main = async () => (await app.callFunction({ name: 'callee', data: { a: [1, '二'] } })).result;`,
      { timeout: 20 },
    );
    expect(await cloud.callFunction('caller', {}, { openId: 'o-1' })).toEqual({
      event: { a: [1, '二'] },
      source: 'wx_client,scf',
      user: null,
    });
  });

  test('a fault in the other function arrives with its code', async () => {
    cloud.deploy('faulty', `exports.main = async () => { throw new Error('spilt milk'); };`);
    await expect(cloud.app.callFunction({ name: 'faulty', data: {} })).rejects.toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: expect.stringContaining('spilt milk'),
    });
    await expect(cloud.app.callFunction({ name: 'nowhere', data: {} })).rejects.toMatchObject({
      code: 'FUNCTION_NOT_FOUND',
    });
  });

  test('the environment is the function’s own, not the laptop’s', async () => {
    const lines: string[] = [];
    process.env.LAPTOP_SECRET = 'secret';
    cloud = await cloud.restart({ functionEnv: { env: { OWN: 'yes' } }, log: (line) => lines.push(line) });
    cloud.deploy(
      'env',
      `console.log('hello from', process.env.OWN); exports.main = async () => [process.env.OWN, process.env.LAPTOP_SECRET ?? null, process.env.TENCENTCLOUD_RUNENV];`,
    );
    cloud.deploy('other', `exports.main = async () => process.env.OWN ?? null;`);
    expect(await cloud.callFunction('env')).toEqual(['yes', null, 'SCF']);
    expect(await cloud.callFunction('other')).toBeNull();
    delete process.env.LAPTOP_SECRET;
    expect(lines).toContain('[env] hello from yes');
  });

  test('a warm worker is used again', async () => {
    cloud.deploy('warm', `let calls = 0; exports.main = async () => (calls += 1);`);
    const counts = [
      await cloud.callFunction('warm'),
      await cloud.callFunction('warm'),
      await cloud.callFunction('warm'),
    ];
    expect(counts).toEqual([1, 2, 3]);
  });

  test('one call at a time in each worker, four workers side by side', async () => {
    cloud.deploy(
      'busy',
      `let inside = 0; const id = Math.random();
       exports.main = async () => { inside += 1; const seen = inside; await new Promise(r => setTimeout(r, 20)); inside -= 1; return [seen, id]; };`,
    );
    const answers = (await Promise.all(Array.from({ length: 12 }, () => cloud.callFunction('busy')))) as [
      number,
      number,
    ][];
    expect(answers.map(([inside]) => inside)).toEqual(Array.from({ length: 12 }, () => 1));
    expect(new Set(answers.map(([, id]) => id)).size).toBe(4);
  });
});
