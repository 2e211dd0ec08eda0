import { join } from 'node:path';
import { testCloud, type TestCloud } from './support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud();
});
afterAll(() => cloud.end());

const SDK = JSON.stringify(join(process.cwd(), 'node_modules/@cloudbase/node-sdk'));

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
});
