import { punches } from '@server/repositories/punches';
import { sheets } from '@server/repositories/sheets';
import { type Company, openCompany } from './company';
import { granted, refused } from './company/answers';
import { freshId, metersNorth, type Person } from './company/person';

let company: Company;
let fang: Person;

beforeEach(async () => {
  company = await openCompany({ at: '2026-03-09T08:50' });
  fang = await company.person('王芳').bind();
});
afterEach(() => company.close());

/** The tick of the morning on which the ninth and tenth are over. */
const close = async (at = '2026-03-12T03:00'): Promise<void> => {
  await company.clockTo(at);
  await company.tick();
};

const writeCard = async (person: Person, date: string, punchId: string, minute: number): Promise<void> => {
  const sheet = await person.sheet(date.slice(0, 7));
  const day = sheet.days[date.slice(8)];
  if (!day) throw new Error(`nothing stands on ${date}`);
  const card = [punchId, minute, 'out', 'button'] as never;
  await sheets.writeDays(company.database, sheet, {
    [date.slice(8)]: { ...day, punches: [...day.punches, card] },
  });
};

it('judges days that are over: what was open is decided, what nobody touched is missing', async () => {
  granted(await fang.punch());
  expect((await fang.sheet('2026-03')).days['09']?.verdict.status).toBe('pending');
  await close();
  const { days, closedThrough } = await fang.sheet('2026-03');
  expect(closedThrough).toBe('2026-03-10');
  expect(days['09']?.verdict.status).toBe('missing');
  expect(days['10']?.verdict.status).toBe('missing');
  expect(days['07']?.verdict.status).toBe('rest');
  expect(days['11']).toBeUndefined();
});

it('closes a day once: a second tick has nothing to write', async () => {
  granted(await fang.punch());
  await close();
  const { revision } = await fang.sheet('2026-03');
  await company.tick();
  expect((await fang.sheet('2026-03')).revision).toBe(revision);
});

it('two ticks at once close each day once', async () => {
  granted(await fang.punch());
  await company.clockTo('2026-03-12T03:00');
  const { revision } = await fang.sheet('2026-03');
  await Promise.all([company.tick(), company.tick(), company.tick()]);
  expect((await fang.sheet('2026-03')).revision).toBe(revision + 1);
});

it('puts in a fact whose card was lost, without any retry', async () => {
  granted(await fang.punch());
  await company.storeFact(fang, { at: '2026-03-09T18:04', kind: 'out', dutyDate: '2026-03-09' });
  await close();
  expect(await fang.punchesOn('2026-03-09')).toEqual(['in 08:50', 'out 18:04']);
  expect((await fang.sheet('2026-03')).days['09']?.verdict.status).toBe('normal');
});

it('makes a lost fact again from its card, and counts it', async () => {
  const punchId = freshId();
  granted(await fang.punch({ punchId }));
  await company.sdk.database().collection('punches').doc(punches.idOf(fang.employmentId, punchId)).remove();
  await close();
  expect(await fang.punchesOn('2026-03-09')).toEqual(['in 08:50']);
  expect(await fang.facts()).toMatchObject([
    {
      _id: punches.idOf(fang.employmentId, punchId),
      kind: 'in',
      dutyDate: '2026-03-09',
      device: null,
      position: null,
    },
  ]);
});

it('takes out a card that a broken retry of a refused press left', async () => {
  granted(await fang.punch());
  const punchId = freshId();
  refused(await fang.punch({ punchId, position: metersNorth(4000) }));
  const eighteen = Date.parse('2026-03-09T18:00:00+08:00') / 60_000;
  await writeCard(fang, '2026-03-09', punchId, eighteen);
  expect(await fang.punchesOn('2026-03-09')).toHaveLength(2);
  await close();
  expect(await fang.punchesOn('2026-03-09')).toEqual(['in 08:50']);
});

it('lets a card follow its fact where a broken retry wrote a later minute', async () => {
  granted(await fang.punch());
  const punchId = await company.storeFact(fang, {
    at: '2026-03-09T18:04',
    kind: 'out',
    dutyDate: '2026-03-09',
  });
  await writeCard(fang, '2026-03-09', punchId, Date.parse('2026-03-09T18:30:00+08:00') / 60_000);
  await close();
  expect(await fang.punchesOn('2026-03-09')).toEqual(['in 08:50', 'out 18:04']);
});

it('leaves a locked sheet as it is', async () => {
  granted(await fang.punch());
  const id = sheets.idOf(fang.employmentId, '2026-03');
  await company.database.updateWhere('sheets', id, {}, { set: { lock: 'locked' } });
  const before = await fang.sheet('2026-03');
  await close();
  expect(await fang.sheet('2026-03')).toEqual(before);
});

it('closes the last days of a month after it ended', async () => {
  await company.clockTo('2026-03-31T08:59');
  granted(await fang.punch());
  await company.clockTo('2026-04-01T08:59');
  granted(await fang.punch());
  await close('2026-04-03T00:10');
  expect((await fang.sheet('2026-03')).closedThrough).toBe('2026-03-31');
  expect((await fang.sheet('2026-03')).days['31']?.verdict.status).toBe('missing');
  expect((await fang.sheet('2026-04')).closedThrough).toBe('2026-04-01');
});

it('comes by itself with the timer: nobody has to call it', async () => {
  await company.close();
  company = await openCompany({ at: '2026-03-10T23:52', timers: 'on-move' });
  fang = await company.person('王芳').bind();
  granted(await fang.punch());
  await company.clockTo('2026-03-11T00:06');
  expect((await fang.sheet('2026-03')).closedThrough).toBe('2026-03-09');
  expect(company.log.join('\n')).toContain('"tick":"closeDays"');
});

it('judges a later rule only from its day on: the past keeps what judged it', async () => {
  granted(await fang.punch());
  await company.clockTo('18:00');
  granted(await fang.punch());
  await company.clockTo('2026-03-10T08:50');
  granted(await fang.punch());
  await company.clockTo('10:00');
  await company.reorganise(({ rules }) => ({
    rules: [
      ...rules,
      ...rules
        .filter(({ id }) => id === 'day')
        .map((rule) => ({
          ...rule,
          version: 2,
          effectiveFrom: '2026-03-10' as never,
          allowedLateMinutes: 30,
        })),
    ],
  }));
  await close();
  const { days } = await fang.sheet('2026-03');
  expect(days['09']?.plan.slice(1, 3)).toEqual(['day', 1]);
  expect(days['09']?.verdict.status).toBe('normal');
});
