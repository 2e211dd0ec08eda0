import type { UseCases } from './use-case';
import { actOnTask } from './use-cases/act-on-task';
import { applyForCorrection } from './use-cases/apply-for-correction';
import { bind } from './use-cases/bind';
import { clock } from './use-cases/clock';
import { correctionForm } from './use-cases/correction-form';
import { issueInvitation } from './use-cases/issue-invitation';
import { listInbox } from './use-cases/list-inbox';
import { me } from './use-cases/me';
import { moveCase } from './use-cases/move-case';
import { myMonth } from './use-cases/my-month';
import { readInbox } from './use-cases/read-inbox';
import { recordAnswers } from './use-cases/record-answers';
import { today } from './use-cases/today';
import { viewCase } from './use-cases/view-case';

/** Every procedure of the contract and the use case behind it. */
export const useCases: UseCases = {
  'session.me': me,
  'session.bind': bind,
  'invitation.issue': issueInvitation,
  'punch.today': today,
  'punch.clock': clock,
  'calendar.myMonth': myMonth,
  'reminders.recordAnswers': recordAnswers,
  'correction.form': correctionForm,
  'correction.apply': applyForCorrection,
  'case.view': viewCase,
  'case.act': actOnTask,
  'case.move': moveCase,
  'inbox.list': listInbox,
  'inbox.read': readInbox,
};
