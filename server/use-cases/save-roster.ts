import { ok, refuse } from '@domain/result';
import { resolveRule } from '@domain/schedule/resolve-rule';
import type { CellChange, CellOutcome } from '@domain/schedule/roster-cells';
import { monthOf } from '@domain/time/local-date';
import type { OutputOf } from '@contract/contract';
import { organisation, type Organisation, personOf, todayIn } from '../organisation';
import type { Ports } from '../ports';
import type { Employment } from '../repositories/employments';
import { rosterChanges } from '../repositories/rosters';
import { whoText } from '../rosters/history-lines';
import { rosterScope } from '../rosters/roster-scope';
import { saveRosterOf } from '../rosters/save-person';
import { sortChanges } from '../rosters/sort-changes';
import { wireWhy } from '../rosters/wire-cell';
import { type Answer, useCase } from '../use-case';

type Other = OutputOf<'roster.save'>['others'][number];

/** Changes cells, each for itself; people are independent of each other, and what was acknowledged is never undone. */
export const saveRoster = useCase('roster.save', {
  async run(ports, caller, { commandId, changes, pastSeen }): Promise<Answer<'roster.save'>> {
    const org = await organisation(ports);
    const scope = rosterScope(org, caller.employment);
    if (!scope) return refuse('roster.not-yours', {});
    const { mine, notMine } = await sortChanges(ports, scope, changes);
    const command = { id: commandId, by: caller.employment, means: 'painted' } as const;
    const saved = await Promise.all(
      [...mine].map(async ([employment, cells]) => {
        const unseen = pastSeen ? [] : cells.filter((cell) => needsPreview(ports, org, employment, cell));
        const ready = cells.filter((cell) => !unseen.includes(cell));
        const changed = await saveRosterOf(ports, org, employment, ready, command);
        return { employment, unseen, changed };
      }),
    );
    const others = notMine.map(({ employmentId, date, from }): Other => {
      return { employmentId, date, now: from, takenBy: null, why: { code: 'not-yours' } };
    });
    let kept = 0;
    let rejudgedDays = 0;
    for (const { employment, unseen, changed } of saved) {
      if (changed === null) return refuse('conflict.busy', {});
      kept += changed.outcomes.filter(({ kind }) => kind === 'kept').length;
      rejudgedDays += changed.rewrites.reduce((sum, { rejudged }) => sum + Object.keys(rejudged).length, 0);
      others.push(...unseen.map((cell) => other(employment, cell, { why: { code: 'past-unseen' } })));
      others.push(...(await told(ports, org, employment, changed.outcomes)));
    }
    return ok({ kept, others, rejudgedDays });
  },
});

/** A day that is not to come, where such days may be changed: who changes them has seen what comes of it. */
function needsPreview(
  { clock }: Ports,
  org: Organisation,
  employment: Employment,
  { date }: CellChange,
): boolean {
  if (date > todayIn(org.zone, clock.now())) return false;
  return resolveRule(org.book, personOf(employment), date).rule?.settings.editPastRosters === true;
}

const other = (
  { _id }: Employment,
  { date, from }: CellChange,
  more: Partial<Pick<Other, 'now' | 'takenBy' | 'why'>>,
): Other => ({ employmentId: _id, date, now: from, takenBy: null, why: null, ...more });

/** What became of the cells that do not say what was wanted. */
async function told(
  ports: Ports,
  org: Organisation,
  employment: Employment,
  outcomes: readonly CellOutcome[],
): Promise<readonly Other[]> {
  const lines: Other[] = [];
  for (const outcome of outcomes) {
    if (outcome.kind === 'refused')
      lines.push(other(employment, outcome.change, { why: wireWhy(org, outcome.refusal) }));
    if (outcome.kind === 'taken')
      lines.push(
        other(employment, outcome.change, {
          now: outcome.now,
          takenBy: await lastChangeOf(ports, org, employment, outcome.change),
        }),
      );
  }
  return lines;
}

const CHANGES_LOOKED_AT = 20;

async function lastChangeOf(
  { database }: Ports,
  org: Organisation,
  { _id }: Employment,
  { date }: CellChange,
): Promise<string> {
  const recent = await rosterChanges.ofPeople(database, [_id], monthOf(date), CHANGES_LOOKED_AT);
  const last = recent.find(({ cells }) => cells.some((cell) => cell.date === date));
  return last === undefined ? '同事' : whoText(org, last);
}
