import { openStage, type Stage } from './support/stage';

const HR = '刘静';
const NEWCOMER = '吴越';
const LATE_NEWCOMER = '林晓峰';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(HR, '08:40');
}, 240_000);

afterAll(() => stage?.close());

const invite = async (name: string): Promise<string> => {
  const { employmentId } = stage.person(name);
  return (await stage.ask(HR, 'invitation.issue', { employmentId })).code;
};

describe('binding a WeChat identity with an invitation code', () => {
  it('leads a stranger from any page to the code, and on to the page that was wanted', async () => {
    const phone = await stage.phone(NEWCOMER);
    await phone.visit('pages/month/index');
    await phone.sees('bind-page', '邀请码');
    await phone.type('bind-code', 'AAAA-BBBB-CCCC-DDDD');
    await phone.tap('bind-submit');
    await phone.sees('bind-trouble', /邀请码/);

    await phone.type('bind-code', await invite(NEWCOMER));
    await phone.tap('bind-submit');
    await phone.sees('bound', NEWCOMER);
    await phone.tap('bind-go-on');
    await phone.sees('month-title', '月');
    expect(phone.unseenTroubles).toEqual([]);
  });

  it('refuses a code that was used, in words that say what to do', async () => {
    const code = await invite(LATE_NEWCOMER);
    const first = await stage.phone(LATE_NEWCOMER);
    await first.visit();
    await first.type('bind-code', code);
    await first.tap('bind-submit');
    await first.sees('bound', LATE_NEWCOMER);

    const thief = await stage.strangersPhone();
    await thief.visit();
    await thief.type('bind-code', code);
    await thief.tap('bind-submit');
    await thief.sees('bind-trouble', '已经用过');
  });
});
