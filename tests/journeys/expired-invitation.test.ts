import { openStage, type Stage } from './support/stage';

const HR = '刘静';
const NEWCOMER = '吴越';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(HR, '08:40');
}, 240_000);

afterAll(() => stage?.close());

it('an invitation that is 72 hours old is refused, and a new one works', async () => {
  const { employmentId } = stage.person(NEWCOMER);
  const { code } = await stage.ask(HR, 'invitation.issue', { employmentId });
  await stage.laterByMinutes(72 * 60 + 1);

  const phone = await stage.phone(NEWCOMER);
  await phone.visit();
  await phone.type('bind-code', code);
  await phone.tap('bind-submit');
  await phone.sees('bind-trouble', '过期');

  const again = await stage.ask(HR, 'invitation.issue', { employmentId });
  await phone.type('bind-code', again.code);
  await phone.tap('bind-submit');
  await phone.sees('bound', NEWCOMER);
});
