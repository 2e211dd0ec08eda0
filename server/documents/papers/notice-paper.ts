import { dayText } from '@domain/offboarding/day-text';
import { NOTICE_TITLE, type NoticeContent, noticeParagraphs } from '@domain/offboarding/notice-content';
import type { Paper, SignatureParty } from '../paper';
import type { PaperHeading } from './paper-heading';

export interface NoticeInput extends Omit<PaperHeading, 'organisation'> {
  /** As it was signed. */
  readonly notice: NoticeContent;
  /** Printed whole; the signed words do not hold it. */
  readonly idNumber: string;
  readonly signed: SignatureParty['signed'];
}

/** 离职通知书: the employee's act, which needs nobody's consent. */
export const noticePaper = ({ notice, idNumber, signed, ...heading }: NoticeInput): Paper => ({
  ...heading,
  organisation: notice.organisation,
  title: NOTICE_TITLE,
  blocks: [
    { kind: 'paragraph', text: `致：${notice.organisation}`, indent: false },
    ...noticeParagraphs(notice, idNumber).map((text) => ({ kind: 'paragraph', text }) as const),
    { kind: 'closing', lines: [`通知日期：${dayText(notice.givenOn)}`] },
    { kind: 'signatures', parties: [{ role: '通知人', name: notice.name, signed }] },
  ],
});
