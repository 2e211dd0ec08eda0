import { balanceOf, type StandingEntry } from '@domain/attendance/request-book';
import { ok } from '@domain/result';
import { minuteOf } from '@domain/time/instant';
import type { OutputOf } from '@contract/contract';
import { recentOrganisation, todayIn, type Organisation } from '../organisation';
import { requestBooks } from '../repositories/request-books';
import { balanceView } from '../requests/balance-view';
import { leavesOf } from '../requests/measure';
import { entryTitle } from '../requests/request-desk';
import { entryWhen } from '../requests/entry-when';
import { type Answer, useCase } from '../use-case';
import { staffOf } from '../workflow/case-staff';

/** What lies this far behind is found in the month, and in the messages. */
const SHOWN_MINUTES = 31 * 1440;

/** 申请: one read beside the person's own. */
export const requestHome = useCase('request.home', {
  async run(ports, caller): Promise<Answer<'request.home'>> {
    const now = ports.clock.now();
    const [org, book] = await Promise.all([
      recentOrganisation(ports),
      requestBooks.read(ports.database, caller.employment._id),
    ]);
    const staff = await staffOf(ports, org, caller, null);
    const leaderId = staff.directory.person(caller.employment._id)?.leaderId ?? null;
    const shown = book.requests
      .filter(({ state, to }) => state === 'pending' || to > minuteOf(now) - SHOWN_MINUTES)
      .sort((a, b) => a.from - b.from);
    return ok({
      today: todayIn(org.zone, now),
      leaves: leavesOf(org)
        .filter(({ stopped }) => stopped !== true)
        .map((leave) => ({
          id: leave.id,
          name: leave.name,
          paid: leave.paid,
          hours: leave.unit === 'hour' || leave.unit === 'minute',
          halves: leave.unit === 'halfDay',
          balance: leave.hasBalance ? balanceView(balanceOf(book, leave.id), leave) : null,
        })),
      requests: shown.map((entry) => lineOf(org, entry)),
      approverName: leaderId === null ? null : staff.nameOf(leaderId),
    });
  },
});

const lineOf = (org: Organisation, entry: StandingEntry): OutputOf<'request.home'>['requests'][number] => ({
  caseId: entry.caseId,
  kind: entry.kind,
  title: entryTitle(org, entry),
  whenText: entryWhen(org, entry),
  status: entry.short
    ? { tone: 'missing', text: '改班后余额不足，人事会联系你' }
    : entry.state === 'approved'
      ? { tone: 'ok', text: '已通过' }
      : { tone: 'info', text: '等待审批' },
  canRevoke: entry.state === 'approved',
});
