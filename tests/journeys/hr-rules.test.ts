import type { DayView } from '../../contract/contract';
import { openStage, type Stage } from './support/stage';

/** Often late; his rule says 09:00. */
const WHO = '张伟';
const HR = '刘静';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(WHO, '09:50');
}, 240_000);

afterAll(() => stage?.close());

const todayOf = async (): Promise<DayView> => {
  const { days, today } = await stage.ask(WHO, 'calendar.myMonth', { month: null });
  const found = days.find(({ date }) => date === today);
  if (!found) throw new Error(`${today} is not in the month`);
  return found;
};

it('HR makes a rule with a shift, a place and a person, sees the what if, publishes; his own month shows it', async () => {
  const worker = await stage.phone(WHO);
  await worker.visit();
  await worker.tap('punch-button');
  await worker.sees('cards', '实到 09:5');
  expect((await todayOf()).tone).toBe('late');

  const hr = await stage.phone(HR);
  await hr.visit('hr/rules/index');
  await hr.tap('shift-new');
  await hr.tap('shift-kind-flexible');
  await hr.type('shift-name', '弹性班');
  await hr.sees('shift-kind', '例：08:00 到，17:00 可走');
  await hr.tap('item-save');
  await hr.sees('item-save', '已保存');
  await hr.page.goBack();

  await hr.tap('place-new');
  await hr.type('place-name', '培训中心');
  await hr.type('place-radius', '0');
  await hr.sees('place-radius-problem', '1 到 10000 米');
  await hr.type('place-radius', '500');
  await hr.tap('item-save');
  await hr.sees('item-save', '已保存');
  await hr.page.goBack();

  const { places } = await stage.ask(HR, 'rules.desk', {});
  const place = places.find(({ name }) => name === '培训中心');
  await hr.tap('rule-new');
  await hr.type('rule-name', '客服弹性考勤');
  await hr.tap('rule-mode-flexible');
  await hr.tap(`place-${place?.id ?? ''}-switch`);
  await hr.tap('scope-add-person');
  await hr.type('people-query', WHO);
  await hr.tap(`people-found-${stage.person(WHO).employmentId}`);
  await hr.sees('scope-0', WHO);
  await hr.sees('effect-bar', '影响 1 人');
  await hr.tap('effect-look');

  await hr.sees('preview-drafts', '3 处修改待发布');
  await hr.sees(`preview-${stage.person(WHO).employmentId}`, '迟到');
  await hr.tap('publish');
  await hr.tap('publish-sure-yes');
  await hr.sees('publish-progress', '已发布');
  expect(hr.unseenTroubles).toEqual([]);

  const after = await todayOf();
  expect(after.tone).not.toBe('late');
  await worker.visit(`pages/month/index?date=${after.date}`);
  await worker.sees('day-sheet', '弹性班');
  expect(worker.unseenTroubles).toEqual([]);
});
