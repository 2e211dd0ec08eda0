import { cleanup } from '@testing-library/react';
import { asked, byId, choose, openCase, server, tap, textOf, write } from './open-case';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const DATES = {
  lastDay: '2026-04-10',
  contractEnd: '2026-04-10',
  payrollEnd: '2026-04-10',
  handoverDue: '2026-04-08',
  accessEnd: { date: '2026-04-10', minute: 1080 },
};

describe('HR changing dates', () => {
  it('is offered to nobody else', async () => {
    await openCase();
    expect(byId('case-change-dates')).toBeNull();
  });

  it('sends all of them with a reason; what the employee need not agree to asks for no consent', async () => {
    await openCase({ dates: DATES });
    await tap('case-change-dates');
    expect(textOf('dates-payrollEnd')).toBe('4月10日 周五');
    await choose('dates-payrollEnd', '2026-04-30');
    await choose('dates-accessTime', '12:05');
    expect(byId('dates-agreed')).toBeNull();
    await tap('dates-send');
    expect(asked('case.changeDates')).toEqual([]);
    await write('dates-reason', '年假在合同内休完');
    await tap('dates-send');
    expect(asked('case.changeDates')).toEqual([
      {
        commandId: expect.any(String),
        caseId: 'E003-leave',
        dates: { ...DATES, payrollEnd: '2026-04-30', accessEnd: { date: '2026-04-10', minute: 725 } },
        reason: '年假在合同内休完',
        agreed: false,
      },
    ]);
  });

  it('needs the employee’s consent for another last day, and shows a refusal in words', async () => {
    await openCase({ dates: DATES });
    server.refusing['case.changeDates'] = {
      code: 'leaving.dates-contradict',
      facts: { label: '薪资截止日', why: 'before the contract ends' },
    };
    await tap('case-change-dates');
    await choose('dates-contractEnd', '2026-04-20');
    await write('dates-reason', '双方商定');
    await tap('dates-send');
    expect(asked('case.changeDates')).toEqual([]);
    await tap('dates-agreed');
    await tap('dates-send');
    expect(asked('case.changeDates')).toMatchObject([{ agreed: true }]);
    expect(textOf('case-said')).toContain('薪资截止日不能早于合同终止日');
  });
});
