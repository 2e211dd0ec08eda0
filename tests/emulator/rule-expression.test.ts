import { readRule } from '../../emulator/storage/rule-expression';

const scope = {
  auth: { openid: 'o-1', loginType: 'WECHAT' },
  resource: { openid: 'o-1', path: 'inbox/o-1/a.jpg' },
};
const nobody = { ...scope, auth: null };

test.each<[boolean | string, boolean, boolean]>([
  [true, true, true],
  [false, false, false],
  ['true', true, true],
  ['auth != null', true, false],
  ['auth == null', false, true],
  ['resource.openid == auth.openid', true, false],
  ['resource.openid != auth.openid', false, false],
  ['auth.uid == resource.openid', false, false],
  ['auth == null || resource.openid == auth.openid', true, true],
  ['auth != null && auth.loginType != "ANONYMOUS"', true, false],
  ["!(auth.openid === 'o-2') && true", true, false],
  ['/^inbox\\//.test(resource.path) == true', true, true],
  ['/^private/.test(resource.path) == false', true, true],
  ['auth.openid', false, false],
  ['resource.path.length == 15', false, false],
])('%s', (rule, forUser, forNobody) => {
  expect([readRule(rule)(scope), readRule(rule)(nobody)]).toEqual([forUser, forNobody]);
});

test.each([
  '',
  'auth =',
  '(true',
  'true true',
  'now > 1',
  'auth.openid = 1',
  '/a/.exec(resource.path) == true',
  'process.exit()',
  '`x`',
])('refused: %j', (rule) => {
  expect(() => readRule(rule)).toThrow(JSON.stringify(rule));
});
