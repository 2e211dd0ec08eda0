import type { CaseDates } from '@domain/approval/case';
import type { DateName } from '@domain/approval/flow';
import { checkLeavingDates, type LeavingDates } from '@domain/offboarding/leaving-dates';
import { ok, refuse } from '@domain/result';
import { instantOfMinute } from '@domain/time/instant';
import { dateText, dayNumber, type LocalDate, parseLocalDate } from '@domain/time/local-date';
import type { InputOf } from '@contract/contract';
import { type CaseLeavingDates, leavingDatesOf } from '../leaving/case-dates';
import { type Answer, useCase } from '../use-case';
import { dateLabel } from '../workflow/field-words';
import { moveCaseBy } from '../workflow/move-case';
import { openCase, type OpenCase } from '../workflow/open-case';

type Given = InputOf<'case.changeDates'>['dates'];
type DayName = 'lastDay' | 'contractEnd' | 'payrollEnd' | 'handoverDue';
/** The same, each found to be a day of the calendar. */
type GivenDates = { readonly [Name in DayName]: LocalDate } & {
  readonly accessEnd: { readonly date: LocalDate; readonly minute: number };
};

const FIELD_LABELS: { readonly [Field in keyof LeavingDates]: string } = {
  noticeArrived: '通知送达',
  lastWorkingDay: dateLabel('lastDay'),
  contractEnd: dateLabel('contractEnd'),
  accessEnd: dateLabel('accessEnd'),
  payrollEnd: dateLabel('payrollEnd'),
};

/**
 * HR changes dates of a leaving. The day on which the work or the contract ends is not the employer's alone to move:
 * the employee must have agreed, and what stands in an agreement is changed by a new agreement only.
 */
export const changeDates = useCase('case.changeDates', {
  async run(
    ports,
    caller,
    { commandId, caseId, dates, reason, agreed },
  ): Promise<Answer<'case.changeDates'>> {
    const opened = await openCase(ports, caller, caseId);
    const now = opened && leavingDatesOf(opened);
    if (!opened || !now) return refuse('case.unknown', {});
    if (opened.flow.definition.path === 'request')
      return refuse('action.not-offered', { action: 'changeDates' });
    // Whoever may not hears so from the table of permissions, before anything about the dates.
    const isPressedAgain = opened.stored.state.answered.some((one) => one.commandId === commandId);
    if (opened.may('changeDates') && !isPressedAgain) {
      if (reason === '') return refuse('reason.missing', {});
      const checked = checkGiven(dates, now, caller.employment._id, reason);
      if (!checked.ok) return checked;
      const unagreed = withoutConsent(opened, dates, now, agreed);
      if (unagreed) return unagreed;
    }
    const body = { kind: 'changeDates', dates: changesOf(opened, dates, now), reason } as const;
    const moved = await moveCaseBy(ports, caller, caseId, commandId, body, { seen: opened.stored });
    return moved.ok ? ok({ text: '日期已更改，员工会收到通知', view: moved.value }) : moved;
  },
});

function checkGiven(given: Given, now: CaseLeavingDates, by: string, reason: string) {
  const { accessEnd, ...days } = given;
  const named = [...Object.entries(days), ['accessEnd', accessEnd.date]] as const;
  for (const [name, date] of named)
    if (parseLocalDate(date) === null) return refuse('dates.invalid', { label: dateLabel(name as DateName) });
  const { lastDay, contractEnd, payrollEnd, handoverDue, accessEnd: access } = given as GivenDates;
  if (handoverDue < now.noticeArrived)
    return refuse('dates.before-notice', {
      label: dateLabel('handoverDue'),
      notice: dateText(now.noticeArrived),
    });
  const checked = checkLeavingDates(
    {
      noticeArrived: now.noticeArrived,
      lastWorkingDay: lastDay,
      contractEnd,
      payrollEnd,
      accessEnd: access,
    },
    { by, reason },
  );
  if (checked.ok) return ok(true);
  const { field, reason: why } = checked.refusal.facts;
  return refuse('leaving.dates-contradict', { label: FIELD_LABELS[field], why });
}

function withoutConsent(
  { stored: { state }, flow }: OpenCase,
  given: Given,
  now: CaseLeavingDates,
  agreed: boolean,
) {
  const isSame = given.lastDay === now.lastWorkingDay && given.contractEnd === now.contractEnd;
  if (isSame || flow.definition.path === 'employer') return null;
  if (state.documents.agreement !== undefined) return refuse('leaving.dates-in-agreement', {});
  return agreed ? null : refuse('leaving.dates-unagreed', {});
}

/** All of them, for what nobody set follows the last day by itself; but a day that has come is repeated, not set. */
function changesOf({ org: { zone }, now: at }: OpenCase, given: Given, now: CaseLeavingDates): CaseDates {
  const { lastDay, contractEnd, payrollEnd, handoverDue, accessEnd } = given as GivenDates;
  const access = instantOfMinute(zone.instantAt(dayNumber(accessEnd.date), accessEnd.minute));
  const isSameAccess = accessEnd.date === now.accessEnd.date && accessEnd.minute === now.accessEnd.minute;
  return {
    contractEnd,
    payrollEnd,
    handoverDue,
    ...(lastDay !== now.lastWorkingDay && { lastDay }),
    ...(!(isSameAccess && access <= at) && { accessEnd: access }),
  };
}
