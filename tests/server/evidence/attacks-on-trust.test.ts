import { parseAnchor } from '@domain/evidence/anchor';
import { canonicalJson } from '@domain/evidence/canonical-json';
import { headAfter } from '@domain/evidence/chain';
import type { ChainedEvent, ChainHead } from '@domain/evidence/chain';
import { makeCheckpoint } from '@domain/evidence/checkpoint';
import { writeBundle } from '@server/evidence/write-bundle';
import { chainedAnew } from './chained-anew';
import { after, leavingCase, newKey, publicHalf } from './leaving-case';
import { tampered, verdictOn } from './tamper';

const key = newKey();
const { source, heads } = leavingCase(key);
const bundle = writeBundle(source, key);
const anchorAt = (count: number) =>
  parseAnchor(`${count}:${heads[count]?.head ?? ''}`) ?? { count, head: '' };

describe('4. swapped documents', () => {
  const notice = 'documents/001-notice-v1.pdf';
  const list = 'documents/002-handover-v1.pdf';

  it('the files: the first of them is named', () => {
    const changed = tampered(bundle, ({ files }) => {
      const kept = files.get(notice) as Uint8Array;
      files.set(notice, files.get(list) as Uint8Array);
      files.set(list, kept);
    });
    expect(verdictOn(changed)).toContain('文件「离职通知」（第 2 个事件）的内容与链上的摘要不符');
  });

  it('the rows that say what each is: neither is on the chain as that', () => {
    const changed = tampered(bundle, (open) => {
      const [one, two, ...rest] = open.rows('documents.jsonl');
      open.write('documents.jsonl', [
        { ...one, digest: two?.['digest'], path: list },
        { ...two, digest: one?.['digest'], path: notice },
        ...rest,
      ]);
    });
    expect(verdictOn(changed)).toContain('文件「离职通知」不在链上');
  });

  it('another document slipped in without a row', () => {
    const changed = tampered(bundle, ({ files }) =>
      files.set('documents/009-extra.pdf', new Uint8Array([1])),
    );
    expect(verdictOn(changed)).toContain('文件「documents/009-extra.pdf」不在链上');
  });

  it('a document and its row taken out', () => {
    const changed = tampered(bundle, (open) => {
      open.files.delete(list);
      open.write(
        'documents.jsonl',
        open.lines('documents.jsonl').filter((line) => !line.includes('handover')),
      );
    });
    expect(verdictOn(changed)).toContain('文件「handover」（第 4 个事件）在包里找不到');
  });
});

describe('5. a replaced public key', () => {
  const other = newKey();

  it('under the old id', () => {
    const changed = tampered(bundle, (open) => {
      open.write(
        'keys.jsonl',
        open.rows('keys.jsonl').map((row) => ({ ...row, publicKey: other.publicKey })),
      );
    });
    expect(verdictOn(changed)).toContain(`公钥编号 ${key.keyId} 与公钥本身不符：公钥被替换`);
  });

  it('under its own id: the checkpoints name a key that is gone', () => {
    const changed = tampered(bundle, (open) => open.write('keys.jsonl', [canonicalJson(publicHalf(other))]));
    expect(verdictOn(changed)).toContain('第 1 个检查点（到第 6 个事件）所用的公钥不在包里');
  });

  it('with everything signed anew: only the key id on the receipt tells', () => {
    const forged = writeBundle(leavingCase(other).source, other);
    expect(verdictOn(forged)).toContain('结论：通过');
    expect(verdictOn(forged, { trustedKeyIds: [key.keyId] })).toContain(
      `公钥编号 ${other.keyId} 不是您指定的公钥`,
    );
  });
});

it('7. a forged checkpoint: it is named by its number', () => {
  const forger = newKey();
  const forged = makeCheckpoint(
    source.genesis,
    heads[9] as ChainHead,
    after(700),
    'nightly',
    key.keyId,
    forger.sign,
  );
  const changed = tampered(bundle, (open) => {
    open.write('checkpoints.jsonl', [...open.lines('checkpoints.jsonl'), canonicalJson(forged)]);
  });
  expect(verdictOn(changed)).toContain('第 4 个检查点（到第 9 个事件）的签名无效');
});

describe('9. purging misused', () => {
  it('a document called purged that no rule purged', () => {
    const changed = tampered(bundle, (open) => {
      open.files.delete('documents/001-notice-v1.pdf');
      const [notice, ...rest] = open.rows('documents.jsonl');
      open.write('documents.jsonl', [{ ...notice, path: null, state: 'purged' }, ...rest]);
    });
    expect(verdictOn(changed)).toContain('文件「离职通知」（第 2 个事件）被删去，但链上没有相应的销毁记录');
  });

  it('a sealed value called purged that no rule purged', () => {
    const changed = tampered(bundle, (open) => {
      const [kept, gone] = open.rows('personal.jsonl');
      open.write('personal.jsonl', [
        { digest: kept?.['digest'], name: kept?.['name'], state: 'purged' },
        gone ?? '',
      ]);
    });
    expect(verdictOn(changed)).toContain(
      '个人信息「notice.reason」（第 1 个事件）被删去，但链上没有相应的销毁记录',
    );
  });

  it('a value that the chain calls purged but somebody kept', () => {
    const hoarder = writeBundle(
      { ...source, personal: [source.personal[0], keptIdNumber()].flatMap((one) => one ?? []) },
      key,
    );
    expect(verdictOn(hoarder)).toContain(
      '个人信息「notice.idNumber」（第 1 个事件）链上记着已经销毁，却还在包里',
    );
  });

  it('another value put under a purged name', () => {
    const changed = tampered(bundle, (open) => {
      const [kept, gone] = open.rows('personal.jsonl');
      open.write('personal.jsonl', [kept ?? '', { ...kept, digest: gone?.['digest'], name: gone?.['name'] }]);
    });
    expect(verdictOn(changed)).toContain('个人信息「notice.idNumber」（第 1 个事件）');
    expect(verdictOn(changed)).toContain('结论：不通过');
  });

  it('a purge written before what it excuses, even by whoever holds the key', () => {
    const [first, ...rest] = source.events.map(({ entry }) => entry);
    const notice = rest[0]?.documents[0]?.digest ?? '';
    const excused = [first && { ...first, purged: [{ digest: notice, rule: 'contract' }] }, ...rest];
    const rows = chainedAnew(
      source.genesis,
      excused.flatMap((entry) => entry ?? []),
    );
    const documents = source.documents.map((row) => (row.key === 'notice' ? { ...row, bytes: null } : row));
    expect(verdictOn(writeBundle({ ...source, events: rows, documents, checkpoints: [] }, key))).toContain(
      '第 1 个事件销毁了此前并不存在的内容',
    );
  });

  function keptIdNumber() {
    const digest = source.personal[1]?.digest ?? '';
    return {
      state: 'kept' as const,
      name: 'notice.idNumber',
      salt: 'b'.repeat(32),
      value: '11010519491231002X',
      digest,
    };
  }
});

describe('10. a rewrite by somebody who holds the signing key', () => {
  const entries = source.events.map(({ entry }) =>
    entry.type === 'taskDecided' ? { ...entry, facts: { outcome: 'objected' } } : entry,
  );
  const rows = chainedAnew(source.genesis, entries);
  const checkpoints = source.checkpoints.map(({ count, at, reason }) =>
    makeCheckpoint(
      source.genesis,
      headAfter(rows[count - 1] as ChainedEvent),
      at,
      reason,
      key.keyId,
      key.sign,
    ),
  );
  const rewritten = writeBundle({ ...source, events: rows, checkpoints }, key);

  it('is sound in itself, and the verdict says what it cannot see', () => {
    expect(verdictOn(rewritten, { trustedKeyIds: [key.keyId] })).toContain('结论：通过');
    expect(verdictOn(rewritten)).toContain('发现不了持有签名私钥的人重写整条链');
  });

  it('is caught by the anchor printed on the certificate', () => {
    expect(verdictOn(rewritten, { anchors: [anchorAt(7)] })).toContain(
      '印在纸上的存证锚点（第 7 个事件）与链不符：链被整体重写过，哪怕重写者持有签名私钥',
    );
  });

  it('is caught by the first 16 digits alone', () => {
    const { count, head } = anchorAt(7);
    expect(verdictOn(rewritten, { anchors: [{ count, head: head.slice(0, 16) }] })).toContain('与链不符');
  });

  it('is not seen by an anchor from before the rewritten event: later anchors are worth more', () => {
    expect(verdictOn(rewritten, { anchors: [anchorAt(2)] })).toContain('结论：通过');
  });
});
