import type { Mutation } from '../../scripts/mutations/mutation';

const notice = 'tests/domain/offboarding/notice-period.test.ts';
const dates = 'tests/domain/offboarding/leaving-dates.test.ts';
const handover = 'tests/domain/offboarding/handover.test.ts';
const handoverOfLog = 'tests/domain/offboarding/handover-of-log.test.ts';
const settlement = 'tests/domain/offboarding/settlement.test.ts';
const certificate = 'tests/domain/offboarding/certificate-content.test.ts';
const strokes = 'tests/domain/offboarding/signature-strokes.test.ts';
const assets = 'tests/domain/offboarding/assets.test.ts';
const law = 'tests/domain/offboarding/law.test.ts';
const flows = 'tests/domain/offboarding/flows.test.ts';
const interview = 'tests/domain/offboarding/exit-interview.test.ts';
const yuan = 'tests/domain/offboarding/yuan-input.test.ts';
const nonCompete = 'tests/domain/offboarding/non-compete.test.ts';
const employer = 'tests/domain/offboarding/employers-path.test.ts';

export const mutations: readonly Mutation[] = [
  {
    breaks: 'the day of arrival counts',
    file: 'domain/offboarding/notice-period.ts',
    from: 'addDays(arrivedOn, days)',
    to: 'addDays(arrivedOn, days - 1)',
    test: notice,
  },
  {
    breaks: 'the last day of probation is no probation any more',
    file: 'domain/offboarding/notice-period.ts',
    from: 'arrivedOn <= probationEnd',
    to: 'arrivedOn < probationEnd',
    test: notice,
  },
  {
    breaks: 'a date too early goes on as a notice',
    file: 'domain/offboarding/notice-period.ts',
    from: "if (path === 'agreement' || shortBy > 0)",
    to: "if (path === 'agreement')",
    test: notice,
  },
  {
    breaks: 'a last day in the past is taken',
    file: 'domain/offboarding/notice-period.ts',
    from: 'if (wished !== null && wished < arrivedOn)',
    to: 'if (wished !== null && wished < addDays(arrivedOn, -30))',
    test: notice,
  },
  {
    breaks: 'somebody is made to stay beyond the end of the contract',
    file: 'domain/offboarding/notice-period.ts',
    from: 'const free = endsByItself ? termEnd : noticeEnd;',
    to: 'const free = noticeEnd;',
    test: notice,
  },
  {
    breaks: 'payroll ends before the contract',
    file: 'domain/offboarding/leaving-dates.ts',
    from: "if (payrollEnd < contractEnd) return no('payrollEnd', 'before the contract ends');",
    to: '',
    test: dates,
  },
  {
    breaks: 'accounts are frozen early without a decision',
    file: 'domain/offboarding/leaving-dates.ts',
    from: 'if (accessEnd.date < lastWorkingDay && !isExplained)',
    to: 'if (accessEnd.date < noticeArrived && !isExplained)',
    test: dates,
  },
  {
    breaks: 'a list with gaps is handed in',
    file: 'domain/offboarding/handover.ts',
    from: "if (gaps.length > 0) return refuse('handover.incomplete', { gaps });",
    to: '',
    test: handover,
  },
  {
    breaks: 'signatures survive a change',
    file: 'domain/offboarding/handover.ts',
    from: 'sentBackAt: null,\n    signatures: [],',
    to: 'sentBackAt: null,\n    signatures: handover.versions.at(-1)?.signatures ?? [],',
    test: handover,
  },
  {
    breaks: 'whoever changed the list there and back keeps the old digest',
    file: 'domain/offboarding/handover.ts',
    from: '    recipient,\n    number,\n    content,\n  });',
    to: '    recipient,\n    content,\n  });',
    test: handover,
  },
  {
    breaks: 'one signs what one has not seen',
    file: 'domain/offboarding/handover.ts',
    from: 'if (seen !== current.digest)',
    to: 'if (seen === "")',
    test: handover,
  },
  {
    breaks: 'version 1 is lost when version 2 is made',
    file: 'domain/offboarding/handover.ts',
    from: 'versions: [...versions, next]',
    to: 'versions: [next]',
    test: handover,
  },
  {
    breaks: 'what was sent back comes again unchanged and unanswered',
    file: 'domain/offboarding/handover.ts',
    from: "if (!isAnswered(handover, current)) return refuse('handover.unchanged', { version: current.number });",
    to: '',
    test: handover,
  },
  {
    breaks: 'a signature survives the return of the list',
    file: 'domain/offboarding/handover-of-log.ts',
    from: 'signed.delete(current);',
    to: '',
    test: handoverOfLog,
  },
  {
    breaks: 'a return to another step sends the list back',
    file: 'domain/offboarding/handover-of-log.ts',
    from: "body.type === 'returned' && body.to === HANDOVER && current !== null",
    to: "body.type === 'returned' && current !== null",
    test: handoverOfLog,
  },
  {
    breaks: 'an employee confirms their own return',
    file: 'domain/offboarding/assets.ts',
    from: "    to: 'returned',\n    who: ['keeper'],\n    needsNote: false,",
    to: "    to: 'returned',\n    who: ['keeper', 'employee'],\n    needsNote: false,",
    test: assets,
  },
  {
    breaks: 'wages wait for the handover',
    file: 'domain/offboarding/settlement-lines.ts',
    from: "if (line.kind !== 'compensation')",
    to: "if (line.kind !== 'compensation' && line.kind !== 'wage')",
    test: settlement,
  },
  {
    breaks: 'half a 分 is settled',
    file: 'domain/offboarding/settlement.ts',
    from: "if (!Number.isSafeInteger(fen)) return 'not whole 分';",
    to: '',
    test: settlement,
  },
  {
    breaks: 'damages may be deducted',
    file: 'domain/offboarding/settlement-lines.ts',
    from: "kind === 'courtOrder';",
    to: "kind === 'courtOrder' || kind === 'bonus';",
    test: law,
  },
  {
    breaks: 'a certificate without a post is issued',
    file: 'domain/offboarding/certificate-content.ts',
    from: "post: text('post'),",
    to: 'post: true,',
    test: certificate,
  },
  {
    breaks: 'taps count as a signature',
    file: 'domain/offboarding/signature-strokes.ts',
    from: 'const SHORTEST_STROKE = 0.02;',
    to: 'const SHORTEST_STROKE = 0;',
    test: strokes,
  },
  {
    breaks: 'a strokeless signature is accepted',
    file: 'domain/offboarding/signature-strokes.ts',
    from: 'if (drawn.length < 2 && longest < canvas.width * SHORTEST_SINGLE_STROKE)',
    to: 'if (drawn.length < 0)',
    test: strokes,
  },
  {
    breaks: 'the certificate waits for the handover',
    file: 'domain/offboarding/flows/handover-nodes.ts',
    from: 'next: [{ to: then }],',
    to: "next: [{ to: 'certificate' }],",
    test: law,
  },
  {
    breaks: 'wages may be waived',
    file: 'domain/offboarding/flows/last-day-nodes.ts',
    from: "mode: 'any',\n    actions: ['transfer', 'comment', 'urge'],\n    due: ON_CONTRACT_END,\n    reminders: [remind({ amount: -2, unit: 'hour', clock: 'working' })],\n    escalation: [OVERDUE],\n    next: [{ to: ARCHIVE }],",
    to: "mode: 'any',\n    actions: ['transfer', 'comment', 'urge', 'waive'],\n    due: ON_CONTRACT_END,\n    reminders: [remind({ amount: -2, unit: 'hour', clock: 'working' })],\n    escalation: [OVERDUE],\n    next: [{ to: ARCHIVE }],",
    test: law,
  },
  {
    breaks: 'wages are due a day after the contract has ended',
    file: 'domain/offboarding/flows/last-day-nodes.ts',
    from: "const ON_CONTRACT_END: DueRule = { base: 'contractEnd', offset: days(0) };",
    to: "const ON_CONTRACT_END: DueRule = { base: 'contractEnd', offset: days(1) };",
    test: law,
  },
  {
    breaks: 'the leader can refuse a notice',
    file: 'domain/offboarding/flows/notice.ts',
    from: "actions: ['proposeDate', 'askForTalk', 'transfer', 'comment', 'urge'],",
    to: "actions: ['object', 'proposeDate', 'askForTalk', 'transfer', 'comment', 'urge'],",
    test: flows,
  },
  {
    breaks: 'a silent leader holds the notice',
    file: 'domain/offboarding/flows/notice.ts',
    from: 'escalation: [OVERDUE, GOES_ON],',
    to: 'escalation: [OVERDUE],',
    test: flows,
  },
  {
    breaks: 'the agreement is signed with a basic signature',
    file: 'domain/offboarding/flows/agreement.ts',
    from: "actions: ['object', 'return', 'comment', 'urge'],\n    requires: { signature: { document: 'agreement', level: 'reliable' } },",
    to: "actions: ['object', 'return', 'comment', 'urge'],\n    requires: { signature: { document: 'agreement', level: 'basic' } },",
    test: flows,
  },
  {
    breaks: 'four answers are enough to be shown',
    file: 'domain/offboarding/exit-interview.ts',
    from: 'export const SMALLEST_GROUP = 5;',
    to: 'export const SMALLEST_GROUP = 4;',
    test: interview,
  },
  {
    breaks: 'a hidden department can be found by subtraction',
    file: 'domain/offboarding/exit-interview.ts',
    from: 'countOf(null, shown)',
    to: 'countOf(null, answers)',
    test: interview,
  },
  {
    breaks: 'an amount in yuan goes through a floating-point number',
    file: 'domain/offboarding/yuan-input.ts',
    from: "Number(yuan) * 100 + Number(fen.padEnd(2, '0'))",
    to: 'Math.floor(Number(`${yuan}.${fen}`) * 100)',
    test: yuan,
  },
  {
    breaks: 'a slip of a comma is taken for an amount',
    file: 'domain/offboarding/yuan-input.ts',
    from: "const digits = plain.includes(',') ? ungrouped(plain) : plain;",
    to: "const digits = plain.replace(/,/g, '');",
    test: yuan,
  },
  {
    breaks: 'a non-compete binds for longer than two years',
    file: 'domain/offboarding/non-compete.ts',
    from: 'export const LONGEST_MONTHS = 24;',
    to: 'export const LONGEST_MONTHS = 36;',
    test: nonCompete,
  },
  {
    breaks: 'the contract ends before the employee had time to answer',
    file: 'domain/offboarding/employers-path.ts',
    from: 'export const ANSWER_WORKDAYS = 7;',
    to: 'export const ANSWER_WORKDAYS = 3;',
    test: employer,
  },
  {
    breaks: 'a thing is claimed without a picture',
    file: 'domain/offboarding/assets.ts',
    from: "who: ['employee'], needsNote: false, needsPhoto: true }",
    to: "who: ['employee'], needsNote: false, needsPhoto: false }",
    test: assets,
  },
  {
    breaks: 'a line of a settlement needs no word on how it was computed',
    file: 'domain/offboarding/settlement.ts',
    from: "if (note.trim() === '') return 'note missing';",
    to: '',
    test: settlement,
  },
];
