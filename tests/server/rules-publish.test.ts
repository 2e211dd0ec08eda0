import type { InputOf } from '@contract/contract';
import type { RuleValue } from '@contract/rule-values';
import { localDateOf, type LocalDate } from '@domain/time/local-date';
import { organisations } from '@server/repositories/organisations';
import { rejudgeJobs } from '@server/repositories/rejudge-jobs';
import type { RuleItem } from '@server/repositories/rule-drafts';
import { publishDrafts } from '@server/rules/publish-drafts';
import { runRejudging } from '@server/rules/run-rejudging';
import { organisationAt } from '@server/organisation';
import { employments } from '@server/repositories/employments';
import { booksToCompare } from '@server/rules/books-to-compare';
import { previewMonth } from '@server/rules/preview-month';
import { type Company, openCompany } from './company';
import { granted, outcome, refused } from './company/answers';
import { countedDatabase } from './company/counted-database';
import { addCrowd } from './company/crowd';
import { portsInProcess } from './company/in-process';
import { freshId, type Person } from './company/person';

let company: Company;
let hr: Person;
let fang: Person;
let chen: Person;

const MONDAY = localDateOf('2026-03-09');

/** 王芳 and 陈思远 were seven minutes late on Monday; it is Wednesday morning and Monday is closed. */
beforeEach(async () => {
  company = await openCompany({ at: '2026-03-09T08:00' });
  hr = company.person('刘静');
  fang = await company.person('王芳').bind();
  chen = await company.person('陈思远').bind();
  await company.clockTo('09:07');
  for (const one of [fang, chen]) granted(await one.punch());
  await company.clockTo('18:01');
  for (const one of [fang, chen]) granted(await one.punch());
  await company.clockTo('2026-03-11T08:00');
});
afterEach(() => company.close());

type Item = InputOf<'rules.save'>['item'];

async function dayRule(change: Partial<RuleValue>): Promise<Item> {
  const { id, version: _version, ...value } = granted(await hr.call('rules.open', { ruleId: 'day' })).rule;
  return { kind: 'rule', id, value: { ...value, effectiveFrom: MONDAY, ...change } };
}

const save = async (item: Item, seenRevision = 0): Promise<void> => {
  const conflicts = { answer: 'ask' } as const;
  granted(await hr.call('rules.save', { commandId: freshId(), seenRevision, item, conflicts }));
};

const publish = (who = hr, commandId = freshId()) => who.call('rules.publish', { commandId });

const dayOf = async (person: Person, date: LocalDate = MONDAY) =>
  (await person.month('2026-03')).days.find((day) => day.date === date);

describe('before publishing', () => {
  it('the preview says who changes, which day, from what to what, and the sums; nothing is stored', async () => {
    const item = await dayRule({ allowedLateMinutes: 10 });
    const { revision } = await fang.sheet('2026-03');
    const preview = granted(await hr.call('rules.preview', { month: '2026-03', item, after: null }));
    expect(preview).toMatchObject({ changedPeople: 2, changedDays: 2, next: null, monthText: '2026年3月' });
    expect(preview.people.find(({ name }) => name === '王芳')?.days).toEqual([
      { date: '2026-03-09', dateText: '3月9日 周一', before: '迟到 7 分钟', after: '正常' },
    ]);
    expect(preview.before.lateMinutes - preview.after.lateMinutes).toBe(14);
    expect((await fang.sheet('2026-03')).revision).toBe(revision);
    expect(granted(await hr.call('rules.desk', {})).items).toEqual([]);
  });

  it('the preview knows what was granted: leave for that hour makes the rule change nothing', async () => {
    const minutes = (clock: string): number => Date.parse(`2026-03-09T${clock}:00+08:00`) / 60_000;
    const approvals = [['case', 'leave', 'annual', minutes('09:00'), minutes('10:00')]];
    await company.database.updateWhere(
      'sheets',
      (await fang.sheet('2026-03'))._id,
      {},
      { set: { approvals } },
    );
    const item = await dayRule({ allowedLateMinutes: 10 });
    const preview = granted(await hr.call('rules.preview', { month: '2026-03', item, after: null }));
    expect(preview.people.map(({ name }) => name)).toEqual(['陈思远']);
  });

  it('the preview of a rule that cannot be is refused by field', async () => {
    const item = await dayRule({ allowedLateMinutes: 121 });
    const answer = await hr.call('rules.preview', { month: null, item, after: null });
    expect(refused(answer)).toMatchObject({
      code: 'rules.invalid',
      facts: { problems: [{ field: 'allowedLateMinutes', text: '不能超过 120 分钟' }] },
    });
  });

  it('of a young month last month is looked at, and the other is offered', async () => {
    const today = granted(await hr.call('rules.preview', { month: null, item: null, after: null }));
    expect([today.month, today.otherMonth]).toEqual(['2026-03', '2026-02']);
  });
});

describe('publishing', () => {
  it('judges the touched days again, and staff see on their own day what changed', async () => {
    expect((await dayOf(fang))?.word).toBe('迟到 7 分钟');
    await save(await dayRule({ allowedLateMinutes: 10 }));
    const job = granted(await publish());
    expect(job).toMatchObject({ state: 'done', changedPeople: 2, changedDays: 2, sinceText: '3月9日 周一' });
    const day = await dayOf(fang);
    expect(day?.word).toBe('正常');
    expect(day?.why.at(-1)).toBe('规则调整后由 迟到 7 分钟 改为 正常。');
    const { days, rejudged } = await fang.sheet('2026-03');
    expect(days['09']?.plan.slice(1, 3)).toEqual(['day', 2]);
    expect(rejudged?.['09']).toMatchObject({
      orgRevision: 2,
      before: { plan: ['duty', 'day', 1, 'nine-to-six', 1] },
    });
  });

  it('from a later day on leaves the days before it to the version that judged them', async () => {
    await save(await dayRule({ allowedLateMinutes: 10, effectiveFrom: localDateOf('2026-03-10') }));
    expect(granted(await publish())).toMatchObject({ state: 'done', changedDays: 0 });
    const day = await dayOf(fang);
    expect([day?.word, day?.why.join().includes('规则调整后')]).toEqual(['迟到 7 分钟', false]);
  });

  it('new readings of the company judge only from their day on', async () => {
    const settings = { absenceOn: true };
    const value = { effectiveFrom: localDateOf('2026-03-11'), branchesKeepRules: false, settings };
    await save({ kind: 'settings', id: 'company', value });
    granted(await publish());
    await company.clockTo('2026-03-13T03:00');
    await company.tick();
    expect((await dayOf(fang, localDateOf('2026-03-10')))?.word).toBe('少 2 次卡');
    expect((await dayOf(fang, localDateOf('2026-03-11')))?.word).toBe('旷工 480 分钟');
  });

  it('a special day gone by is judged as what it is now', async () => {
    const days = [{ date: MONDAY, kind: 'holiday', name: '司庆' }] as const;
    await save({ kind: 'specialDays', id: 'company', value: { days } });
    expect(granted(await publish()).changedDays).toBe(2);
    expect((await dayOf(fang))?.why.at(-1)).toBe('规则调整后由 迟到 7 分钟 改为 节假日。');
  });

  it('repeated and doubled taps publish once', async () => {
    await save(await dayRule({ allowedLateMinutes: 10 }));
    const commandId = freshId();
    const answers = await Promise.all([1, 2, 3].map(() => publish(hr, commandId)));
    const again = granted(await publish(hr, commandId));
    for (const answer of answers.filter(({ ok }) => ok)) expect(granted(answer).jobId).toBe(again.jobId);
    expect(await organisations.currentRevision(company.database)).toBe(2);
    expect(granted(await hr.call('rules.desk', {})).rules.find(({ id }) => id === 'day')?.state).toBe(
      'published',
    );
    const { rules } = await organisations.read(company.database, 2);
    expect(rules.filter(({ id }) => id === 'day').map(({ version }) => version)).toEqual([1, 2]);
  });

  it('of two people at once: one publishes, the other hears that nothing is left', async () => {
    const other = await company.hire('许丽', { team: 'day', roles: ['hr'] });
    await other.bind();
    await save(await dayRule({ allowedLateMinutes: 10 }));
    const answers = await Promise.all([publish(hr), publish(other)]);
    expect(answers.map(outcome).sort()).toEqual(['ok', 'rules.nothing-to-publish']);
  });

  it('a number taken by a version that never came into force does not stop it', async () => {
    const first = await organisations.read(company.database, 1);
    const unborn = { ...first, _id: '2', revision: 2 };
    await company.database.add('orgVersions', unborn);
    await save(await dayRule({ allowedLateMinutes: 10 }));
    expect(granted(await publish()).changedDays).toBe(2);
    expect(await organisations.currentRevision(company.database)).toBe(3);
  });

  it('a locked month is left alone and reported', async () => {
    const sheet = await fang.sheet('2026-03');
    await company.database.updateWhere('sheets', sheet._id, {}, { set: { lock: 'locked' } });
    await save(await dayRule({ allowedLateMinutes: 10 }));
    expect(granted(await publish())).toMatchObject({
      changedPeople: 1,
      lockedPeople: 1,
      lockedNames: ['王芳'],
    });
    expect(await fang.sheet('2026-03')).toEqual({ ...sheet, lock: 'locked' });
    expect((await dayOf(fang))?.word).toBe('迟到 7 分钟');
    expect((await dayOf(chen))?.word).toBe('正常');
  });
});

describe('judging again', () => {
  /** Published, with the whole work still to do. */
  async function begun() {
    await save(await dayRule({ allowedLateMinutes: 10 }));
    const employment = await employments.read(company.database, hr.employmentId);
    if (!employment) throw new Error('HR is gone');
    const caller = { openid: hr.openid, employment };
    const published = await publishDrafts(portsInProcess(company), caller, freshId());
    if (!published.ok) throw new Error('not published');
    return published.value;
  }

  it('goes on after whoever did it died in the middle, counting nothing twice', async () => {
    const job = await begun();
    let writes = 0;
    const { updateWhere } = company.database;
    const dying = {
      ...company.database,
      updateWhere: (...call: Parameters<typeof updateWhere>) => {
        if (call[0] === 'sheets' && (writes += 1) > 1) throw new Error('killed');
        return updateWhere(...call);
      },
    };
    await expect(runRejudging(portsInProcess(company, dying), job, 5000)).rejects.toThrow('killed');
    const half = await rejudgeJobs.read(company.database, job._id);
    expect(half).toMatchObject({ state: 'running', done: 0 });
    // Its claim still holds: another only looks.
    const early = granted(await hr.call('rules.progress', { jobId: job._id }));
    expect(early).toMatchObject({ state: 'running', donePeople: 0 });
    await company.clockTo('08:02');
    await company.tick();
    const done = granted(await hr.call('rules.progress', { jobId: job._id }));
    expect(done).toMatchObject({ state: 'done', changedPeople: 2, changedDays: 2 });
    expect((await dayOf(fang))?.word).toBe('正常');
    expect((await dayOf(chen))?.word).toBe('正常');
  });

  it('a publication that was cut off before its job is finished by the clock', async () => {
    const job = await begun();
    await company.sdk.database().collection('recomputeJobs').doc(job._id).remove();
    await company.tick();
    expect((await rejudgeJobs.read(company.database, job._id))?.state).toBe('done');
    expect((await dayOf(fang))?.word).toBe('正常');
  });

  it('one write for each changed sheet, also when somebody writes at the same time', async () => {
    const job = await begun();
    const before = await fang.sheet('2026-03');
    const [ran] = await Promise.all([runRejudging(portsInProcess(company), job, 5000), fang.punch()]);
    expect(ran).toMatchObject({ state: 'done', changedDays: 2 });
    expect((await fang.sheet('2026-03')).revision).toBe(before.revision + 2);
    expect((await dayOf(fang))?.word).toBe('正常');
  });

  it('a month that is locked in the middle stays as it was signed, and HR is told whose', async () => {
    const job = await begun();
    const { updateWhere } = company.database;
    let isLocked = false;
    const racing = {
      ...company.database,
      updateWhere: async (...call: Parameters<typeof updateWhere>) => {
        const [collection, id] = call;
        if (collection === 'sheets' && id.startsWith(fang.employmentId) && !isLocked) {
          isLocked = true;
          await updateWhere('sheets', id, {}, { set: { lock: 'locked' }, increment: { revision: 1 } });
        }
        return updateWhere(...call);
      },
    };
    const ran = await runRejudging(portsInProcess(company, racing), job, 5000);
    expect(ran).toMatchObject({ state: 'done', lockedPeople: 1, lockedNames: ['王芳'], retries: 1 });
    expect((await dayOf(fang))?.word).toBe('迟到 7 分钟');
    expect((await dayOf(chen))?.word).toBe('正常');
  });

  it('of 600 people: reads at most one for each 500 and three, for a preview and for judging again', async () => {
    await addCrowd(company, fang, '2026-03', 600);
    const { database, requests } = countedDatabase(company.database);
    const ports = portsInProcess(company, database);
    const reads = () => requests.filter(({ what }) => /^(read|find)/.test(what)).map(({ what }) => what);
    const touched = 600 + 6;
    const most = Math.ceil(touched / 500) + 3;

    const item = (await dayRule({ allowedLateMinutes: 10 })) as RuleItem;
    const org = await organisationAt(ports, 1);
    requests.length = 0;
    const span = { month: '2026-03', from: localDateOf('2026-03-01'), to: localDateOf('2026-03-10') };
    const books = booksToCompare(org, [item]);
    const preview = await previewMonth(ports, org, books, span, null);
    expect(preview).toMatchObject({ judgedPeople: touched, changedPeople: 602, next: null });
    expect(preview.people).toHaveLength(60);
    expect(reads().length).toBeLessThanOrEqual(most);

    const job = await begun();
    requests.length = 0;
    // As a page that asks again and again moves it on: what one read brought lasts for many calls.
    let ran = job;
    while (ran.state === 'running') ran = await runRejudging(ports, ran, 1);
    expect(ran).toMatchObject({ done: touched, changedPeople: 602, changedDays: 602, retries: 0 });
    expect(reads().length).toBeLessThanOrEqual(most);
    expect(requests.filter(({ what }) => what === 'update sheets')).toHaveLength(602);
  });
});
