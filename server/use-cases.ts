import type { UseCases } from './use-case';
import { bind } from './use-cases/bind';
import { clock } from './use-cases/clock';
import { issueInvitation } from './use-cases/issue-invitation';
import { me } from './use-cases/me';
import { myMonth } from './use-cases/my-month';
import { recordAnswers } from './use-cases/record-answers';
import { today } from './use-cases/today';

/** Every procedure of the contract and the use case behind it. */
export const useCases: UseCases = {
  'session.me': me,
  'session.bind': bind,
  'invitation.issue': issueInvitation,
  'punch.today': today,
  'punch.clock': clock,
  'calendar.myMonth': myMonth,
  'reminders.recordAnswers': recordAnswers,
};
