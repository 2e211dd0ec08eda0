import { openStage, type Stage } from './support/stage';

const WHO = '王芳';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(WHO, '08:30', 'on-move');
}, 240_000);

afterAll(() => stage?.close());

it('a reminder that was accepted arrives before work, once, and its link opens the punch page', async () => {
  const phone = await stage.phone(WHO);
  const { openid } = stage.person(WHO);
  const reminders = () =>
    stage.demo.cloud.weChat.messages(openid).filter(({ title }) => title === '上班打卡提醒');
  await phone.visit();
  await phone.tap('remind-me');
  await phone.tap('subscribe-accept');
  await phone.sees('reminders', '好的，到时提醒你');
  await phone.sees('reminders', /上班前提醒.*还剩 1 次/);

  await stage.laterByMinutes(14);
  expect(reminders()).toEqual([]);
  await stage.laterByMinutes(3);
  const [message, ...more] = reminders();
  expect(more).toEqual([]);
  expect(Object.values(message?.data ?? {}).join(' ')).toContain('标准班 09:00–18:00');

  await phone.visit('pages/month/index');
  await phone.sees('month-grid', '一');
  await phone.visit(message?.page);
  await phone.sees('punch-button', '签到');
  await phone.sees('reminders', /上班前提醒.*还没打开/);
  await stage.laterByMinutes(20);
  expect(reminders()).toHaveLength(1);
});
