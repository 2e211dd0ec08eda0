import fc from 'fast-check';
import { canonicalJson, tryCanonicalJson } from '@domain/evidence/canonical-json';

/** Values that have a canonical form. */
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().map((n) => (Object.is(n, -0) ? 0 : n)),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('any')),
    fc.dictionary(fc.string({ unit: 'grapheme' }), tie('any')),
  ),
})).any;

/** The same value with every object's keys put in the other order. */
const turned = (part: unknown): unknown => {
  if (Array.isArray(part)) return part.map(turned);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
};

it('prints exactly what is hashed', () => {
  const event = {
    seq: 2,
    at: 1792631400000,
    姓名: '张䶮',
    note: 'a"b\\c\n\u2028',
    list: [true, null, { z: 1, a: 2 }],
  };
  expect(canonicalJson(event)).toBe(
    '{"at":1792631400000,"list":[true,null,{"a":2,"z":1}],"note":"a\\"b\\\\c\\n\u2028","seq":2,"姓名":"张䶮"}',
  );
});

it('reads back as the same value', () => {
  fc.assert(fc.property(value, (one) => expect(JSON.parse(canonicalJson(one))).toEqual(one)));
});

it('has one spelling, whatever order the keys were written in', () => {
  fc.assert(fc.property(value, (one) => canonicalJson(turned(one)) === canonicalJson(one)));
});

const loop: { self?: unknown } = {};
loop.self = loop;
const sparse: number[] = [];
sparse[1] = 1;

it.each([
  ['a float', { fen: 0.1 }, '$.fen', 'not a safe integer'],
  ['NaN', [Number.NaN], '$[0]', 'not a safe integer'],
  ['infinity', Infinity, '$', 'not a safe integer'],
  ['an integer that doubles cannot hold', { at: 2 ** 53 }, '$.at', 'not a safe integer'],
  ['minus zero, which reads back as zero', { n: -0 }, '$.n', 'minus zero'],
  ['undefined', { a: { b: undefined } }, '$.a.b', 'undefined'],
  ['a hole', { list: sparse }, '$.list[0]', 'a hole in an array'],
  ['a lone surrogate', { name: '张\ud86d' }, '$.name', 'a lone surrogate'],
  ['a lone surrogate in a key', { ['\udc00']: 1 }, '$', 'a lone surrogate'],
  ['a bigint', { n: 1n }, '$.n', 'not a JSON type'],
  ['a function', { f: () => 1 }, '$.f', 'not a JSON type'],
  ['a date', { d: new Date(0) }, '$.d', 'not a plain object'],
  ['a map', new Map(), '$', 'not a plain object'],
  ['a symbol key', { [Symbol('s')]: 1 }, '$', 'a symbol key'],
])('refuses %s, and says where', (_, bad, path, reason) => {
  const answer = tryCanonicalJson(bad);
  expect(answer).toEqual({ ok: false, refusal: { code: 'evidence.not-canonical', facts: { path, reason } } });
  expect(() => canonicalJson(bad)).toThrow(`no canonical JSON at ${path}: ${reason}`);
});

it('refuses a value that contains itself', () => {
  const answer = tryCanonicalJson(loop);
  expect(answer.ok ? null : answer.refusal.facts.reason).toBe('nested too deeply');
});

it('keeps whole characters outside the basic plane', () => {
  expect(canonicalJson('𣲘😀')).toBe('"𣲘😀"');
});
