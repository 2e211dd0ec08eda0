import fc from 'fast-check';
import { runJudge } from '../../../scripts/judge/run-judge';
import { scenarios } from '../../../scripts/rules/scenario-files';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const WEIRD: readonly Json[] = [
  null,
  true,
  '',
  '24:00',
  '99:99',
  '2026-02-30',
  '0000-00-00',
  '2026-13-01 09:00',
  '2026-03-09 09:00+99:00',
  'x'.repeat(5000),
  '__proto__',
  -1,
  0,
  1e308,
  0.5,
  2880,
  [],
  {},
];

/** Every place in a file, as a path. */
function placesIn(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (value === null || typeof value !== 'object') return [path];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [
    path,
    ...keys.flatMap((key) => placesIn((value as Record<string | number, Json>)[key] as Json, [...path, key])),
  ];
}

function replaced(value: Json, path: readonly (string | number)[], put: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined || value === null || typeof value !== 'object') return put;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string | number, Json>;
  copy[key] = replaced(copy[key] as Json, rest, put);
  return copy as Json;
}

const files = scenarios().filter(({ text }) => text.length < 20_000);

test('a file with something strange in it is judged, or each bad field is named with a reason', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.constantFrom(...WEIRD), (which, where, put) => {
      const file = JSON.parse(files[which % files.length]?.text ?? '{}') as Json;
      const places = placesIn(file).filter((path) => path.length > 0);
      const path = places[where % places.length] ?? [];
      const answer = runJudge(JSON.stringify(replaced(file, path, put)));
      if (answer.ok) return !/"(late|early|absent|worked|required)":null/.test(JSON.stringify(answer));
      return (
        answer.problems.length > 0 &&
        answer.problems.every(({ field, reason }) => field !== '' && reason !== '')
      );
    }),
    { numRuns: 1500 },
  );
});

test.each(['', '{', '[]', 'null', '{"from":1}', '"text"'])('%j is no file, and says so', (text) => {
  const answer = runJudge(text);
  expect(answer.ok).toBe(false);
});
