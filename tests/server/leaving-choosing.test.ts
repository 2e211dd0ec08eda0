import type { Company } from './company';
import { granted, outcome } from './company/answers';
import { draft, type LeavingOffice, openLeavingOffice, wish } from './company/leaving';
import type { Person } from './company/person';

let office: LeavingOffice;
let company: Company;
let fang: Person;

beforeEach(async () => {
  office = await openLeavingOffice();
  ({ company, fang } = office);
});
afterEach(() => company.close());

describe('choosing how to leave', () => {
  it('says what each way means, with its article and its earliest day', async () => {
    const { options, atFault, arrivesText, hasFile } = granted(await fang.call('leaving.options', {}));
    expect(arrivesText).toBe('2026年10月22日');
    expect(hasFile).toBe(true);
    expect(options.map(({ path, offered, earliestText }) => [path, offered, earliestText])).toEqual([
      ['notice', true, '2026年11月21日'],
      ['probation', false, null],
      ['agreement', true, null],
      ['urgent', true, null],
    ]);
    expect(options.every(({ meaning }) => meaning.article?.includes('劳动合同法'))).toBe(true);
    expect(atFault.article).toContain('第三十八条');
  });

  it('offers three days to somebody in probation, and says why not thirty', async () => {
    const ping = await office.hireInProbation();
    const { options } = granted(await ping.call('leaving.options', {}));
    expect(options.find(({ path }) => path === 'probation')).toMatchObject({
      offered: true,
      earliestText: '2026年10月25日',
    });
    expect(options.find(({ path }) => path === 'notice')?.whyNot).toContain('提前 3 日');
  });

  it('a fixed term that ends sooner is the earliest day', async () => {
    const an = await company.hire('安宁', { team: 'day', termEnd: '2026-11-10' });
    await an.bind();
    expect(await draft(an)).toMatchObject({ earliestText: '2026年11月10日', lastDay: '2026-11-10' });
  });

  it('nobody is kept from leaving because HR has no file', async () => {
    await company.sdk.database().collection('personnel').doc(fang.employmentId).remove();
    const { hasFile, options } = granted(await fang.call('leaving.options', {}));
    expect(hasFile).toBe(false);
    expect(options[0]).toMatchObject({ path: 'notice', offered: true, earliestText: '2026年11月21日' });
  });
});

describe('the draft', () => {
  it('a notice at 00:30 in Beijing counts from that day', async () => {
    await company.clockTo('2026-10-23T00:30');
    expect(await draft(fang)).toMatchObject({ lastDay: '2026-11-22', earliestText: '2026年11月22日' });
  });

  it('a shorter wish becomes an agreement, labelled, and is not refused', async () => {
    const drafted = await draft(fang, { wished: '2026-11-01' });
    expect(drafted).toMatchObject({
      route: 'agreement',
      flowTitle: '协商离职',
      label: '比通知期早 20 天，需要协商一致',
      signature: null,
    });
    expect(await draft(fang, { wished: '2026-11-01', remote: true })).toMatchObject({
      flowTitle: '异地离职',
    });
  });

  it('a longer wish stays a notice', async () => {
    expect(await draft(fang, { wished: '2026-12-31' })).toMatchObject({
      route: 'notice',
      lastDay: '2026-12-31',
    });
  });

  it('the notice chosen in probation is a notice of three days, and says so', async () => {
    const ping = await office.hireInProbation();
    const drafted = await draft(ping);
    expect(drafted).toMatchObject({ route: 'probation', lastDay: '2026-10-25', flowTitle: '试用期离职' });
    expect(drafted.sentences.map(({ text }) => text).join()).toContain('不需要提前 30 日');
  });

  it.each([
    ['yesterday', '2026-10-21', 'leaving.date-past'],
    ['30 February', '2027-02-30', 'leaving.date-invalid'],
    ['no date', 'soon', 'input.invalid'],
  ])('%s as the last day is refused', async (_, wished, code) => {
    expect(outcome(await fang.callWith('leaving.draft', wish({ wished })))).toBe(code);
  });

  it('shows the very text that is signed, with the ID number masked', async () => {
    const { text, digest, recipients } = await draft(fang, { reason: '想换个方向' });
    expect(text.join('\n')).toContain('最后工作日为2026年11月21日');
    expect(text.join('\n')).toContain('想换个方向');
    expect(text.join('\n')).toMatch(/身份证件号码999\*+\d{3}[\dX]/);
    expect(recipients).toEqual(['陈思远', '刘静']);
    expect((await draft(fang, { reason: '' })).digest).not.toBe(digest);
  });
});
