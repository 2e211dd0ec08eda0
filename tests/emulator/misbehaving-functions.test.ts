import { codeOf, testCloud, type TestCloud } from './support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud({ workers: 2 });
  cloud.deploy(
    'good',
    `exports.main = async () => { await new Promise(r => setTimeout(r, 30)); return 'well'; };`,
  );
});
afterAll(() => cloud.end());

/** What the misdeed ends in, while calls of another function go on. */
async function misdeed(name: string, code: string, config: object = { timeout: 1 }): Promise<string> {
  cloud.deploy(name, code, config);
  const others = Promise.all(Array.from({ length: 20 }, () => cloud.callFunction('good')));
  const outcome = await codeOf(cloud.callFunction(name));
  expect(await others).toEqual(Array.from({ length: 20 }, () => 'well'));
  return outcome;
}

test('one that never answers', async () => {
  expect(await misdeed('silent', `exports.main = () => new Promise(() => setInterval(() => 0, 10));`)).toBe(
    'FUNCTIONS_TIME_LIMIT_EXCEEDED',
  );
});

test('one that never pauses', async () => {
  expect(await misdeed('endless', `exports.main = () => { for (;;); };`)).toBe(
    'FUNCTIONS_TIME_LIMIT_EXCEEDED',
  );
});

test('one that throws, says why', async () => {
  cloud.deploy('throws', `exports.main = async () => { throw new Error('out of milk'); };`);
  await expect(cloud.callFunction('throws')).rejects.toMatchObject({
    code: 'FUNCTIONS_EXECUTE_FAIL',
    message: expect.stringContaining('out of milk'),
  });
});

test('one that throws later, where nobody catches', async () => {
  const code = `exports.main = () => new Promise(() => { setTimeout(() => { throw new Error('later'); }, 5); });`;
  expect(await misdeed('later', code)).toBe('FUNCTIONS_EXECUTE_FAIL');
});

test('one that rejects where nobody catches', async () => {
  const code = `exports.main = () => new Promise(() => { Promise.reject(new Error('unheard')); });`;
  expect(await misdeed('unheard', code)).toBe('FUNCTIONS_EXECUTE_FAIL');
});

test('one that ends the process', async () => {
  expect(await misdeed('exits', `exports.main = () => process.exit(3);`)).toBe('FUNCTIONS_EXECUTE_FAIL');
});

test('one that fills the heap', async () => {
  const code = `exports.main = () => { const all = []; for (;;) all.push(new Array(1000).fill(Math.random())); };`;
  expect(await misdeed('heap', code, { timeout: 20, memorySize: 64 })).toBe(
    'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
  );
});

test('one that fills buffers with pauses', async () => {
  const code = `exports.main = async () => { const all = []; for (;;) { all.push(Buffer.alloc(4e6, 1)); await new Promise(r => setTimeout(r, 2)); } };`;
  expect(await misdeed('buffers', code, { timeout: 20, memorySize: 64 })).toBe(
    'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
  );
});

test('one that fills buffers without a pause', async () => {
  const code = `exports.main = () => { const all = []; for (let n = 0; n < 1500; n += 1) all.push(Buffer.alloc(1e6, 1)); for (;;); };`;
  expect(await misdeed('greedy', code, { timeout: 20, memorySize: 64 })).toBe(
    'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
  );
});

test('one that answers more than a megabyte, one that answers a circle', async () => {
  expect(await misdeed('long', `exports.main = () => 'x'.repeat(1024 * 1024);`)).toBe(
    'FUNCTIONS_RESULT_SIZE_EXCEED_LIMIT',
  );
  expect(await misdeed('circle', `exports.main = () => { const a = {}; a.a = a; return a; };`)).toBe(
    'FUNCTIONS_EXECUTE_FAIL',
  );
});

test('one that cannot be loaded, one without main, one that is not there', async () => {
  expect(await misdeed('broken', `exports.main = (`)).toBe('FUNCTIONS_EXECUTE_FAIL');
  expect(await misdeed('empty', ``)).toBe('FUNCTIONS_EXECUTE_FAIL');
  expect(await codeOf(cloud.callFunction('nowhere'))).toBe('FUNCTION_NOT_FOUND');
  expect(await codeOf(cloud.callFunction('../data'))).toBe('FUNCTION_NOT_FOUND');
});

test.each([
  ['timeout', { timeout: 0 }],
  ['timeout', { timeout: 61 }],
  ['memorySize', { memorySize: 1 }],
  ['permissions.openapi', { permissions: { openapi: 'all' } }],
  ['triggers', { triggers: {} }],
  [
    'triggers',
    {
      triggers: [
        { type: 'timer', name: 'a', config: '0 0 0 * * * *' },
        { type: 'timer', name: 'b', config: '0 0 0 * * * *' },
      ],
    },
  ],
])('a config.json whose %s is wrong is named', async (field, config) => {
  cloud.deploy('wrong', `exports.main = () => 1;`, config);
  await expect(cloud.callFunction('wrong')).rejects.toThrow(`"${field}"`);
});

test('a function that is built again answers anew', async () => {
  cloud.deploy('again', `exports.main = () => 'old';`);
  expect(await cloud.callFunction('again')).toBe('old');
  cloud.deploy('again', `exports.main = () => 'newer';`);
  expect(await cloud.callFunction('again')).toBe('newer');
});
