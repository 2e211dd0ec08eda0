import type { LocalCloud } from '../../emulator/start-local-cloud';
import { call, personOf } from './phone';
import { type DemoPerson, openidOf } from './people';

/** Taps "accept" in WeChat so many times, as people do after something that they want to hear about. */
export async function acceptMessages(
  cloud: LocalCloud,
  person: DemoPerson,
  templateId: string,
  times: number,
): Promise<void> {
  for (let n = 1; n <= times; n += 1) {
    await cloud.weChat.accept(openidOf(person), [templateId]);
    await call(cloud, person, 'reminders.recordAnswers', {
      answerId: `demo-accept-${person.id}-${n}-${templateId}`.slice(0, 64),
      answers: [{ templateId, answer: 'accept' }],
    });
  }
}

/** Two people who forget cards ask for corrections: one is granted, the others wait for their leaders. */
export async function askForCorrections(cloud: LocalCloud): Promise<void> {
  const [granted] = await askForMissing(cloud, personOf('P05'), 2);
  await askForMissing(cloud, personOf('S06'), 1);
  if (granted === undefined) return;
  const leader = personOf('P01');
  const { items } = await call(cloud, leader, 'inbox.list', { show: 'todo', before: null });
  const link = items.find((item) => item.link?.caseId === granted)?.link;
  if (!link?.taskId || !link.round) throw new Error(`${leader.name} was not asked about ${granted}`);
  await call(cloud, leader, 'case.act', {
    commandId: `demo-agree-${granted}`.slice(0, 64),
    caseId: granted,
    taskId: link.taskId,
    round: link.round,
    action: 'agree',
    comment: '知道了，下次记得打卡',
    toEmploymentId: null,
  });
}

/** Asks for the latest missing cards, oldest first; resolves to the case ids. */
async function askForMissing(
  cloud: LocalCloud,
  person: DemoPerson,
  most: number,
): Promise<readonly string[]> {
  const months = [await call(cloud, person, 'calendar.myMonth', { month: null })];
  const before = months[0]?.previousMonth;
  if (before) months.unshift(await call(cloud, person, 'calendar.myMonth', { month: before }));
  const missing = months.flatMap(({ days }) => days).filter(({ tone }) => tone === 'missing');
  const asked: string[] = [];
  for (const day of missing.slice(-most)) {
    const form = await call(cloud, person, 'correction.form', { date: day.date });
    const card = form.cards.find(({ actual }) => actual === null);
    if (!card || form.refusal) continue;
    const { view } = await call(cloud, person, 'correction.apply', {
      commandId: `demo-correction-${day.date}`,
      date: day.date,
      card: card.kind,
      segment: card.segment,
      minute: card.proposedMinute + (card.kind === 'out' ? 6 : -5),
      reason: card.kind === 'out' ? '下班时赶电话会议，忘记打卡' : '早上进门时手机没电',
      photoIds: [],
    });
    asked.push(view.caseId);
  }
  return asked;
}
