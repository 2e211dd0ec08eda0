import { certificateContent } from '@domain/offboarding/certificate-content';
import type { CertificateContent } from '@domain/offboarding/certificate-content';
import { GENERAL_TEMPLATE } from '@domain/offboarding/handover-template';
import { submitHandover } from '@domain/offboarding/handover';
import type { HandoverVersion } from '@domain/offboarding/handover';
import type { HandoverContent } from '@domain/offboarding/handover-content';
import { proposeSettlement } from '@domain/offboarding/settlement';
import type { SettlementVersion } from '@domain/offboarding/settlement';
import type { Stroke } from '@domain/offboarding/signature-strokes';
import { instantOf } from '@domain/time/instant';
import { localDateOf } from '@domain/time/local-date';
import { sha256Text } from '@server/evidence/digests';
import type { Paper, SignatureParty } from '@server/documents/paper';
import { agreementPaper } from '@server/documents/papers/agreement-paper';
import { archiveIndexPaper } from '@server/documents/papers/archive-index-paper';
import { certificatePaper } from '@server/documents/papers/certificate-paper';
import { handoverPaper } from '@server/documents/papers/handover-paper';
import { nonCompetePaper } from '@server/documents/papers/non-compete-paper';
import { noticePaper } from '@server/documents/papers/notice-paper';
import type { Employee, PaperHeading } from '@server/documents/papers/paper-heading';
import { receiptPaper } from '@server/documents/papers/receipt-paper';
import { settlementPaper } from '@server/documents/papers/settlement-paper';

const day = localDateOf;
const must = <Value>(
  answer: { ok: true; value: Value } | { ok: false; refusal: { code: string } },
): Value => {
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
};

export const ZHANG: Employee = {
  name: '张䶮',
  idNumber: '11010519491231002X',
  department: '华东销售部',
  post: '销售经理',
};

const heading = (number: string): PaperHeading => ({
  organisation: '周到示例（上海）有限公司',
  number,
  anchor: { count: 12, head: sha256Text('head of the chain'), keyId: '0123456789abcdef' },
  checkCode: '89abcdef01234567',
  verifyPage: null,
  madeAt: instantOf(Date.UTC(2026, 9, 22, 1)),
});

/** Two characters in running hand, as a phone's canvas gives them. */
export const STROKES: readonly Stroke[] = [
  [
    [60, 80],
    [70, 60],
    [110, 58],
    [100, 100],
    [80, 130],
    [60, 150],
    [110, 150],
    [104, 190],
    [80, 210],
    [66, 196],
  ],
  [
    [150, 60],
    [140, 110],
    [170, 80],
    [190, 66],
    [150, 120],
    [200, 118],
    [160, 126],
    [156, 200],
    [170, 180],
    [210, 210],
  ],
  [
    [300, 70],
    [360, 66],
    [330, 50],
    [328, 110],
    [290, 130],
    [380, 120],
    [330, 140],
    [300, 200],
    [340, 160],
    [400, 206],
  ],
  [
    [420, 90],
    [470, 80],
    [440, 140],
    [430, 200],
    [480, 190],
    [500, 150],
    [460, 210],
    [520, 200],
  ],
].map((points, stroke) => points.map(([x, y], t) => ({ x: x ?? 0, y: y ?? 0, t: stroke * 400 + t * 16 })));

const signed = (at: string): SignatureParty['signed'] => ({ strokes: STROKES, at, level: 'basic' });

export const HANDOVER_CONTENT: HandoverContent = {
  work: {
    lines: [
      {
        id: '1',
        fields: {
          what: '华东区 12 家重点客户的日常维护',
          status: '全部在约，10 月回款已对账',
          next: '11 月 28 日前完成续约谈判',
        },
        attachments: [],
      },
      {
        id: '2',
        fields: { what: '2027 年度报价方案', status: '初稿完成，待财务复核毛利测算', next: '' },
        attachments: [sha256Text('a')],
      },
    ],
    none: null,
  },
  documents: {
    lines: [
      {
        id: '1',
        fields: { name: '客户清单', path: '共享盘/销售/华东/客户清单-2026Q4.xlsx', note: '含联系人与偏好' },
        attachments: [],
      },
      {
        id: '2',
        fields: { name: '合同扫描件', path: '共享盘/销售/华东/合同/2026/', note: '' },
        attachments: [],
      },
    ],
    none: null,
  },
  assets: {
    lines: [
      {
        id: '1',
        fields: { name: '笔记本电脑 ThinkPad X1', number: 'IT-2023-0187', place: '行政部前台' },
        attachments: [sha256Text('b'), sha256Text('c')],
      },
      { id: '2', fields: { name: '门禁卡', number: 'MJ-0456', place: '' }, attachments: [sha256Text('d')] },
    ],
    none: null,
  },
  accounts: { lines: [], none: '没有以个人名义开立的业务账号' },
};

export function handoverVersion(content: HandoverContent = HANDOVER_CONTENT): HandoverVersion {
  const empty = {
    caseId: 'case-zhang',
    template: GENERAL_TEMPLATE,
    employee: 'zhang',
    recipient: 'wang',
    versions: [],
    comments: [],
  };
  const [version] = must(submitHandover(empty, content, 'zhang', instantOf(0), sha256Text)).versions;
  if (!version) throw new Error('no version');
  return version;
}

function settlementVersion(): SettlementVersion {
  const lines = [
    { kind: 'wage', note: '2026年11月1日至21日，出勤 15 天', fen: 1_034_483 },
    { kind: 'overtime', note: '休息日加班 8 小时', fen: 137_931 },
    { kind: 'annualLeave', note: '未休年休假 2 天', fen: 275_862 },
    { kind: 'compensation', note: '5.5 个月', fen: 8_250_000 },
    { kind: 'incomeTax', note: '11 月', fen: 24_133 },
    { kind: 'socialInsurance', note: '11 月', fen: 157_500 },
    { kind: 'housingFund', note: '11 月', fen: 105_000 },
  ] as const;
  const [version] = must(
    proposeSettlement({ caseId: 'case-zhang', versions: [] }, lines, 'finn', instantOf(0), sha256Text),
  ).versions;
  if (!version) throw new Error('no version');
  return { ...version, answer: { is: 'confirmed', by: 'zhang', at: instantOf(0) } };
}

export const CERTIFICATE: CertificateContent = must(
  certificateContent({
    organisation: '周到示例（上海）有限公司',
    name: ZHANG.name,
    idNumber: ZHANG.idNumber,
    term: { kind: 'fixed', from: day('2024-03-01'), to: day('2027-02-28') },
    ending: 'dissolved',
    endDate: '2026-11-21',
    post: ZHANG.post,
    joinedOn: '2021-08-16',
    issuedOn: '2026-11-21',
    reasonAsWished: null,
  }),
);

export const SAMPLES = {
  notice: noticePaper({
    ...heading('LZ-2026-0012-01'),
    notice: {
      organisation: '周到示例（上海）有限公司',
      employmentId: 'E001',
      name: ZHANG.name,
      department: ZHANG.department,
      post: ZHANG.post,
      path: 'notice',
      givenOn: day('2026-10-22'),
      lastDay: day('2026-11-21'),
      reason: '回成都照顾家人',
    },
    idNumber: ZHANG.idNumber,
    signed: signed('2026年10月22日 09:00'),
  }),
  receipt: receiptPaper({
    ...heading('LZ-2026-0012-02'),
    employee: ZHANG,
    arrivedAt: '2026年10月22日 09:00',
    noticeDigest: sha256Text('the signed notice'),
    noticeNumber: 'LZ-2026-0012-01',
    lastDay: day('2026-11-21'),
    recipients: ['李明（直属上级）', '韩娜（人事）'],
  }),
  agreement: agreementPaper({
    ...heading('LZ-2026-0012-03'),
    employee: ZHANG,
    contractEnd: day('2026-11-21'),
    compensationFen: 8_250_000,
    furtherTerms: ['乙方个人物品由甲方于解除之日起五日内寄至乙方指定地址，费用由甲方承担。'],
    employeeSigned: null,
    companySigned: null,
    representative: '何慧',
  }),
  handover: handoverPaper({
    ...heading('LZ-2026-0012-04'),
    employee: ZHANG,
    recipientName: '王芳',
    template: GENERAL_TEMPLATE,
    version: handoverVersion(),
    submittedAt: '2026年11月2日 15:20',
    employeeSigned: signed('2026年11月3日 10:02'),
    recipientSigned: signed('2026年11月3日 10:41'),
  }),
  nonCompete: nonCompetePaper({
    ...heading('LZ-2026-0012-08'),
    employee: ZHANG,
    terms: {
      scope: '到与本公司有竞争关系的人力资源软件企业任职，或自行经营同类业务',
      area: '上海市、江苏省、浙江省',
      months: 12,
      monthlyFen: 1_000_000,
    },
    digest: sha256Text('the terms'),
    writtenAt: '2026年10月23日 10:00',
    writtenBy: '何慧',
  }),
  settlement: settlementPaper({
    ...heading('LZ-2026-0012-05'),
    employee: ZHANG,
    contractEnd: day('2026-11-21'),
    handedOverOn: null,
    version: settlementVersion(),
    answeredAt: '2026年11月23日 10:00',
  }),
  certificate: certificatePaper({ ...heading('LZ-2026-0012-06'), content: CERTIFICATE }),
  archiveIndex: archiveIndexPaper({
    ...heading('LZ-2026-0012-07'),
    employee: ZHANG,
    caseId: 'case-zhang',
    documents: [
      {
        title: '解除劳动合同通知书',
        version: 1,
        digest: sha256Text('1'),
        retention: 'contract',
        state: 'kept',
      },
      {
        title: '离职通知送达回执',
        version: 1,
        digest: sha256Text('2'),
        retention: 'contract',
        state: 'kept',
      },
      { title: '工作交接清单', version: 2, digest: sha256Text('3'), retention: 'handover', state: 'kept' },
      { title: '离职结算单', version: 1, digest: sha256Text('4'), retention: 'wages', state: 'kept' },
      {
        title: '解除劳动合同证明书',
        version: 1,
        digest: sha256Text('5'),
        retention: 'contract',
        state: 'kept',
      },
      {
        title: '身份证照片',
        version: 1,
        digest: sha256Text('6'),
        retention: 'identityPhoto',
        state: 'purged',
      },
    ],
  }),
} satisfies Record<string, Paper>;
