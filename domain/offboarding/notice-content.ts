import { tagged } from '../evidence/digest';
import type { LocalDate } from '../time/local-date';
import { dayText } from './day-text';

/** A notice of resignation as its signature binds it. The ID number is printed on the paper and is not in here. */
export interface NoticeContent {
  readonly organisation: string;
  readonly employmentId: string;
  readonly name: string;
  readonly department: string;
  readonly post: string;
  readonly path: 'notice' | 'probation';
  readonly givenOn: LocalDate;
  readonly lastDay: LocalDate;
  /** The employee's own words; null when none were given, which is their right. */
  readonly reason: string | null;
}

export const NOTICE_TITLE = '解除劳动合同通知书';

const PERIOD = {
  notice:
    '根据《中华人民共和国劳动合同法》第三十七条，劳动者提前三十日以书面形式通知用人单位，可以解除劳动合同。',
  probation:
    '根据《中华人民共和国劳动合同法》第三十七条，劳动者在试用期内提前三日通知用人单位，可以解除劳动合同。',
} as const;

/** Exactly what is hashed and signed. */
export const noticeText = (content: NoticeContent): string =>
  tagged('zhoudao.content.v1', { kind: 'notice', ...content });

type NoticeWords = Omit<NoticeContent, 'employmentId' | 'givenOn'>;

/**
 * The body of the notice, a paragraph an entry: on the phone before it is signed, and on the paper.
 *
 * @param idNumber as it may be shown here: whole on the paper, masked on the phone
 */
export const noticeParagraphs = (
  { name, department, post, path, lastDay, reason }: Omit<NoticeWords, 'organisation'>,
  idNumber: string,
): readonly string[] => [
  `本人${name}，身份证件号码${idNumber}，现任${department}${post}。${PERIOD[path]}`,
  `本人现书面通知贵单位解除劳动合同，最后工作日为${dayText(lastDay)}。`,
  ...(reason === null ? [] : [`离职原因（本人自愿填写）：${reason}`]),
  '请在劳动合同解除时一次付清工资、出具解除劳动合同的证明，并在十五日内办理档案和社会保险关系转移手续。本人将按约定办理工作交接。',
];
