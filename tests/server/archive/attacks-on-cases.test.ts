import { parseAnchor } from '@domain/evidence/anchor';
import { canonicalJson } from '@domain/evidence/canonical-json';
import { type ChainedEvent, headAfter } from '@domain/evidence/chain';
import { makeCheckpoint } from '@domain/evidence/checkpoint';
import { type SealingKey, sealingKey } from '@server/evidence/ed25519';
import { readBundle } from '@server/evidence/read-bundle';
import { writeBundle } from '@server/evidence/write-bundle';
import { chainedAnew, rehashed } from '../evidence/chained-anew';
import { OpenBundle, tampered, verdictOn } from '../evidence/tamper';
import { type LeavingCompany, openLeavingCompany } from '../leaving/leaving-company';
import { exported, finish, handOver, noticeFrom, paperOf } from './real-case';

/** The bundle of a leaving that people went through, from the notice to the archive, and of another that has begun. */
let zip: Buffer;
let otherZip: Buffer;
let anchorOfReceipt: { readonly count: number; readonly head: string };
let anchorOfCertificate: { readonly count: number; readonly head: string };

beforeAll(async () => {
  const company: LeavingCompany = await openLeavingCompany({ at: '2026-10-22T09:00' });
  const caseId = await noticeFrom(company, company.fang, '回成都照顾家人');
  await handOver(company, caseId);
  const otherId = await noticeFrom(company, company.it, '另有发展');
  await finish(company, caseId, '2026-11-21');
  zip = await exported(company, caseId);
  otherZip = await exported(company, otherId);
  const anchorOf = async (key: string) => {
    const { anchor } = await paperOf(company, caseId, key);
    return parseAnchor(`${anchor?.count}:${anchor?.head}`) ?? { count: 0, head: '' };
  };
  anchorOfReceipt = await anchorOf('receipt');
  anchorOfCertificate = await anchorOf('certificate');
  await company.close();
});

/** The key that the deployment's `documents` function signs with. */
const deployedKey = (): SealingKey =>
  sealingKey(
    (JSON.parse(process.env.DOCUMENT_KEYS_UNDER_TEST ?? '{}') as { readonly CHAIN_KEY?: string }).CHAIN_KEY ??
      '',
  );

/** The same case with another first event, chained and signed anew as if it had always been so. */
function rewrittenWith(key: SealingKey, bundle: Uint8Array): Uint8Array {
  const read = readBundle(bundle);
  if (!read.ok) throw new Error('the bundle cannot be read');
  const { genesis, events, checkpoints, keys, personal, documents, manifest } = read.value;
  const entries = events.map(({ entry }, index) => (index === 0 ? { ...entry, actor: 'E999' } : entry));
  const rows = chainedAnew(genesis, entries);
  const files = new OpenBundle(bundle).files;
  return writeBundle(
    {
      genesis,
      events: rows,
      checkpoints: checkpoints.map(({ count, at, reason }) =>
        makeCheckpoint(genesis, headAfter(rows[count - 1] as ChainedEvent), at, reason, key.keyId, key.sign),
      ),
      keys,
      personal,
      documents: documents.map((row) => ({
        ...row,
        extension: row.path?.split('.').at(-1) ?? '',
        bytes: files.get(row.path ?? '') ?? null,
      })),
      exportedAt: manifest.exportedAt,
      verifier: files.get('verify.cjs') ?? new Uint8Array(),
    },
    key,
  );
}

const open = () => new OpenBundle(zip);
const eventsOf = (bundle: OpenBundle) => bundle.rows('events.jsonl') as unknown as ChainedEvent[];
const asLines = (rows: readonly ChainedEvent[]) => rows.map((row) => canonicalJson(row));

const events = (change: (rows: ChainedEvent[]) => readonly ChainedEvent[]) =>
  verdictOn(tampered(zip, (bundle) => bundle.write('events.jsonl', asLines(change(eventsOf(bundle))))));

it('1. a flipped byte in an event, in a paper, in a sealed value', () => {
  const flipped = tampered(zip, (bundle) =>
    bundle.write(
      'events.jsonl',
      bundle
        .lines('events.jsonl')
        .map((line, index) => (index === 4 ? line.replace('"at":1', '"at":2') : line)),
    ),
  );
  expect(verdictOn(flipped)).toContain('第 5 个事件的内容与它的哈希不符');
  const paper = tampered(zip, ({ files }) => {
    const file = [...files.keys()].find((name) => name.includes('certificate')) ?? '';
    const bytes = Uint8Array.from(files.get(file) ?? []);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    files.set(file, bytes);
  });
  expect(verdictOn(paper)).toContain('文件「离职证明」');
  const value = tampered(zip, (bundle) =>
    bundle.write(
      'personal.jsonl',
      bundle.lines('personal.jsonl').map((line) => line.replace('照顾家人', '照顾自己')),
    ),
  );
  expect(verdictOn(value)).toMatch(/个人信息「\d+\.fields」（第 \d+ 个事件）的内容与链上的摘要不符/);
});

it('2. a dropped event, numbered and chained anew too', () => {
  expect(events((rows) => rows.filter((_, index) => index !== 4))).toContain('第 5 个事件的序号不对');
  expect(
    events((rows) =>
      rows.filter((_, index) => index !== 4).map((row, index) => rehashed({ ...row, seq: index + 1 })),
    ),
  ).toContain('第 5 个事件接不上前一个事件');
  const genesis = open().rows('genesis.json')[0] as never;
  expect(
    events((rows) =>
      chainedAnew(
        genesis,
        rows.filter((_, index) => index !== 4).map(({ entry }) => entry),
      ),
    ),
  ).toContain('第 1 个检查点');
});

it('3. two events in the other order', () => {
  expect(events(([one, two, ...rest]) => [two, one, ...rest].flatMap((row) => row ?? []))).toContain(
    '第 1 个事件的序号不对',
  );
});

it('4. two papers swapped', () => {
  const swapped = tampered(zip, ({ files }) => {
    const [one, two] = [...files.keys()].filter((name) => name.endsWith('.pdf'));
    const kept = files.get(one ?? '');
    if (!one || !two || !kept) throw new Error('too few papers');
    files.set(one, files.get(two) ?? kept);
    files.set(two, kept);
  });
  expect(verdictOn(swapped)).toContain('的内容与链上的摘要不符：文件被改动或调换过');
});

it('5. another public key under the old id', () => {
  const replaced = tampered(zip, (bundle) =>
    bundle.write(
      'keys.jsonl',
      bundle.rows('keys.jsonl').map((row) => ({ ...row, publicKey: 'ab'.repeat(32) })),
    ),
  );
  expect(verdictOn(replaced)).toContain('与公钥本身不符：公钥被替换');
});

it('6. the tail cut off', () => {
  expect(events((rows) => rows.slice(0, 20))).toContain('第 21 个事件不见了');
});

it('7. a forged checkpoint', () => {
  const forged = tampered(zip, (bundle) => {
    const rows = bundle.rows('checkpoints.jsonl');
    bundle.write('checkpoints.jsonl', [{ ...rows[0], signature: 'ab'.repeat(64) }, ...rows.slice(1)]);
  });
  expect(verdictOn(forged)).toContain('第 1 个检查点');
  expect(verdictOn(forged)).toContain('签名无效');
});

it('8. the events of another case', () => {
  const other = new OpenBundle(otherZip);
  const spliced = tampered(zip, (bundle) =>
    bundle.write('events.jsonl', [
      ...bundle.lines('events.jsonl').slice(0, 4),
      ...other.lines('events.jsonl').slice(4),
    ]),
  );
  expect(verdictOn(spliced)).toContain('第 5 个事件接不上前一个事件：有事件被删去、调换，或来自另一个案件');
});

it('9. a paper called purged that no rule purged', () => {
  const lost = tampered(zip, (bundle) => {
    const rows = bundle.rows('documents.jsonl');
    const gone = rows.find(({ key }) => key === 'certificate');
    bundle.files.delete(String(gone?.['path']));
    bundle.write(
      'documents.jsonl',
      rows.map((row) => (row === gone ? { ...row, path: null, state: 'purged' } : row)),
    );
  });
  expect(verdictOn(lost)).toContain('被删去，但链上没有相应的销毁记录');
});

it('10. everything written anew by a holder of the key: only the printed anchors tell', () => {
  const rewritten = rewrittenWith(deployedKey(), zip);
  expect(verdictOn(rewritten)).toContain('结论：通过');
  for (const anchor of [anchorOfReceipt, anchorOfCertificate])
    expect(verdictOn(rewritten, { anchors: [anchor] })).toContain('与链不符：链被整体重写过');
  expect(verdictOn(zip, { anchors: [anchorOfReceipt, anchorOfCertificate] })).toContain('结论：通过');
});
