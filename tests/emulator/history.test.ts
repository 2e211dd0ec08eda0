import fc from 'fast-check';
import { Version } from '../../emulator/store/collection';
import { History } from '../../emulator/store/history';

type Step =
  | { readonly do: 'write'; readonly key: string; readonly removes: boolean }
  | { readonly do: 'begin' | 'end'; readonly who: string };

const key = fc.constantFrom('a', 'b', 'c');
const who = fc.constantFrom('t1', 't2', 't3');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('write' as const), key, removes: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('begin' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('end' as const), who }) },
);

test('law: every running transaction sees its own moment, and nothing is kept that nobody can ask for', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const history = new History();
      const now = new Map<string, Version>();
      const moments = new Map<string, { commit: number; seen: Map<string, Version> }>();
      let commit = 0;
      for (const one of steps) {
        if (one.do === 'write') {
          commit += 1;
          history.supersede('c', one.key, now.get(one.key), commit);
          if (one.removes) now.delete(one.key);
          else now.set(one.key, new Version(`{"_id":"${one.key}","n":${commit}}`, commit));
        } else if (one.do === 'begin' && !moments.has(one.who)) {
          history.keep(one.who, commit);
          moments.set(one.who, { commit, seen: new Map(now) });
        } else if (one.do === 'end') {
          history.forget(one.who);
          moments.delete(one.who);
        }
        for (const { commit: at, seen } of moments.values())
          for (const name of ['a', 'b', 'c']) {
            expect(history.versionAt('c', name, at, now.get(name))).toBe(seen.get(name));
            if (now.get(name) !== seen.get(name)) expect(history.changedAfter('c', name, at)).toBe(true);
          }
        if (moments.size === 0) expect(history.size).toBe(0);
        else
          expect(history.size).toBeLessThanOrEqual(
            commit - Math.min(...[...moments.values()].map((m) => m.commit)),
          );
      }
    }),
  );
});
