import type * as z from 'zod/mini';
import { listSignals } from './signals';
import { closeAssets, issueAsset, moveAsset, viewAssets } from './assets';
import { myMonth } from './calendar';
import { compareCard } from './cards';
import { changeDates } from './case-dates';
import { actOnTask, moveCase, signOnPaper, viewCase } from './cases';
import { pulseOfCase, sayInCase, seeCase } from './conversation';
import { applyForCorrection, correctionForm } from './corrections';
import { beginIdentity, confirmIdentity } from './identity';
import {
  acceptHandover,
  attachToHandover,
  commentOnHandover,
  sendHandoverBack,
  signHandover,
  submitHandover,
  viewHandover,
} from './handover';
import { draftLeaving, giveLeaving, leavingOptions, leavingProofs, myLeaving } from './leaving';
import { chooseCertificate } from './certificate';
import { announceUpload, openFile } from './files';
import {
  exportEvidence,
  keepPaperByHand,
  listDocuments,
  openDocument,
  revokeDocument,
  verifyDocument,
} from './documents';
import { listInbox, readInbox } from './inbox';
import { exportProgress, startExport } from './exports';
import { applyImport, checkImport, importLines, importProgress, listImports, undoImport } from './imports';
import { searchPeople } from './people';
import { addStaff, changeRole, changeStaff, listStaff, unbindStaff, viewStaffFile } from './staff';
import { changeCompany, viewCompany } from './staff-company';
import { confirmDuties, viewDuties } from './duties';
import {
  applyForRequest,
  draftRequest,
  grantLeave,
  requestHome,
  revokeRequest,
  viewBalances,
} from './requests';
import { endDelegation, myDelegations, setDelegation } from './delegations';
import { answerInterview, summariseInterviews, viewInterview } from './interview';
import {
  employersPath,
  freezeNow,
  overviewLeavings,
  searchLeavings,
  startEmployersPath,
} from './leaving-desk';
import { viewNonCompete, writeNonCompete } from './non-compete';
import { checkMachineFile, machineHome, takeMachineFile } from './machine-punches';
import { clock, clockOutside, today } from './punch';
import { myChannels, recordAnswers, recordBinding } from './reminders';
import {
  dropRuleDraft,
  openRule,
  openRuleDesk,
  previewRules,
  publishRules,
  rejudgingProgress,
  saveRuleItem,
} from './rules';
import { closeMonth, monthChanges, monthDesk, monthOpenItems, monthProgress, reopenMonth } from './months';
import { dayReport, keepLayout, monthReport, personReport, reportLayouts, reportSum } from './reports';
import { chooseShift } from './shift-choice';
import { askSwap, draftSwap } from './swaps';
import {
  checkRosterTable,
  importRosterTable,
  previewRoster,
  rosterDesk,
  rosterHistory,
  saveRoster,
} from './rosters';
import { bind, issueInvitation, me } from './session';
import { answerSettlement, proposeSettlement, viewSettlement } from './settlement';

/** Every procedure once. A handler that is missing in server/ does not compile; a key that is not here cannot be called. */
export const contract = {
  'session.me': me,
  'session.bind': bind,
  'invitation.issue': issueInvitation,
  'punch.today': today,
  'punch.clock': clock,
  'punch.outside': clockOutside,
  'signals.list': listSignals,
  'machine.home': machineHome,
  'machine.check': checkMachineFile,
  'machine.take': takeMachineFile,
  'calendar.myMonth': myMonth,
  'reminders.recordAnswers': recordAnswers,
  'reminders.channels': myChannels,
  'reminders.recordBinding': recordBinding,
  'correction.form': correctionForm,
  'correction.apply': applyForCorrection,
  'report.month': monthReport,
  'report.day': dayReport,
  'report.person': personReport,
  'report.sum': reportSum,
  'report.layouts': reportLayouts,
  'report.keepLayout': keepLayout,
  'month.desk': monthDesk,
  'month.openItems': monthOpenItems,
  'month.close': closeMonth,
  'month.reopen': reopenMonth,
  'month.progress': monthProgress,
  'month.changes': monthChanges,
  'request.home': requestHome,
  'request.draft': draftRequest,
  'request.apply': applyForRequest,
  'request.revoke': revokeRequest,
  'leave.balances': viewBalances,
  'leave.grant': grantLeave,
  'case.view': viewCase,
  'case.act': actOnTask,
  'case.move': moveCase,
  'case.changeDates': changeDates,
  'case.signOnPaper': signOnPaper,
  'case.say': sayInCase,
  'case.pulse': pulseOfCase,
  'case.see': seeCase,
  'identity.begin': beginIdentity,
  'identity.confirm': confirmIdentity,
  'leaving.options': leavingOptions,
  'leaving.draft': draftLeaving,
  'leaving.compareCard': compareCard,
  'leaving.give': giveLeaving,
  'leaving.mine': myLeaving,
  'leaving.proofs': leavingProofs,
  'inbox.list': listInbox,
  'inbox.read': readInbox,
  'people.search': searchPeople,
  'company.view': viewCompany,
  'company.change': changeCompany,
  'staff.list': listStaff,
  'staff.file': viewStaffFile,
  'staff.add': addStaff,
  'staff.change': changeStaff,
  'staff.role': changeRole,
  'staff.unbind': unbindStaff,
  'duties.view': viewDuties,
  'duties.confirm': confirmDuties,
  'delegation.mine': myDelegations,
  'delegation.set': setDelegation,
  'delegation.end': endDelegation,
  'settlement.view': viewSettlement,
  'settlement.propose': proposeSettlement,
  'settlement.answer': answerSettlement,
  'handover.view': viewHandover,
  'handover.submit': submitHandover,
  'handover.comment': commentOnHandover,
  'handover.sendBack': sendHandoverBack,
  'handover.accept': acceptHandover,
  'handover.sign': signHandover,
  'handover.attach': attachToHandover,
  'imports.list': listImports,
  'imports.check': checkImport,
  'imports.lines': importLines,
  'imports.apply': applyImport,
  'imports.progress': importProgress,
  'imports.undo': undoImport,
  'exports.start': startExport,
  'exports.progress': exportProgress,
  'rules.desk': openRuleDesk,
  'rules.open': openRule,
  'rules.save': saveRuleItem,
  'rules.drop': dropRuleDraft,
  'rules.preview': previewRules,
  'rules.publish': publishRules,
  'rules.progress': rejudgingProgress,
  'roster.desk': rosterDesk,
  'roster.save': saveRoster,
  'roster.preview': previewRoster,
  'roster.history': rosterHistory,
  'roster.checkTable': checkRosterTable,
  'roster.importTable': importRosterTable,
  'roster.choose': chooseShift,
  'swap.draft': draftSwap,
  'swap.ask': askSwap,
  'assets.view': viewAssets,
  'assets.issue': issueAsset,
  'assets.move': moveAsset,
  'assets.close': closeAssets,
  'upload.announce': announceUpload,
  'file.open': openFile,
  'document.list': listDocuments,
  'document.open': openDocument,
  'document.verify': verifyDocument,
  'document.revoke': revokeDocument,
  'document.keepByHand': keepPaperByHand,
  'evidence.export': exportEvidence,
  'certificate.choose': chooseCertificate,
  'interview.view': viewInterview,
  'interview.answer': answerInterview,
  'interviews.summary': summariseInterviews,
  'nonCompete.view': viewNonCompete,
  'nonCompete.write': writeNonCompete,
  'leaving.search': searchLeavings,
  'leaving.overview': overviewLeavings,
  'leaving.employersPath': employersPath,
  'leaving.startEmployer': startEmployersPath,
  'leaving.freezeNow': freezeNow,
} as const;

export type Contract = typeof contract;
export type ProcedureKey = keyof Contract;

export type InputOf<Key extends ProcedureKey> = z.input<Contract[Key]['input']>;
export type OutputOf<Key extends ProcedureKey> = z.output<Contract[Key]['output']>;

export type TodayView = OutputOf<'punch.today'>;
export type ClockAnswer = OutputOf<'punch.clock'>;
export type DeskView = ClockAnswer['today'];
export type MonthView = OutputOf<'calendar.myMonth'>;
export type DayView = MonthView['days'][number];
export type CardView = TodayView['cards'][number];
export type CaseView = OutputOf<'case.view'>;
export type AssetsView = OutputOf<'assets.view'>;
export type InterviewView = OutputOf<'interview.view'>;
export type InterviewSummary = OutputOf<'interviews.summary'>;
export type NonCompeteView = OutputOf<'nonCompete.view'>;
export type LeavingOverview = OutputOf<'leaving.overview'>;
export type LeavingLine = LeavingOverview['lines'][number];
export type EmployersPathView = OutputOf<'leaving.employersPath'>;
export type SettlementView = OutputOf<'settlement.view'>;
export type InboxView = OutputOf<'inbox.list'>;
export type Colleague = OutputOf<'people.search'>['people'][number];
export type CompanyView = OutputOf<'company.view'>;
export type StaffList = OutputOf<'staff.list'>;
export type StaffFileView = OutputOf<'staff.file'>;
export type HandoverView = OutputOf<'handover.view'>;
export type PapersView = OutputOf<'document.list'>;
export type PaperCheck = OutputOf<'document.verify'>;
export type CorrectionForm = OutputOf<'correction.form'>;
export type RuleDesk = OutputOf<'rules.desk'>;
export type RulePreview = OutputOf<'rules.preview'>;
export type Rejudging = OutputOf<'rules.progress'>;
export type RosterDesk = OutputOf<'roster.desk'>;
export type RosterSaved = OutputOf<'roster.save'>;
export type RosterPreview = OutputOf<'roster.preview'>;
export type RosterHistory = OutputOf<'roster.history'>;
export type MonthReport = OutputOf<'report.month'>;
export type DayReport = OutputOf<'report.day'>;
export type PersonReport = OutputOf<'report.person'>;
export type ReportLayouts = OutputOf<'report.layouts'>;
export type MonthDesk = OutputOf<'month.desk'>;
export type MonthOpenItems = OutputOf<'month.openItems'>;
export type MonthClosing = OutputOf<'month.progress'>;
export type MonthChanges = OutputOf<'month.changes'>;
export type RequestHome = OutputOf<'request.home'>;
export type RequestDraft = OutputOf<'request.draft'>;
export type Tone = CardView['tone'];
