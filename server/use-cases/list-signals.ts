import { ok } from '@domain/result';
import { instantOf } from '@domain/time/instant';
import { hasRole } from '../caller';
import { recentOrganisation } from '../organisation';
import { employments } from '../repositories/employments';
import { signals } from '../repositories/signals';
import { signalLine } from '../signals/signal-line';
import { type Answer, useCase } from '../use-case';
import { momentText } from '../wall-text';

const PAGE = 30;
/** More than ever have one instant; those that were seen already are left out. */
const READ = 200;

/** Facts about punches, the newest first: for the company's HR all, for a branch's the own people's. */
export const listSignals = useCase('signals.list', {
  gather: (ports) => recentOrganisation(ports),
  async run(ports, caller, { kind, before }, org): Promise<Answer<'signals.list'>> {
    const { database, clock } = ports;
    const branchId = hasRole(caller, ['hr']) ? null : caller.employment.branchId;
    const until = before?.at ?? clock.now();
    const [found, cursor] = await Promise.all([
      signals.page(database, { branchId, kind, until }, READ),
      signals.cursor(database),
    ]);
    const sorted = [...found].sort((a, b) => b.at - a.at || (a._id < b._id ? -1 : 1));
    const rest = sorted.filter(({ at, _id }) => before === null || at < before.at || _id > before.id);
    const page = rest.slice(0, PAGE);
    const ids = [...new Set(page.flatMap(({ signal }) => signal.personIds))];
    const people = await employments.ofIds(database, ids);
    const seen = new Map(
      people.filter((one) => branchId === null || one.branchId === branchId).map((one) => [one._id, one]),
    );
    const last = page.at(-1);
    return ok({
      scopeText: branchId === null ? '全公司' : org.branchName(branchId),
      lines: page.map(({ signal }) => signalLine(org, signal, seen)),
      next: last && rest.length > page.length ? { at: last.at, id: last._id } : null,
      throughText: cursor && momentText(org.zone, instantOf(cursor.through)),
    });
  },
});
