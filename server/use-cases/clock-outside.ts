import { openTasks } from '@domain/approval/case';
import { ok, refuse } from '@domain/result';
import type { InputOf } from '@contract/contract';
import { cardViews } from '../attendance/card-views';
import { deskView } from '../attendance/desk-view';
import { underNewestRules } from '../attendance/hindrances';
import { outsideOf, pressText } from '../attendance/outside-fields';
import { dayOf, openDesk, type PunchDesk, readDesk } from '../attendance/punch-desk';
import { reopenDesk } from '../attendance/record-punch';
import { outsideRefusal, startOutside } from '../attendance/start-outside';
import type { Caller } from '../caller';
import type { Ports } from '../ports';
import { cases } from '../repositories/cases';
import { type Answer, useCase } from '../use-case';
import { openCase } from '../workflow/open-case';
import { takePhotos } from '../workflow/take-photos';
import { clock } from './clock';

type Said = Answer<'punch.outside'>;

/**
 * 外勤打卡: a case with remark and pictures, named by the phone's id, so that a repeat makes none. It counts at once or
 * once the leader says yes, by the rule; whoever stands inside a place after all punches as always.
 */
export const clockOutside = useCase('punch.outside', {
  gather: (ports, openid) => readDesk(ports, openid),
  async run(ports, caller, input, reads): Promise<Said> {
    const { openid, employment } = caller;
    const caseId = `${employment._id}-${input.punchId}`;
    const begun = await cases.read(ports.database, caseId);
    let desk = openDesk(ports, caller, reads);
    if (!begun) {
      let refusal = outsideRefusal(desk, input);
      if (refusal) refusal = outsideRefusal((desk = await underNewestRules(ports, desk)), input);
      if (refusal === 'inside') {
        const { punchId, position, device } = input;
        const said = await clock.run(ports, caller, { punchId, position, device, claimedAt: null }, reads);
        return said.ok ? ok({ ...said.value, caseId: null }) : said;
      }
      if (refusal) return { ok: false, refusal };
    }
    const purpose = { caseId, retention: 'attendancePhoto' } as const;
    const taken = await takePhotos(ports, openid, input.photoIds, purpose);
    // A repeat finds its pictures taken already; everybody else hears what is wrong with them.
    if (!taken.ok && !begun) return taken;
    const refused =
      begun || !taken.ok ? null : await startOutside(ports, caller, desk, caseId, input, taken.value);
    if (refused) return refused;
    return answerOf(ports, caller, await reopenDesk(ports, desk), caseId, input);
  },
});

/** What became of the press, and the page as it stands after it. */
async function answerOf(
  ports: Ports,
  caller: Caller,
  desk: PunchDesk,
  caseId: string,
  { position }: InputOf<'punch.outside'>,
): Promise<Said> {
  const opened = await openCase(ports, caller, caseId);
  const pressed = opened && outsideOf(opened.stored.state);
  if (!opened || !pressed) return refuse('command.id-taken', {});
  const today = deskView(desk, { position });
  if (pressed.needsApproval) {
    const waiting = openTasks(opened.stored.state).map(({ assignee }) => opened.staff.nameOf(assignee));
    const who = waiting.length > 0 ? `等待${waiting.join('、')}确认，确认后计入` : '已确认';
    return ok({ text: `外勤${pressText(pressed)} 已提交，${who}`, tone: 'info', caseId, today });
  }
  const card = desk.days.some(({ date }) => date === pressed.date)
    ? cardViews(dayOf(desk, pressed.date)).find(
        ({ kind, actual }) => kind === pressed.card && actual === pressText(pressed).split(' ')[1],
      )
    : undefined;
  const { tone, note } = card ?? { tone: 'info' as const, note: '已记录' };
  return ok({ text: `外勤${pressText(pressed)} 成功 · ${note}`, tone, caseId: null, today });
}
