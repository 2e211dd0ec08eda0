import fc from 'fast-check';
import { certificateContent, CERTIFICATE_FIELDS } from '@domain/offboarding/certificate-content';
import type { CertificateFacts, CertificateField } from '@domain/offboarding/certificate-content';
import { serviceLength, serviceText } from '@domain/offboarding/service-length';
import { addDays, localDateOf } from '@domain/time/local-date';

const day = localDateOf;
const complete: CertificateFacts = {
  organisation: '周到示例（上海）有限公司',
  name: '张䶮',
  idNumber: '11010519491231002X',
  term: { kind: 'fixed', from: day('2024-03-01'), to: day('2027-02-28') },
  ending: 'dissolved',
  endDate: '2026-11-21',
  post: '销售经理',
  joinedOn: '2021-08-16',
  issuedOn: '2026-11-21',
  reasonAsWished: null,
};

const refusalOf = (changes: Partial<CertificateFacts>) => {
  const answer = certificateContent({ ...complete, ...changes });
  return answer.ok ? null : answer.refusal;
};

it('says what the law asks for and nothing else', () => {
  const answer = certificateContent(complete);
  expect(answer).toEqual({
    ok: true,
    value: {
      organisation: '周到示例（上海）有限公司',
      name: '张䶮',
      idNumber: '11010519491231002X',
      term: complete.term,
      ending: 'dissolved',
      endDate: '2026-11-21',
      post: '销售经理',
      service: '5年3个月',
      issuedOn: '2026-11-21',
      reason: null,
    },
  });
});

it('gives the reason only when the employee asked for it', () => {
  const wished = certificateContent({ ...complete, reasonAsWished: ' 个人原因 ' });
  expect(wished.ok && wished.value.reason).toBe('个人原因');
  const blank = certificateContent({ ...complete, reasonAsWished: ' ' });
  expect(blank.ok && blank.value.reason).toBeNull();
});

it.each(Object.entries(CERTIFICATE_FIELDS) as [CertificateField, string][])(
  'without %s it is refused, and %s is named',
  (field, title) => {
    expect(refusalOf({ [field]: field === 'term' ? null : ' ' })).toEqual({
      code: 'certificate.incomplete',
      facts: { fields: [field], titles: [title] },
    });
  },
);

it('names everything that is missing at once', () => {
  expect(refusalOf({ post: '', idNumber: '' })?.facts).toMatchObject({
    titles: ['身份证件号码', '工作岗位'],
  });
});

it.each([
  ['endDate', { endDate: '2021-08-15' }, 'ends before it began'],
  [
    'term',
    { term: { kind: 'fixed', from: day('2027-03-01'), to: day('2027-02-28') } },
    'ends before it began',
  ],
  ['issuedOn', { issuedOn: '2026-11-20' }, 'issued before the end'],
] as const)('a contradiction in %s is refused', (field, changes, reason) => {
  expect(refusalOf(changes)).toEqual({ code: 'certificate.contradicts', facts: { field, reason } });
});

describe('years in the unit', () => {
  it.each([
    ['2021-08-16', '2026-11-21', '5年3个月'],
    ['2021-08-16', '2026-08-15', '5年'],
    ['2021-08-16', '2026-08-14', '4年11个月'],
    ['2026-10-01', '2026-10-31', '1个月'],
    ['2026-10-01', '2026-10-12', '12天'],
    ['2026-10-22', '2026-10-22', '1天'],
    ['2024-01-31', '2024-02-29', '1个月'],
    ['2023-12-31', '2024-12-30', '1年'],
    ['2024-02-29', '2025-02-28', '1年'],
  ])('from %s to %s: %s', (from, to, text) => {
    expect(serviceText(serviceLength(day(from), day(to)))).toBe(text);
  });

  it('a day more never makes the service shorter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 9000 }), (start, days) => {
        const from = addDays(day('2019-12-30'), start);
        const size = (to: number) => {
          const { years, months, days: rest } = serviceLength(from, addDays(from, to));
          return years * 10_000 + months * 100 + rest;
        };
        return size(days + 1) > size(days);
      }),
    );
  });
});
