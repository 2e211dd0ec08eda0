import type { Digest } from '@domain/evidence/digest';
import type { LocalDate } from '@domain/time/local-date';
import { digestLines } from '../digest-text';
import { dayText } from '@domain/offboarding/day-text';
import type { Paper } from '../paper';
import type { Employee, PaperHeading } from './paper-heading';

export interface ReceiptContent extends PaperHeading {
  readonly employee: Employee;
  /** '2026年10月22日 09:00', by the server's clock. */
  readonly arrivedAt: string;
  /** SHA-256 of the signed notice's file. */
  readonly noticeDigest: Digest;
  readonly noticeNumber: string;
  readonly lastDay: LocalDate;
  /** Who received it for the employer. */
  readonly recipients: readonly string[];
}

/** 离职通知回执: proof of arrival, for the commonest dispute of all. */
export const receiptPaper = ({
  employee,
  arrivedAt,
  noticeDigest,
  noticeNumber,
  lastDay,
  recipients,
  ...heading
}: ReceiptContent): Paper => ({
  ...heading,
  title: '离职通知送达回执',
  blocks: [
    {
      kind: 'paragraph',
      text: `${employee.name}提交的《解除劳动合同通知书》已经送达${heading.organisation}。通知送达即生效，不需要批准。`,
    },
    {
      kind: 'fields',
      rows: [
        ['通知人', `${employee.name}（${employee.department} ${employee.post}）`],
        ['送达时间', arrivedAt],
        ['接收方', recipients.join('、')],
        ['最后工作日', dayText(lastDay)],
        ['通知书编号', noticeNumber],
        ['通知书摘要', digestLines(noticeDigest)],
      ],
    },
    {
      kind: 'note',
      text: '通知书摘要是通知书文件的 SHA-256 值：文件改动一个字节，摘要就会不同。页脚的存证锚点记着送达时案件有多少个事件、链头是什么；请保存这份回执，日后任何人重写记录都会与它不符。',
    },
    { kind: 'note', text: '本回执由系统在通知送达时自动生成，送达时间以服务器时间为准。' },
  ],
});
