import { NOTICE_FLOW } from '@domain/offboarding/flows/notice';
import type { ScenarioStep } from '../../../scripts/scenario/scenario-file';
import { giveNotice, playSteps } from './leaving-cast';

const accept = (lastDay: string): readonly ScenarioStep[] => [
  { by: 'li', does: 'proposeDate', task: 'leader', with: { lastDay } },
  { by: 'zhang', does: 'answerDate', with: { accept: true } },
];
const noticeWith = (dates: Readonly<Record<string, string>>): ScenarioStep => {
  const start = giveNotice();
  return { ...start, dates: { ...start.dates, ...dates } };
};
const datesOf = (steps: readonly ScenarioStep[]) => playSteps(NOTICE_FLOW, steps).at(-1)?.state?.dates;
const at = (wall: string) => Date.parse(`${wall}+08:00`);

describe('accepting a proposed last day', () => {
  const apart = {
    contractEnd: '2026-11-30',
    payrollEnd: '2026-12-02',
    handoverDue: '2026-11-18',
    accessEnd: '2026-11-20 12:30',
  };

  it('takes along, at their distance, the dates that were set apart', () => {
    expect(datesOf([noticeWith(apart), ...accept('2026-11-28')])).toMatchObject({
      lastDay: '2026-11-28',
      contractEnd: '2026-12-07',
      payrollEnd: '2026-12-09',
      handoverDue: '2026-11-25',
      accessEnd: at('2026-11-27T12:30'),
    });
  });

  it('also to an earlier day, the handover not before the notice', () => {
    expect(datesOf([noticeWith(apart), ...accept('2026-10-23')])).toMatchObject({
      contractEnd: '2026-11-01',
      payrollEnd: '2026-11-03',
      handoverDue: '2026-10-22',
      accessEnd: at('2026-10-22T12:30'),
    });
  });

  it('sets nothing apart that nobody had set', () => {
    const dates = datesOf([giveNotice(), ...accept('2026-11-28')]);
    expect(Object.keys(dates ?? {}).sort()).toEqual(['lastDay', 'notice']);
  });

  it('leaves accounts frozen that are frozen already', () => {
    const played = playSteps(NOTICE_FLOW, [
      noticeWith({ accessEnd: '2026-10-22 10:00' }),
      { by: 'li', does: 'proposeDate', task: 'leader', with: { lastDay: '2026-11-28' } },
      { at: '2026-10-22 10:05', does: 'nothing' },
      { by: 'zhang', does: 'answerDate', with: { accept: true } },
    ]);
    expect(played.at(-1)?.state?.dates).toMatchObject({
      lastDay: '2026-11-28',
      accessEnd: at('2026-10-22T10:00'),
    });
  });
});
