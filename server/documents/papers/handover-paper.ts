import { EMPTY_ITEM } from '@domain/offboarding/handover-content';
import type { HandoverLine } from '@domain/offboarding/handover-content';
import type { HandoverVersion } from '@domain/offboarding/handover';
import type { HandoverTemplate, ItemKind } from '@domain/offboarding/handover-template';
import { LINE_FIELDS } from '@domain/offboarding/handover-template';
import { digestLines } from '../digest-text';
import type { Block, Paper, SignatureParty } from '../paper';
import type { Employee, PaperHeading } from './paper-heading';

export interface HandoverListContent extends PaperHeading {
  readonly employee: Employee;
  readonly recipientName: string;
  readonly template: HandoverTemplate;
  readonly version: HandoverVersion;
  /** '2026年11月2日 15:20'. */
  readonly submittedAt: string;
  readonly employeeSigned: SignatureParty['signed'];
  readonly recipientSigned: SignatureParty['signed'];
}

/** Columns by kind of item, in the order of its fields. */
const SHARES: Readonly<Record<ItemKind, readonly number[]>> = {
  work: [4, 3, 3],
  document: [3, 5, 2.5],
  asset: [3, 3, 3],
  account: [3, 3, 3],
  contact: [2.5, 3, 4],
};

/** 工作交接清单: one version, the digest that both sign, and both signatures. */
export const handoverPaper = ({
  employee,
  recipientName,
  template,
  version,
  submittedAt,
  employeeSigned,
  recipientSigned,
  ...heading
}: HandoverListContent): Paper => ({
  ...heading,
  title: '工作交接清单',
  blocks: [
    {
      kind: 'fields',
      rows: [
        ['移交人', `${employee.name}（${employee.department} ${employee.post}）`],
        ['接收人', recipientName],
        ['版本', `第 ${version.number} 版，${submittedAt} 提交`],
        ['内容摘要', digestLines(version.digest)],
      ],
    },
    ...template.items.flatMap((item, index) => itemBlocks(item, version, index + 1)),
    {
      kind: 'signatures',
      parties: [
        { role: '移交人', name: employee.name, signed: employeeSigned },
        { role: '接收人', name: recipientName, signed: recipientSigned },
      ],
    },
    {
      kind: 'note',
      text: '双方签署的是上面的内容摘要所对应的同一版本；内容有任何改动，两个签名都失效，须重新签署。',
    },
  ],
});

function itemBlocks(
  { key, kind, title }: HandoverTemplate['items'][number],
  { content }: HandoverVersion,
  number: number,
): readonly Block[] {
  const { lines, none } = content[key] ?? EMPTY_ITEM;
  const heading: Block = { kind: 'heading', text: `${number}．${title}` };
  if (lines.length === 0) return [heading, { kind: 'note', text: none === null ? '无' : `无：${none}` }];
  const fields = LINE_FIELDS[kind];
  const withFiles = lines.some(({ attachments }) => attachments.length > 0);
  return [
    heading,
    {
      kind: 'table',
      columns: [
        { title: '序号', share: 0.9 },
        ...fields.map((field, index) => ({ title: field.title, share: SHARES[kind][index] ?? 3 })),
        ...(withFiles ? [{ title: '附件', share: 1, align: 'right' as const }] : []),
      ],
      rows: lines.map((line, index) => [
        String(index + 1),
        ...fields.map(({ name }) => line.fields[name] ?? ''),
        ...(withFiles ? [attachmentsText(line)] : []),
      ]),
    },
  ];
}

const attachmentsText = ({ attachments }: HandoverLine): string =>
  attachments.length === 0 ? '' : `${attachments.length} 份`;
