import type { LocalDate } from '@domain/time/local-date';
import { dayText } from '@domain/offboarding/day-text';
import type { Paper, SignatureParty } from '../paper';
import type { Employee, PaperHeading } from './paper-heading';

export interface NoticeContent extends PaperHeading {
  readonly employee: Employee;
  readonly path: 'notice' | 'probation';
  readonly givenOn: LocalDate;
  readonly lastDay: LocalDate;
  /** The employee's own words; null when none were given, which is their right. */
  readonly reason: string | null;
  readonly signed: SignatureParty['signed'];
}

const PERIOD = {
  notice:
    '根据《中华人民共和国劳动合同法》第三十七条，劳动者提前三十日以书面形式通知用人单位，可以解除劳动合同。',
  probation:
    '根据《中华人民共和国劳动合同法》第三十七条，劳动者在试用期内提前三日通知用人单位，可以解除劳动合同。',
} as const;

/** 离职通知书: the employee's act, which needs nobody's consent. */
export const noticePaper = ({
  employee,
  path,
  givenOn,
  lastDay,
  reason,
  signed,
  ...heading
}: NoticeContent): Paper => ({
  ...heading,
  title: '解除劳动合同通知书',
  blocks: [
    { kind: 'paragraph', text: `致：${heading.organisation}`, indent: false },
    {
      kind: 'paragraph',
      text: `本人${employee.name}，身份证件号码${employee.idNumber}，现任${employee.department}${employee.post}。${PERIOD[path]}`,
    },
    {
      kind: 'paragraph',
      text: `本人现书面通知贵单位解除劳动合同，最后工作日为${dayText(lastDay)}。`,
    },
    ...(reason === null ? [] : [{ kind: 'paragraph', text: `离职原因（本人自愿填写）：${reason}` } as const]),
    {
      kind: 'paragraph',
      text: '请在劳动合同解除时一次付清工资、出具解除劳动合同的证明，并在十五日内办理档案和社会保险关系转移手续。本人将按约定办理工作交接。',
    },
    { kind: 'closing', lines: [`通知日期：${dayText(givenOn)}`] },
    { kind: 'signatures', parties: [{ role: '通知人', name: employee.name, signed }] },
  ],
});
