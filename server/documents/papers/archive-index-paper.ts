import type { Digest } from '@domain/evidence/digest';
import type { RetentionClass } from '@domain/evidence/retention';
import { RETENTION } from '@domain/evidence/retention';
import type { Paper } from '../paper';
import type { Employee, PaperHeading } from './paper-heading';

export interface ArchivedDocument {
  readonly title: string;
  readonly version: number;
  readonly digest: Digest;
  readonly retention: RetentionClass;
  readonly state: 'kept' | 'purged';
}

export interface ArchiveIndexContent extends PaperHeading {
  readonly employee: Employee;
  readonly caseId: string;
  readonly documents: readonly ArchivedDocument[];
}

/** 离职档案目录: what is in the bundle, by digest, and how long each is kept. */
export const archiveIndexPaper = ({
  employee,
  caseId,
  documents,
  ...heading
}: ArchiveIndexContent): Paper => ({
  ...heading,
  title: '离职档案目录',
  blocks: [
    {
      kind: 'fields',
      rows: [
        ['员工', `${employee.name}（${employee.department} ${employee.post}）`],
        ['案件编号', caseId],
        ['文件', `${documents.length} 份`],
      ],
    },
    {
      kind: 'table',
      columns: [
        { title: '序号', share: 0.9 },
        { title: '文件', share: 3.2 },
        { title: '版本', share: 0.9 },
        { title: '保存类别', share: 2.6 },
        { title: 'SHA-256', share: 4.2, fine: true },
      ],
      rows: documents.map(({ title, version, digest, retention, state }, index) => [
        String(index + 1),
        title,
        String(version),
        state === 'kept' ? RETENTION[retention].title : `${RETENTION[retention].title}（已按规定销毁）`,
        digest,
      ]),
    },
    {
      kind: 'note',
      text: '各份文件与办理过程一起保存在存证包里，可以离线验证。保存期满的文件按规定销毁，目录和摘要保留，链仍可验证。',
    },
  ],
});
