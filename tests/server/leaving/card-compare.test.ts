import { createHmac } from 'node:crypto';
import { granted, outcome } from '../company/answers';
import type { Person } from '../company/person';
import { idNumberOf } from '../company/personnel';
import { type Company, openCompany } from '../company';
import { draft } from '../company/leaving';
import { upload } from './case-calls';

let company: Company;
let fang: Person;

afterEach(() => company.close());
const open = async (environment: Record<string, string> = {}) => {
  company = await openCompany({ at: '2026-10-22T09:00', environment });
  fang = await company.person('王芳').bind();
};

/** A made-up card as the laptop's reader knows it. */
const cardOf = (name: string, number: string) =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(`card:${name};${number};`)]);
const bytesOf = async (fileId: string) =>
  (await company.sdk.downloadFile({ fileID: fileId }).catch(() => ({ fileContent: null }))).fileContent;

async function compare(picture: Uint8Array, more: object = {}, card: 'idCard' | 'badge' = 'idCard') {
  const fileId = await upload(company, fang, picture);
  const answer = await fang.call('leaving.compareCard', { card, fileId, consent: true, ...more });
  return { answer, fileId };
}
const kept = () => company.database.find('cardChecks', {}, { limit: 10 });

describe('comparing a card with the file', () => {
  it('keeps the same or different and nothing else: no picture, no number in any log', async () => {
    await open();
    expect((await draft(fang)).comparesCards).toBe(true);
    const number = idNumberOf(fang);
    const { answer, fileId } = await compare(cardOf('王芳', number));
    expect(granted(answer)).toMatchObject({
      result: 'same',
      name: '王芳',
      numberMasked: `${number.slice(0, 3)}***********${number.slice(-4)}`,
    });
    expect(await bytesOf(fileId)).toBeNull();
    expect(await kept()).toEqual([
      {
        _id: `${fang.employmentId}:idCard`,
        employmentId: fang.employmentId,
        card: 'idCard',
        result: 'same',
        consentedAt: expect.any(Number),
      },
    ]);
    const other = await compare(cardOf('李明', idNumberOf(company.person('李明'))));
    expect(granted(other.answer).result).toBe('different');
    expect(await kept()).toMatchObject([{ result: 'different' }]);
    const badge = await compare(cardOf('王芳', 'A-001'), {}, 'badge');
    expect(granted(badge.answer)).toMatchObject({ result: 'same', numberMasked: null });
    const printed = company.log.join('\n');
    for (const secret of [number, idNumberOf(company.person('李明'))]) expect(printed).not.toContain(secret);
  });

  it('is forgotten a month later where no leaving came of it', async () => {
    await open();
    granted((await compare(cardOf('王芳', idNumberOf(fang)))).answer);
    const later = async (days: number) => {
      await company.cloud.clock.moveTo(company.cloud.clock.now() + days * 86_400_000);
      await company.tick();
    };
    await later(29);
    expect(await kept()).toHaveLength(1);
    await later(2);
    expect(await kept()).toEqual([]);
  });

  it('without consent, unread or misread nothing is kept and the picture goes all the same', async () => {
    await open();
    const number = idNumberOf(fang);
    const wrong = `${number.slice(0, 17)}${number.endsWith('0') ? '1' : '0'}`;
    for (const [picture, more, code] of [
      [cardOf('王芳', number), { consent: false }, 'leaving.card-without-consent'],
      [Buffer.from([0xff, 0xd8, 0xff, 0xe0]), {}, 'leaving.card-unread'],
      [cardOf('王芳', wrong), {}, 'leaving.card-misread'],
      [Buffer.from('MZ a program'), {}, 'file.not-a-picture'],
    ] as const) {
      const { answer, fileId } = await compare(picture, more);
      expect(outcome(answer)).toBe(code);
      expect(await bytesOf(fileId)).toBeNull();
    }
    expect(await kept()).toEqual([]);
  });

  it('is of the own pictures only, and another’s stays where it is', async () => {
    await open();
    const leader = await company.person('陈思远').bind();
    const fileId = await upload(company, leader, cardOf('陈思远', idNumberOf(leader)));
    const asked = await fang.call('leaving.compareCard', { card: 'idCard', fileId, consent: true });
    expect(outcome(asked)).toBe('file.unknown');
    expect(await bytesOf(fileId)).not.toBeNull();
  });

  it('is not offered where no reader is configured', async () => {
    await open({ OCR_GATEWAY_URL: '' });
    expect((await draft(fang)).comparesCards).toBe(false);
    const { answer, fileId } = await compare(cardOf('王芳', idNumberOf(fang)));
    expect(outcome(answer)).toBe('leaving.card-not-offered');
    expect(await bytesOf(fileId)).toBeNull();
  });

  it('the laptop’s reader refuses what is not signed, stale, no card or no picture', async () => {
    await open();
    const key = 'demo-ocr-key-of-the-laptop-only-0000';
    const ask = async (picture: Buffer, card: string, time: number, signedAs = card) => {
      const signature = createHmac('sha256', key)
        .update(`${time}\n${signedAs}\n`)
        .update(picture)
        .digest('hex');
      const answer = await fetch(`${company.cloud.url}/ocr/read`, {
        method: 'POST',
        headers: { 'x-ocr-card': card, 'x-ocr-time': String(time), 'x-ocr-signature': signature },
        body: new Uint8Array(picture),
      });
      return ((await answer.json()) as { reason?: string }).reason ?? 'read';
    };
    const card = cardOf('王芳', 'A-001');
    const now = Math.floor(company.cloud.clock.now());
    expect(await ask(card, 'badge', now)).toBe('read');
    expect(await ask(card, 'badge', now, 'idCard')).toBe('bad-signature');
    expect(await ask(card, 'badge', now - 600_000)).toBe('stale');
    expect(await ask(card, 'passport', now)).toBe('unknown-card');
    expect(await ask(Buffer.from('text'), 'badge', now)).toBe('no-picture');
  });
});
