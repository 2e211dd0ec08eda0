import type { InputOf } from '@contract/contract';
import { sheets } from '@server/repositories/sheets';
import { type Company, openCompany } from '../company';
import { granted } from './answers';
import { freshId, type Person } from './person';
import { todoOf } from './requests';

export type Asking = InputOf<'request.draft'>;

export const days = (from: string, to: string, more: object = {}): Asking => ({
  kind: 'leave',
  typeId: 'annual',
  span: { mode: 'days', from, to, fromAfternoon: false, untilNoon: false, ...more },
});

export const hours = (
  date: string,
  fromMinute: number,
  toMinute: number,
  more: Partial<Asking> = {},
): Asking => ({
  kind: 'leave',
  typeId: 'personal',
  span: { mode: 'time', from: date, to: date, fromMinute, toMinute },
  ...more,
});

/**
 * Monday 9 March 2026, 08:00. 王芳 works 09:00–18:00 on weekdays and has five days of annual leave; 陈思远 leads her,
 * 刘静 is HR.
 */
export async function openRequesting() {
  const company: Company = await openCompany({ at: '2026-03-09T08:00' });
  const fang = await company.person('王芳').bind();
  const leader = await company.person('陈思远').bind();
  const hr = company.person('刘静');
  await company.reorganise(() => ({
    heads: { day: leader.employmentId },
    grants: [{ role: 'hr', personId: hr.employmentId, branchId: null }],
  }));

  const give = (amount: number, commandId = freshId()) =>
    hr.call('leave.grant', {
      commandId,
      employmentId: fang.employmentId,
      typeId: 'annual',
      amount,
      note: '2026 年度',
    });
  granted(await give(5));

  /** The leader's answer to whatever waits first. */
  async function decide(action: 'agree' | 'reject' = 'agree', commandId = freshId()) {
    const [item] = await todoOf(leader);
    const { caseId, taskId, round } = item?.link ?? {};
    if (!caseId || !taskId || !round) throw new Error('nothing waits for the leader');
    const comment = action === 'reject' ? '那几天走不开' : '';
    return leader.call('case.act', {
      commandId,
      caseId,
      taskId,
      round,
      action,
      comment,
      toEmploymentId: null,
    });
  }

  return {
    company,
    fang,
    leader,
    hr,
    give,
    decide,
    ask: (asking: Asking, commandId = freshId()) =>
      fang.call('request.apply', { ...asking, commandId, place: '', reason: '家里有事' }),
    draft: async (asking: Asking) => granted(await fang.call('request.draft', asking)),
    withdraw: (caseId: string) =>
      fang.call('case.move', { commandId: freshId(), caseId, move: 'withdraw', nodeId: null, text: '' }),
    revoke: (caseId: string, person: Person = fang) =>
      person.call('request.revoke', { commandId: freshId(), caseId, reason: '行程取消了' }),
    /** What is left of the annual leave, as the page says it. */
    left: async () =>
      granted(await fang.call('request.home', {})).leaves.find(({ id }) => id === 'annual')?.balance,
    dayOf: async (date: string) => {
      const day = (await fang.month(date.slice(0, 7))).days.find((one) => one.date === date);
      if (!day) throw new Error(`${date} is not in the month`);
      return day;
    },
    lock: (month: string, to: 'open' | 'locked') =>
      company.database.updateWhere(
        'sheets',
        sheets.idOf(fang.employmentId, month),
        {},
        { set: { lock: to } },
      ),
  };
}

export type Requesting = Awaited<ReturnType<typeof openRequesting>>;
