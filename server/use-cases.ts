import type { UseCases } from './use-case';

/** Every procedure of the contract and the use case behind it. */
export const useCases: UseCases = {
  'session.me': async () => (await import('./use-cases/me')).me,
  'session.bind': async () => (await import('./use-cases/bind')).bind,
  'invitation.issue': async () => (await import('./use-cases/issue-invitation')).issueInvitation,
  'punch.today': async () => (await import('./use-cases/today')).today,
  'punch.clock': async () => (await import('./use-cases/clock')).clock,
  'calendar.myMonth': async () => (await import('./use-cases/my-month')).myMonth,
  'reminders.recordAnswers': async () => (await import('./use-cases/record-answers')).recordAnswers,
  'correction.form': async () => (await import('./use-cases/correction-form')).correctionForm,
  'correction.apply': async () => (await import('./use-cases/apply-for-correction')).applyForCorrection,
  'case.view': async () => (await import('./use-cases/view-case')).viewCase,
  'case.act': async () => (await import('./use-cases/act-on-task')).actOnTask,
  'case.move': async () => (await import('./use-cases/move-case')).moveCase,
  'identity.begin': async () => (await import('./use-cases/begin-identity')).beginIdentity,
  'identity.confirm': async () => (await import('./use-cases/confirm-identity')).confirmIdentity,
  'inbox.list': async () => (await import('./use-cases/list-inbox')).listInbox,
  'inbox.read': async () => (await import('./use-cases/read-inbox')).readInbox,
  'people.search': async () => (await import('./use-cases/search-people')).searchPeople,
  'settlement.view': async () => (await import('./use-cases/view-settlement')).viewSettlement,
  'settlement.propose': async () => (await import('./use-cases/propose-settlement')).proposeSettlement,
  'settlement.answer': async () => (await import('./use-cases/answer-settlement')).answerSettlement,
};
