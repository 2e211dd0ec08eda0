import { type Company, openCompany } from './company';
import { granted } from './company/answers';
import type { Person } from './company/person';

let company: Company;
let fang: Person;

beforeAll(async () => {
  company = await openCompany({ at: '2026-03-09T09:00' });
  fang = await company.person('王芳').bind();
});
afterAll(() => company.close());

const search = async (query: string) => granted(await fang.call('people.search', { query })).people;
const names = async (query: string) => (await search(query)).map(({ name }) => name);

it('finds colleagues by a part of the name and says where they work, and nothing else', async () => {
  expect(await search('秀')).toEqual([
    {
      employmentId: company.person('何秀英').employmentId,
      name: '何秀英',
      departmentName: 'day 组',
      branchName: '苏州',
    },
  ]);
});

it('without a word lists the own branch, and never the caller', async () => {
  const found = await names('');
  expect(found).toContain('陈思远');
  expect(found).not.toContain('何秀英');
  expect(found).not.toContain('王芳');
});

it('puts the own branch first and stops at twenty', async () => {
  for (let n = 0; n < 24; n += 1)
    await company.hire(`林${'一二三四五六'[n % 6]}${'甲乙丙丁'[n % 4]}${n}`, {
      team: 'day',
      branchId: n % 2 === 0 ? 'suzhou' : 'shanghai',
    });
  const found = await search('林');
  expect(found).toHaveLength(20);
  expect(found.slice(0, 12).every(({ branchName }) => branchName === null)).toBe(true);
  expect(found.slice(12).every(({ branchName }) => branchName === '苏州')).toBe(true);
});

it('leaves out who has left, and who leaves within three days', async () => {
  await company.hire('郑已离', { team: 'day', lastDay: '2026-03-06' });
  await company.hire('郑将离', { team: 'day', lastDay: '2026-03-11' });
  await company.hire('郑月底离', { team: 'day', lastDay: '2026-03-31' });
  expect(await names('郑')).toEqual(['郑月底离']);
});

it('takes every letter for itself', async () => {
  expect(await names('.*')).toEqual([]);
  expect(await names('(')).toEqual([]);
});
