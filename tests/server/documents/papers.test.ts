import { execFileSync } from 'node:child_process';
import { instantOf } from '@domain/time/instant';
import { fixedZone } from '@domain/time/zone';
import { momentText } from '@server/documents/moment-text';
import { makePdf } from '@server/documents/make-pdf';
import type { Paper } from '@server/documents/paper';
import { certificatePaper } from '@server/documents/papers/certificate-paper';
import { handoverPaper } from '@server/documents/papers/handover-paper';
import { GENERAL_TEMPLATE } from '@domain/offboarding/handover-template';
import { sha256Bytes } from '@server/evidence/digests';
import { blankCharactersOf, inkIn, pagesOf, wordsOf } from './pixels';
import type { Box } from './pixels';
import { CERTIFICATE, HANDOVER_CONTENT, handoverVersion, SAMPLES, STROKES, ZHANG } from './sample-papers';
import { NOTO } from './typeface';

async function pdfOf(paper: Paper): Promise<Buffer> {
  const made = await makePdf(paper, NOTO);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}

const textOf = (pdf: Buffer): string =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString();
const findWord = (pdf: Buffer, part: string): Box | undefined =>
  wordsOf(pdf)[0]?.find(({ text }) => text.includes(part));

describe.each(Object.entries(SAMPLES))('%s', (_, paper) => {
  it('shows every character that it holds, in ink', async () => {
    const pdf = await pdfOf(paper);
    expect(wordsOf(pdf).flat().length).toBeGreaterThan(20);
    expect(blankCharactersOf(pdf)).toEqual([]);
  });

  it('is the same file to the byte when it is made again', async () => {
    expect(sha256Bytes(await pdfOf(paper))).toBe(sha256Bytes(await pdfOf(paper)));
  });

  it('has the letterhead, its number, page numbers and the printed anchor on every page', async () => {
    const pdf = await pdfOf(paper);
    const pages = textOf(pdf).split('\f').slice(0, -1);
    const digits = (paper.anchor?.head ?? '')
      .slice(0, 16)
      .replace(/(.{8})/g, '$1 ')
      .trim();
    pages.forEach((text, index) => {
      expect(text).toContain(paper.organisation);
      expect(text).toContain(paper.number);
      expect(text).toContain(`第 ${index + 1} 页，共 ${pages.length} 页`);
      expect(text).toContain(`存证锚点 12:${digits}`);
      expect(text).toContain('数字签名只证明文件自签发后未被改动，不证明签署人的身份');
    });
  });

  it('carries one font, and that as a subset', async () => {
    const fonts = execFileSync('pdffonts', ['-'], { input: await pdfOf(paper) })
      .toString()
      .trim()
      .split('\n')
      .slice(2);
    expect(fonts).toHaveLength(1);
    expect(fonts[0]).toMatch(/\+NotoSansSC-Regular +CID TrueType +Identity-H +yes yes yes/);
  });
});

it('a paper in white ink would be noticed: the measure is of pixels, not of the text layer', async () => {
  const pdf = await pdfOf(SAMPLES.certificate);
  const page = pagesOf(pdf)[0];
  const word = findWord(pdf, '特此证明');
  if (!page || !word) throw new Error('no page');
  expect(inkIn(page, word)).toBeGreaterThan(100);
  expect(inkIn(page, { ...word, yMin: word.yMin + 25, yMax: word.yMax + 25 })).toBe(0);
});

it('gives times on the wall clock of the employer', () => {
  const shanghai = fixedZone('Asia/Shanghai', 480);
  expect(momentText(instantOf(Date.UTC(2026, 9, 22, 16, 30)), shanghai)).toBe('2026年10月23日 00:30');
  expect(momentText(instantOf(Date.UTC(2026, 9, 22, 1, 0, 59)), shanghai)).toBe('2026年10月22日 09:00');
});

it('a very long organisation stays above the line of the letterhead', async () => {
  const organisation =
    '周到示例信息技术服务与人力资源管理咨询（上海浦东新区张江高科技园区）股份有限公司第一分公司';
  const pdf = await pdfOf({ ...SAMPLES.certificate, organisation });
  const [page] = pagesOf(pdf);
  expect(page && inkIn(page, { xMin: 68, xMax: 527, yMin: 69, yMax: 73 })).toBe(0);
  expect(blankCharactersOf(pdf)).toEqual([]);
});

describe('names', () => {
  it.each(['张䶮', '李喆', '陈𣲘', '朱镕', '王𬱖', '阿卜杜热西提·买买提', 'Renée O’Connor'])(
    '%s is printed whole',
    async (name) => {
      const pdf = await pdfOf(
        certificatePaper({ ...SAMPLES.certificate, content: { ...CERTIFICATE, name } }),
      );
      expect(textOf(pdf)).toContain(name);
      expect(blankCharactersOf(pdf)).toEqual([]);
    },
  );

  it.each([
    ['王\u{2F00A}', '\u{2F00A}', 'U+2F00A'],
    ['张😀', '😀', 'U+1F600'],
    ['Łukasz', 'Ł', 'U+0141'],
    ['李\uE000明', '\uE000', 'U+E000'],
    ['陈\u200b', '\u200b', 'U+200B'],
  ])('%s is refused: the character is named, with the field', async (name, character, codePoint) => {
    const answer = await makePdf(
      certificatePaper({ ...SAMPLES.certificate, content: { ...CERTIFICATE, name } }),
      NOTO,
    );
    expect(answer).toEqual({
      ok: false,
      refusal: {
        code: 'document.missing-glyph',
        facts: { character, codePoint, where: expect.stringMatching(/正文|姓名/) as string },
      },
    });
  });
});

describe('a drawn signature', () => {
  const boxUnder = ({ xMin, yMax }: Box) => ({ xMin, xMax: xMin + 200, yMin: yMax + 3, yMax: yMax + 36 });

  it('is a line of ink above the time, and no ink where nobody signed', async () => {
    const inkUnderName = async (paper: Paper) => {
      const pdf = await pdfOf(paper);
      const name = findWord(pdf, '通知人');
      const [page] = pagesOf(pdf);
      return name && page ? inkIn(page, boxUnder(name)) : -1;
    };
    const unsigned: Paper = {
      ...SAMPLES.notice,
      blocks: SAMPLES.notice.blocks.map((block) =>
        block.kind === 'signatures'
          ? { ...block, parties: block.parties.map((party) => ({ ...party, signed: null })) }
          : block,
      ),
    };
    expect(await inkUnderName(SAMPLES.notice)).toBeGreaterThan(300);
    expect(await inkUnderName(unsigned)).toBe(0);
  });

  it('says which level it has, and never that it equals a handwritten one', async () => {
    expect(textOf(await pdfOf(SAMPLES.notice))).toContain('签名级别：基础电子签名，不等同于手写签名');
  });

  it('of very many points still prints', async () => {
    const scribble = [Array.from({ length: 5000 }, (_, t) => ({ x: (t * 37) % 600, y: (t * 53) % 300, t }))];
    const paper: Paper = {
      ...SAMPLES.notice,
      blocks: [
        {
          kind: 'signatures',
          parties: [
            { role: '通知人', name: ZHANG.name, signed: { strokes: scribble, at: '', level: 'basic' } },
          ],
        },
      ],
    };
    expect((await pdfOf(paper)).length).toBeGreaterThan(10_000);
    expect(STROKES.length).toBe(4);
  });
});

describe('a long list', () => {
  const lines = Array.from({ length: 60 }, (_, index) => ({
    id: String(index),
    fields: {
      what: `第 ${index + 1} 项工作：${'客户回访与合同归档，'.repeat(index % 5)}完`,
      status: '进行中',
      next: '',
    },
    attachments: [],
  }));
  const paper = handoverPaper({
    ...SAMPLES.handover,
    employee: ZHANG,
    recipientName: '王芳',
    template: GENERAL_TEMPLATE,
    version: handoverVersion({ ...HANDOVER_CONTENT, work: { lines, none: null } }),
    submittedAt: '2026年11月2日 15:20',
    employeeSigned: null,
    recipientSigned: null,
  });

  it('runs over pages with its head repeated, every line of it in ink', async () => {
    const pdf = await pdfOf(paper);
    const pages = textOf(pdf).split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages[1]).toContain('目前进展');
    for (let number = 1; number <= 60; number += 1) expect(textOf(pdf)).toContain(`第 ${number} 项工作`);
    expect(blankCharactersOf(pdf)).toEqual([]);
  });

  it('never runs into the foot of a page', async () => {
    for (const page of pagesOf(await pdfOf(paper)))
      expect(inkIn(page, { xMin: 0, xMax: 595, yMin: 752, yMax: 770 })).toBe(0);
  });

  it('puts a cell of 500 characters, words without a break among them, on its page', async () => {
    const long = {
      id: '1',
      fields: { what: 'x'.repeat(500), status: '长'.repeat(500), next: '' },
      attachments: [],
    };
    const version = handoverVersion({ ...HANDOVER_CONTENT, work: { lines: [long], none: null } });
    const pdf = await pdfOf(
      handoverPaper({
        ...SAMPLES.handover,
        employee: ZHANG,
        recipientName: '王芳',
        template: GENERAL_TEMPLATE,
        version,
        submittedAt: '',
        employeeSigned: null,
        recipientSigned: null,
      }),
    );
    expect((textOf(pdf).match(/长/g) ?? []).length).toBe(500);
    expect((textOf(pdf).match(/x/g) ?? []).length).toBeGreaterThanOrEqual(500);
    for (const page of pagesOf(pdf))
      expect(inkIn(page, { xMin: 0, xMax: 595, yMin: 752, yMax: 770 })).toBe(0);
  });
});

describe('what the papers say', () => {
  const saidBy = async (paper: Paper) => (await pdfOf(paper).then(textOf)).replace(/\s+/g, '');

  it('the certificate: the statutory content, and a reason only when it was wished', async () => {
    const text = await saidBy(SAMPLES.certificate);
    for (const part of [
      '劳动合同期限',
      '解除日期2026年11月21日',
      '工作岗位销售经理',
      '本单位工作年限5年3个月',
      '11010519491231002X',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('原因');
    const wished = { ...CERTIFICATE, reason: '个人原因' };
    expect(await saidBy(certificatePaper({ ...SAMPLES.certificate, content: wished }))).toContain(
      '应本人要求，写明解除劳动合同的原因：个人原因。',
    );
  });

  it('the receipt: when, by whose clock, and the digest of what arrived', async () => {
    const text = await saidBy(SAMPLES.receipt);
    expect(text).toContain('送达即生效，不需要批准');
    expect(text).toContain('送达时间2026年10月22日09:00');
    expect(text).toContain('以服务器时间为准');
  });

  it('the settlement: wages on the last day, only compensation with the handover', async () => {
    const text = await saidBy(SAMPLES.settlement);
    expect(text).toContain('经济补偿5.5个月办结工作交接时82,500.00');
    expect(text).toContain('2026年11月21日10,344.83');
    expect(text.match(/办结工作交接时8/g)).toHaveLength(1);
    expect(text).toContain('总计94,116.43');
  });

  it('the non-compete: what, where, how long, what is paid, and that nothing hangs on it', async () => {
    const text = await saidBy(SAMPLES.nonCompete);
    for (const part of [
      '自劳动合同终止次日起12个月',
      '每月10,000.00元，12个月合计120,000.00元',
      '上海市、江苏省、浙江省',
      '人力资源软件企业任职',
      '不签也不影响离职、工资和离职证明',
      '系统的基础签名不用于本告知书',
    ])
      expect(text).toContain(part);
  });

  it('the agreement: wages and certificate do not wait, compensation may', async () => {
    const text = await saidBy(SAMPLES.agreement);
    expect(text).toContain('工资的支付、证明的出具不以工作交接为条件');
    expect(text).toContain('经济补偿人民币82,500.00元，在乙方办结工作交接时支付');
    expect(text).toContain('系统的基础签名不用于本协议');
  });
});
