import { chainEvent, headAfter } from '@domain/evidence/chain';
import type { ChainedEvent, ChainHead, Entry } from '@domain/evidence/chain';
import { makeCheckpoint } from '@domain/evidence/checkpoint';
import { parseAnchor } from '@domain/evidence/anchor';
import { canonicalJson } from '@domain/evidence/canonical-json';
import { sha256Text } from '@server/evidence/digests';
import { writeBundle } from '@server/evidence/write-bundle';
import { after, leavingCase, LI, newKey, publicHalf } from './leaving-case';
import { OpenBundle, tampered, verdictOn } from './tamper';
import type { Json } from './tamper';

const key = newKey();
const { source, heads } = leavingCase(key);
const bundle = writeBundle(source, key);
const anchorAt = (count: number) =>
  parseAnchor(`${count}:${heads[count]?.head ?? ''}`) ?? { count, head: '' };

/** An event with the hash that its changed content needs: an attacker can make any hash, but no signature. */
const rehashed = (event: Json): Json => {
  const { seq, previous, entry } = event as unknown as ChainedEvent;
  const before: ChainHead = { count: seq - 1, head: previous };
  return { ...event, hash: chainEvent(before, entry, sha256Text).hash };
};

it('an untouched bundle is sound, and says so with what was checked', () => {
  const text = verdictOn(bundle, { anchors: [anchorAt(2)], trustedKeyIds: [key.keyId] });
  expect(text.split('\n')).toEqual([
    '结论：通过',
    '案件 case-zhang（company-1）：共 9 个事件，依次相连，没有被改动。',
    `存证锚点：9:${heads[9]?.head}`,
    '文件 3 份，与链上的摘要一致；检查点 3 个，签名有效。',
    '按规定销毁 2 项，链仍然完整。',
    '最后一个检查点之后还有 1 个事件，只有本次导出的签名覆盖它们。',
    `签名公钥编号：${key.keyId}。请与回执上印的编号核对。`,
    '已核对 1 个印在纸上的存证锚点，一致。',
  ]);
});

describe('1. a flipped byte', () => {
  it('in an event: the event is named', () => {
    const changed = tampered(bundle, (open) => {
      const lines = open.lines('events.jsonl');
      open.write('events.jsonl', [
        ...lines.slice(0, 2),
        (lines[2] ?? '').replace('acknowledged', 'acknowledgee'),
        ...lines.slice(3),
      ]);
    });
    expect(verdictOn(changed)).toContain('第 3 个事件的内容与它的哈希不符');
    expect(verdictOn(changed)).toContain('它之前的 2 个事件完好');
  });

  it('in an event whose hash was made anew: the next event no longer follows', () => {
    const changed = tampered(bundle, (open) => {
      const rows = open.rows('events.jsonl');
      const third = JSON.parse(JSON.stringify(rows[2]).replace('acknowledged', 'objected')) as Json;
      open.write('events.jsonl', [...rows.slice(0, 2), rehashed(third), ...rows.slice(3)]);
    });
    expect(verdictOn(changed)).toContain('第 4 个事件接不上前一个事件');
  });

  it('in a document: the document is named, with its event', () => {
    const changed = tampered(bundle, ({ files }) => {
      const path = 'documents/003-certificate-v1.pdf';
      const content = Uint8Array.from(files.get(path) ?? []);
      content[5] = (content[5] ?? 0) ^ 1;
      files.set(path, content);
    });
    expect(verdictOn(changed)).toContain('文件「解除劳动合同证明」（第 7 个事件）的内容与链上的摘要不符');
  });

  it('in a sealed value: the value is named, not shown', () => {
    const changed = tampered(bundle, (open) => {
      open.write(
        'personal.jsonl',
        open.lines('personal.jsonl').map((line) => line.replace('家里有事', '家里没事')),
      );
    });
    expect(verdictOn(changed)).toContain('个人信息「notice.reason」（第 1 个事件）的内容与链上的摘要不符');
    expect(verdictOn(changed)).not.toContain('家里');
  });
});

describe('2. a dropped event', () => {
  it('the gap is named', () => {
    const changed = tampered(bundle, (open) => {
      open.write(
        'events.jsonl',
        open.lines('events.jsonl').filter((_, index) => index !== 4),
      );
    });
    expect(verdictOn(changed)).toContain('第 5 个事件的序号不对');
  });

  it('the later events numbered anew: they follow nothing', () => {
    const changed = tampered(bundle, (open) => {
      const rows = open.rows('events.jsonl').filter((_, index) => index !== 4);
      open.write(
        'events.jsonl',
        rows.map((row, index) => rehashed({ ...row, seq: index + 1 })),
      );
    });
    expect(verdictOn(changed)).toContain('第 5 个事件接不上前一个事件');
  });

  it('the whole rest chained anew: the first signed checkpoint does not fit', () => {
    const changed = tampered(bundle, (open) => {
      open.write('events.jsonl', chainedAnew(open.rows('events.jsonl').filter((_, index) => index !== 4)));
    });
    expect(verdictOn(changed)).toContain('第 1 个检查点（到第 6 个事件）与链不符：链被改写过');
  });
});

function chainedAnew(rows: readonly Json[]): Json[] {
  let head = heads[0] as ChainHead;
  return rows.map((row) => {
    const event = chainEvent(head, row['entry'] as Entry, sha256Text);
    head = headAfter(event);
    return JSON.parse(canonicalJson(event)) as Json;
  });
}

it('3. two events in the other order: the first of them is named', () => {
  const changed = tampered(bundle, (open) => {
    const [one, two, three, four, five, ...rest] = open.lines('events.jsonl');
    open.write('events.jsonl', [one ?? '', two ?? '', three ?? '', five ?? '', four ?? '', ...rest]);
  });
  expect(verdictOn(changed)).toContain('第 4 个事件的序号不对');
});

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

describe('6. a tail cut off', () => {
  it('with the checkpoints kept: the first missing event is named', () => {
    const changed = tampered(bundle, (open) => {
      open.write('events.jsonl', open.lines('events.jsonl').slice(0, 7));
    });
    expect(verdictOn(changed)).toContain('第 8 个事件不见了');
  });

  it('with the checkpoints cut off too: the export was signed over a longer chain', () => {
    const plain = withoutPurge();
    const changed = tampered(writeBundle(plain, key), (open) => {
      open.write('events.jsonl', open.lines('events.jsonl').slice(0, 7));
      open.write('checkpoints.jsonl', open.lines('checkpoints.jsonl').slice(0, 2));
    });
    expect(verdictOn(changed)).toContain('导出时的签名无效');
  });

  it('and exported anew by whoever holds the key: the certificate printed later shows it', () => {
    const short = withoutPurge();
    const cut = writeBundle(
      { ...short, events: short.events.slice(0, 7), checkpoints: short.checkpoints.slice(0, 2) },
      key,
    );
    expect(verdictOn(cut)).toContain('结论：通过');
    expect(verdictOn(cut, { anchors: [anchorAt(8)] })).toContain('存证锚点在第 8 个事件，但链没有这么长');
  });

  /** The same case before anything was purged: photo and ID number never were part of it. */
  function withoutPurge() {
    const rows = source.events.slice(0, 8).map((event, index) => {
      const entry = index === 0 ? { ...event.entry, documents: [], sealed: [] } : event.entry;
      return { entry } as unknown as Json;
    });
    const events = chainedAnew(rows) as unknown as ChainedEvent[];
    const at = (count: number) => headAfter(events[count - 1] as ChainedEvent);
    const checkpoints = ([6, 7, 8] as const).map((count) =>
      makeCheckpoint(source.genesis, at(count), after(count + 1), 'nightly', key.keyId, key.sign),
    );
    return {
      ...source,
      events,
      checkpoints,
      personal: [],
      documents: source.documents.filter(({ bytes }) => bytes),
    };
  }
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

describe('8. two cases spliced', () => {
  const other = leavingCase(key, LI);
  const otherBundle = new OpenBundle(writeBundle(other.source, key));

  it('events of the other case after these: the first of them is named', () => {
    const changed = tampered(bundle, (open) => {
      open.write('events.jsonl', [
        ...open.lines('events.jsonl').slice(0, 4),
        ...otherBundle.lines('events.jsonl').slice(4),
      ]);
    });
    expect(verdictOn(changed)).toContain('第 5 个事件接不上前一个事件：有事件被删去、调换，或来自另一个案件');
  });

  it('the other chain whole under this beginning: its first event is named', () => {
    const changed = tampered(bundle, (open) => open.write('events.jsonl', otherBundle.lines('events.jsonl')));
    expect(verdictOn(changed)).toContain('第 1 个事件接不上前一个事件');
  });

  it('a checkpoint of the other case', () => {
    const changed = tampered(bundle, (open) =>
      open.write('checkpoints.jsonl', otherBundle.lines('checkpoints.jsonl')),
    );
    expect(verdictOn(changed)).toContain('第 1 个检查点（到第 6 个事件）属于另一个案件');
  });

  it('the export of the other case', () => {
    const open = new OpenBundle(bundle);
    for (const path of ['manifest.json', 'seal.json'])
      open.files.set(path, otherBundle.files.get(path) as Uint8Array);
    expect(verdictOn(open.zip())).toContain('导出时的签名无效');
  });

  it('a sealed value of the other case', () => {
    const changed = tampered(bundle, (open) => {
      const [mine, gone] = open.rows('personal.jsonl');
      const [theirs] = otherBundle.rows('personal.jsonl');
      open.write('personal.jsonl', [JSON.stringify({ ...theirs, digest: mine?.['digest'] }), gone ?? '']);
    });
    expect(verdictOn(changed)).toContain('个人信息「notice.reason」（第 1 个事件）的内容与链上的摘要不符');
  });
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
    const excused = [{ ...first, purged: [{ digest: notice, rule: 'contract' }] }, ...rest];
    const events = chainedAnew(excused.map((entry) => ({ entry }))) as unknown as ChainedEvent[];
    const documents = source.documents.map((row) => (row.key === 'notice' ? { ...row, bytes: null } : row));
    expect(verdictOn(writeBundle({ ...source, events, documents, checkpoints: [] }, key))).toContain(
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
  const events = chainedAnew(entries.map((entry) => ({ entry }))) as unknown as ChainedEvent[];
  const checkpoints = source.checkpoints.map(({ count, at, reason }) =>
    makeCheckpoint(
      source.genesis,
      headAfter(events[count - 1] as ChainedEvent),
      at,
      reason,
      key.keyId,
      key.sign,
    ),
  );
  const rewritten = writeBundle({ ...source, events, checkpoints }, key);

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
