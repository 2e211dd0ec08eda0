import { NOTICE_FLOW, PROBATION_FLOW } from '@domain/offboarding/flows/notice';
import type { ScenarioStep } from '../../../scripts/scenario/scenario-file';
import {
  CLEARED,
  effectsDone,
  giveNotice,
  HANDED_OVER,
  HR_CHECKED,
  LEADER_KNOWS,
  messagesOf,
  openNodesOf,
  PEOPLE,
  playSteps,
  SETTLED,
  sign,
  OWED_AT_THE_END,
  archived,
} from './leaving-cast';

const begun = [giveNotice(), LEADER_KNOWS, HR_CHECKED];

describe('a notice', () => {
  it('goes from the notice to the archive by seven people', () => {
    const played = playSteps(NOTICE_FLOW, archived([...begun, ...HANDED_OVER, ...CLEARED, ...SETTLED]));
    expect(played.at(-1)?.state).toMatchObject({ status: 'closed', result: 'finished' });
    expect(effectsDone(played)).toEqual([
      // Receipt, handover list, certificate …
      'generateDocument',
      'generateDocument',
      'generateDocument',
      'freezeAccess',
      // … the settlement as proposed and as answered, the archive's list.
      'generateDocument',
      'generateDocument',
      'generateDocument',
      'archive',
    ]);
  });

  it('gives the employee a receipt and the leader one message', () => {
    expect([...messagesOf(playSteps(NOTICE_FLOW, [giveNotice()]))].sort()).toEqual([
      'li: task.opened',
      'zhang: notice.receipt',
    ]);
  });

  it('tells HR once to follow up when the leader takes note', () => {
    const told = messagesOf(playSteps(NOTICE_FLOW, [giveNotice(), LEADER_KNOWS]));
    expect(told.filter((message) => message.startsWith('hana:'))).toEqual(['hana: task.opened']);
  });

  it.each(['reject', 'object'])('cannot be met with %s', (does) => {
    const played = playSteps(NOTICE_FLOW, [
      giveNotice(),
      { by: 'li', does, task: 'leader', comment: '不同意', expect: { refused: 'action.not-offered' } },
    ]);
    expect(played.at(-1)?.refusal?.code).toBe('action.not-offered');
  });

  it('goes on by itself when the leader says nothing for 24 hours; the leader then is asked to review', () => {
    const played = playSteps(NOTICE_FLOW, [
      giveNotice(),
      {
        at: '2026-10-23 09:01',
        by: 'hana',
        does: 'complete',
        task: 'hrCheck',
        fields: HR_CHECKED.fields ?? {},
      },
      { by: 'zhang', does: 'complete', task: 'handover', documents: { handover: 'h1' } },
    ]);
    expect(openNodesOf(played)).toContain('handoverReview');
    expect(messagesOf(played)).toContain('li: leaving.overdue');
  });

  it('with nobody doing anything at all, everything owed still opens after the last day and the access ends', () => {
    const played = playSteps(NOTICE_FLOW, [giveNotice(), { at: '2026-11-21 18:30', does: 'nothing' }]);
    expect(openNodesOf(played)).toEqual(expect.arrayContaining(OWED_AT_THE_END));
    expect(effectsDone(played)).toContain('freezeAccess');
  });

  it('lets finance settle before the contract ends, and pay and issue on that very day', () => {
    const until = (at: string) => playSteps(NOTICE_FLOW, [giveNotice(), { at, does: 'nothing' }]);
    expect(openNodesOf(until('2026-11-18 08:59'))).not.toContain('settlement');
    expect(openNodesOf(until('2026-11-18 09:01'))).toContain('settlement');
    // The 21st is a Saturday: wages and certificate are on the desk when the last day of work begins.
    const opened = until('2026-11-20 09:01').at(-1)?.state;
    expect(opened && Object.keys(opened.nodes)).toEqual(expect.arrayContaining(['certificate', 'wages']));
    const ends = Date.parse('2026-11-21T18:00+08:00');
    expect([opened?.nodes.settlement?.dueAt, opened?.nodes.wages?.dueAt]).toEqual([ends, ends]);
  });

  it('follows the end of the contract where leave is taken after the last day of work', () => {
    const start = giveNotice();
    const played = playSteps(NOTICE_FLOW, [
      { ...start, dates: { ...start.dates, contractEnd: '2026-11-30' } },
      { at: '2026-11-21 18:30', does: 'nothing' },
    ]);
    expect(openNodesOf(played)).toEqual(expect.arrayContaining(['insuranceTransfer', 'archiveTransfer']));
    expect(openNodesOf(played)).not.toContain('wages');
  });

  it('can still end later when the settlement is being prepared', () => {
    const played = playSteps(NOTICE_FLOW, [
      giveNotice(),
      {
        at: '2026-11-19 10:00',
        by: 'heidi',
        does: 'changeDates',
        with: { dates: { lastDay: '2026-11-25', contractEnd: '2026-11-25' }, reason: '双方商定' },
      },
    ]);
    expect(played.at(-1)?.state?.nodes.settlement?.dueAt).toBe(Date.parse('2026-11-25T18:00+08:00'));
  });

  it('counts down to the handover once, for employee and recipient', () => {
    const looks = [
      '2026-11-18 18:00',
      '2026-11-18 18:05',
      '2026-11-19 09:00',
      '2026-11-20 09:00',
      '2026-11-20 10:00',
    ];
    const played = playSteps(NOTICE_FLOW, [
      ...begun,
      ...looks.map((at): ScenarioStep => ({ at, does: 'nothing' })),
    ]);
    const countdown = messagesOf(played).filter((message) => message.endsWith('handover.countdown'));
    expect(countdown.sort()).toEqual(['wang: handover.countdown', 'zhang: handover.countdown']);
  });

  it('sent back by the recipient, the list is filled, reviewed and signed anew', () => {
    const played = playSteps(NOTICE_FLOW, [
      ...begun,
      ...HANDED_OVER.slice(0, 3),
      {
        by: 'wang',
        does: 'return',
        task: 'recipientSigns',
        with: { to: 'handover', reason: '缺少李总的联系方式' },
      },
      { by: 'zhang', does: 'complete', task: 'handover', documents: { handover: 'h2' } },
      { by: 'wang', does: 'agree', task: 'handoverReview' },
      {
        ...sign('zhang', 'employeeSigns', 'handover', 'h1'),
        expect: { refused: 'signature.document-changed' },
      },
      sign('zhang', 'employeeSigns', 'handover', 'h2'),
      sign('wang', 'recipientSigns', 'handover', 'h2'),
    ]);
    expect(openNodesOf(played)).toContain('leaderTakesNote');
  });

  it('is signed by whoever reviewed it, also when the named recipient handed the review on', () => {
    const played = playSteps(NOTICE_FLOW, [
      ...begun,
      ...HANDED_OVER.slice(0, 1),
      { by: 'wang', does: 'transfer', task: 'handoverReview', with: { to: 'ivan' } },
      {
        by: 'ivan',
        does: 'agree',
        task: 'handoverReview',
        fields: { recipient: 'ivan' },
        documents: { handover: 'h2' },
      },
      sign('zhang', 'employeeSigns', 'handover', 'h2'),
      sign('ivan', 'recipientSigns', 'handover', 'h2'),
    ]);
    expect(openNodesOf(played)).toContain('leaderTakesNote');
  });

  it('asks for non-compete only where the post has secrets, and an objection ends only that', () => {
    expect(openNodesOf(playSteps(NOTICE_FLOW, begun))).not.toContain('nonCompeteText');
    const people = PEOPLE.map((one) => (one.id === 'zhang' ? { ...one, post: { secrecy: true } } : one));
    const objected = playSteps(
      NOTICE_FLOW,
      [
        ...begun,
        { by: 'hana', does: 'complete', task: 'nonCompeteText', documents: { nonCompete: 'nc1' } },
        { by: 'zhang', does: 'object', task: 'nonCompete', comment: '不签' },
        ...HANDED_OVER,
        ...CLEARED,
        ...SETTLED,
      ],
      people,
    );
    expect(openNodesOf(objected)).toEqual(['archiveIndex']);
  });

  it('in probation is the same flow under its own name', () => {
    const played = playSteps(PROBATION_FLOW, [giveNotice('2026-10-25'), LEADER_KNOWS, HR_CHECKED]);
    expect(openNodesOf(played)).toContain('handover');
  });
});
