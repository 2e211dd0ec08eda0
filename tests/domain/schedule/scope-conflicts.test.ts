import {
  addWithoutConflicts,
  adjustRows,
  moveAllHere,
  scopeConflicts,
} from '@domain/schedule/scope-conflicts';
import type { ScopeEntry } from '@domain/schedule/scope';
import type { Rule } from '@domain/schedule/rule';
import { d, ruleOf } from './company';

const rule = (id: string, scope: readonly ScopeEntry[], more: Partial<Rule> = {}): Rule =>
  ruleOf({ id, name: id, scope, ...more });

const range = (from: string, to: string) => ({ from: d(from), to: d(to) });
const dated = (id: string, ...ranges: ReturnType<typeof range>[]): ScopeEntry => ({
  type: 'person',
  id,
  ranges,
});

const MARCH = range('2026-03-01', '2026-03-31');

describe('a conflict is named with the rule that holds the object now', () => {
  test.each<ScopeEntry>([
    { type: 'person', id: 'wang' },
    { type: 'department', id: 'rd' },
    { type: 'post', id: 'guard' },
    { type: 'tag', id: 'remote' },
    { type: 'everyone' },
  ])('$type', (entry) => {
    const conflicts = scopeConflicts(rule('new', [entry]), [
      rule('old', [entry]),
      rule('other', [{ type: 'tag', id: 'x' }]),
    ]);
    expect(conflicts).toEqual([{ entry, presentRuleId: 'old', presentRuleName: 'old' }]);
  });

  test('ranges of one person that share a day, with the ranges that do', () => {
    const draft = rule('new', [dated('wang', MARCH, range('2026-05-01', '2026-05-31'))]);
    const conflicts = scopeConflicts(draft, [
      rule('old', [dated('wang', range('2026-03-31', '2026-04-10'))]),
    ]);
    expect(conflicts.map(({ entry }) => entry)).toEqual([dated('wang', MARCH)]);
  });
});

describe('no conflict', () => {
  test('a dated naming beside an undated one', () => {
    expect(
      scopeConflicts(rule('new', [dated('wang', MARCH)]), [rule('old', [{ type: 'person', id: 'wang' }])]),
    ).toEqual([]);
  });

  test('ranges that touch', () => {
    const april = dated('wang', range('2026-04-01', '2026-04-30'));
    expect(scopeConflicts(rule('new', [april]), [rule('old', [dated('wang', MARCH)])])).toEqual([]);
  });

  test('another version of the same rule', () => {
    const scope: ScopeEntry[] = [{ type: 'department', id: 'rd' }];
    expect(scopeConflicts(rule('one', scope, { version: 2 }), [rule('one', scope)])).toEqual([]);
  });

  test('a summer and a winter rule of one department', () => {
    const scope: ScopeEntry[] = [{ type: 'department', id: 'rd' }];
    const winter = { kind: 'yearly', periods: [{ from: '11-01', to: '03-31', nextYear: true }] } as const;
    const summer = { kind: 'yearly', periods: [{ from: '04-01', to: '10-31' }] } as const;
    expect(
      scopeConflicts(rule('s', scope, { validity: summer }), [rule('w', scope, { validity: winter })]),
    ).toEqual([]);
    const longer = { kind: 'yearly', periods: [{ from: '03-31', to: '10-31' }] } as const;
    expect(
      scopeConflicts(rule('s', scope, { validity: longer }), [rule('w', scope, { validity: winter })]),
    ).toHaveLength(1);
  });

  test('validities between dates that never meet', () => {
    const scope: ScopeEntry[] = [{ type: 'everyone' }];
    const first = { kind: 'fixed', ...MARCH } as const;
    const later = { kind: 'fixed', ...range('2026-04-01', '2026-12-31') } as const;
    expect(
      scopeConflicts(rule('a', scope, { validity: later }), [rule('b', scope, { validity: first })]),
    ).toEqual([]);
    const spring = { kind: 'yearly', periods: [{ from: '02-01', to: '03-01' }] } as const;
    expect(
      scopeConflicts(rule('a', scope, { validity: spring }), [rule('b', scope, { validity: first })]),
    ).toHaveLength(1);
  });
});

describe('both answers', () => {
  const draft = rule('new', [
    { type: 'person', id: 'wang' },
    { type: 'department', id: 'rd' },
    { type: 'post', id: 'guard' },
  ]);
  const others = [
    rule('a', [
      { type: 'person', id: 'wang' },
      { type: 'tag', id: 'x' },
    ]),
    rule('b', [{ type: 'department', id: 'rd' }]),
    rule('c', [{ type: 'tag', id: 'y' }]),
  ];

  test('批量调整: everything moves here, and only the rules that lose something change', () => {
    const answer = moveAllHere(draft, others);
    expect(answer.draft.scope).toEqual(draft.scope);
    expect(answer.changed.map(({ id, scope }) => [id, scope])).toEqual([
      ['a', [{ type: 'tag', id: 'x' }]],
      ['b', []],
    ]);
    expect(scopeConflicts(answer.draft, [...answer.changed, others[2] as Rule])).toEqual([]);
  });

  test('不调整: only what does not conflict is added', () => {
    expect(addWithoutConflicts(draft, others).scope).toEqual([{ type: 'post', id: 'guard' }]);
  });

  test('row by row: what moves, moves; the rest stays where it is', () => {
    const answer = adjustRows(draft, others, ({ presentRuleId }) => presentRuleId === 'b');
    expect(answer.draft.scope).toEqual([
      { type: 'department', id: 'rd' },
      { type: 'post', id: 'guard' },
    ]);
    expect(answer.changed.map(({ id }) => id)).toEqual(['b']);
    expect(scopeConflicts(answer.draft, [others[0] as Rule, ...answer.changed, others[2] as Rule])).toEqual(
      [],
    );
  });

  test('of ranges only the shared days move', () => {
    const mine = rule('new', [dated('wang', range('2026-03-10', '2026-03-12'))]);
    const theirs = rule('old', [dated('wang', MARCH)]);
    expect(moveAllHere(mine, [theirs]).changed[0]?.scope).toEqual([
      dated('wang', range('2026-03-01', '2026-03-09'), range('2026-03-13', '2026-03-31')),
    ]);
    expect(addWithoutConflicts(mine, [theirs]).scope).toEqual([]);
  });
});
