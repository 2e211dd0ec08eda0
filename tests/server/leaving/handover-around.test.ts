import { cases } from '@server/repositories/cases';
import { granted, outcome, refused } from '../company/answers';
import { portsInProcess } from '../company/in-process';
import { type Person } from '../company/person';
import { BETTER, FILLED, item, line, type Hands, openHandoverCase } from './handover-hands';
import { type LeavingCompany } from './leaving-company';

let company: LeavingCompany;
let fang: Person;
let recipient: Person;
let caseId: string;
let hands: Hands;

beforeEach(async () => {
  ({ company, caseId, hands } = await openHandoverCase());
  ({ fang, recipient } = company);
});
afterEach(() => company.close());

describe('a stranger', () => {
  it('hears of this handover what is heard of none, and so does whoever only keeps accounts or money', async () => {
    granted(await hands.submit(FILLED));
    const stranger = await company.person('吴越').bind();
    const unknown = await stranger.call('handover.view', { caseId: 'no-such-case', version: null });
    for (const person of [stranger, company.it, company.finance])
      expect(await person.call('handover.view', { caseId, version: null })).toEqual(unknown);
    for (const answer of [
      await hands.submit(BETTER, { person: stranger }),
      await hands.say(stranger, 'work', '好'),
      await hands.sendBack(1, { person: stranger }),
      await hands.accept(stranger, { digest: await hands.digestFor(fang) }),
      await stranger.call('handover.attach', { caseId, fileId: 'x', name: '' }),
    ])
      expect(answer).toEqual(unknown);
  });
});

describe('a file at a line', () => {
  const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
  const uploaded = (name: string, bytes: Uint8Array) =>
    portsInProcess(company).files.keep(`inbox/${fang.openid}/${name}`, bytes);

  it('is kept when it is chosen, and the recipient sees it with the list', async () => {
    const fileId = await uploaded('a.png', PNG);
    const { file } = granted(await fang.call('handover.attach', { caseId, fileId, name: '合同.png' }));
    expect((await hands.view(recipient)).files).toEqual([]);
    granted(
      await hands.submit({
        ...FILLED,
        work: item(line('w1', { what: '合同', status: '在办' }, [file.digest])),
      }),
    );
    expect((await hands.view(recipient)).files).toMatchObject([
      { digest: file.digest, name: '合同.png', kind: 'picture' },
    ]);
  });

  it('is refused when it is a program, somebody else’s, or was never sent', async () => {
    const attach = (person: Person, fileId: string) =>
      person.call('handover.attach', { caseId, fileId, name: '照片.png' });
    const program = await uploaded('b.png', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3]));
    expect(refused(await attach(fang, program))).toEqual({
      code: 'file.wrong-kind',
      facts: { name: '照片.png' },
    });
    const huge = new Uint8Array(30 * 1024 * 1024);
    huge.set(PNG);
    const before = await hands.view(fang);
    expect(refused(await attach(fang, await uploaded('a.png', huge)))).toEqual({
      code: 'file.too-large',
      facts: { maxMegabytes: 20, name: '照片.png', megabytes: 30 },
    });
    // Nothing of what was there is lost by it.
    expect(await hands.view(fang)).toEqual(before);
    const foreign = await portsInProcess(company).files.keep(`inbox/${recipient.openid}/c.png`, PNG);
    expect(outcome(await attach(fang, foreign))).toBe('file.unknown');
    const work = item(line('w1', { what: '合同', status: '在办' }, ['e'.repeat(64)]));
    expect(outcome(await hands.submit({ ...FILLED, work }))).toBe('file.unknown');
  });
});

describe('the countdown', () => {
  const countdowns = async (person: Person) =>
    granted(await person.call('inbox.list', { show: 'news', before: null })).items.filter(({ title }) =>
      title.includes('交接还剩 3 天'),
    );

  it('reaches employee and recipient once each, three days before, however often the clock runs', async () => {
    await company.clockTo('2026-04-07T17:55');
    await company.tick();
    expect(await countdowns(fang)).toEqual([]);
    await company.clockTo('2026-04-07T18:05');
    for (let run = 0; run < 5; run += 1) await company.tick();
    const query = `case=${encodeURIComponent(caseId)}`;
    expect((await countdowns(fang)).map(({ page }) => page)).toEqual([`leaving/handover/index?${query}`]);
    expect((await countdowns(recipient)).map(({ page }) => page)).toEqual([`leaving/review/index?${query}`]);
    expect(await countdowns(company.leader)).toEqual([]);
  });

  it('is not sent when the list is in', async () => {
    granted(await hands.submit(FILLED));
    await company.clockTo('2026-04-07T18:05');
    for (let run = 0; run < 5; run += 1) await company.tick();
    expect([...(await countdowns(fang)), ...(await countdowns(recipient))]).toEqual([]);
    expect((await cases.read(company.database, caseId))?.status).toBe('running');
  });
});
