import { granted, outcome } from '../company/answers';
import type { Person } from '../company/person';
import { BETTER, FILLED, type Hands, openHandoverCase } from './handover-hands';
import { type LeavingCompany, upload } from './leaving-company';

/** The compensation is paid after the handover: whoever has left must be able to finish it. */
let company: LeavingCompany;
let fang: Person;
let caseId: string;
let hands: Hands;

beforeEach(async () => {
  ({ company, caseId, hands } = await openHandoverCase());
  ({ fang } = company);
});
afterEach(() => company.close());

async function accessEnds(): Promise<void> {
  await company.database.updateWhere(
    'employments',
    fang.employmentId,
    {},
    { set: { lastDay: '2026-04-10' } },
  );
  await company.clockTo('2026-04-11T09:00');
  expect(outcome(await fang.call('people.search', { query: '李' }))).toBe('session.left');
}

describe('after the access has ended', () => {
  it('the employee fills the list, attaches a file, answers at an item and signs', async () => {
    await accessEnds();
    expect((await hands.view(fang)).may).toMatchObject({ submit: true });
    const fileId = await upload(company, fang);
    const { file } = granted(await fang.call('handover.attach', { caseId, fileId, name: '钥匙.jpg' }));
    const { lines } = FILLED.work!;
    const work = { lines: lines.map((line) => ({ ...line, attachments: [file.digest] })), none: null };
    granted(await hands.submit({ ...FILLED, work }));
    granted(await hands.say(company.recipient, 'contacts', '缺少李总的联系方式'));
    granted(await hands.say(fang, 'contacts', '已补上'));
    granted(await hands.sendBack(1));
    granted(await hands.submit(BETTER));
    granted(await hands.accept());
    expect((await hands.view(fang)).may).toMatchObject({ submit: false, sign: true });
    granted(await hands.sign(fang));
    granted(await hands.sign(company.recipient));
    expect((await hands.view(fang)).status.text).toBe('双方已签署');
  });

  it('a list that was handed in before is signed then', async () => {
    await hands.reviewed();
    await accessEnds();
    granted(await hands.sign(fang));
    expect(await hands.openNodes()).toEqual(['recipientSigns']);
  });

  it('does nothing of the recipient’s, and nothing in another’s case', async () => {
    granted(await hands.submit(FILLED));
    await accessEnds();
    expect(outcome(await hands.accept(fang))).toBe('session.left');
    const notTheirs = `${company.it.employmentId}-none`;
    const asked = await fang.call('handover.attach', {
      caseId: notTheirs,
      fileId: await upload(company, fang),
      name: '钥匙.jpg',
    });
    expect(outcome(asked)).toBe('case.unknown');
  });
});
