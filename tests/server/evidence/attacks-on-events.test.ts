import { parseAnchor } from '@domain/evidence/anchor';
import { canonicalJson } from '@domain/evidence/canonical-json';
import { headAfter } from '@domain/evidence/chain';
import type { ChainedEvent } from '@domain/evidence/chain';
import { makeCheckpoint } from '@domain/evidence/checkpoint';
import { writeBundle } from '@server/evidence/write-bundle';
import { chainedAnew, rehashed } from './chained-anew';
import { after, leavingCase, LI, newKey } from './leaving-case';
import { OpenBundle, tampered, verdictOn } from './tamper';

const key = newKey();
const { source, heads } = leavingCase(key);
const bundle = writeBundle(source, key);
const anchorAt = (count: number) =>
  parseAnchor(`${count}:${heads[count]?.head ?? ''}`) ?? { count, head: '' };
const events = (open: OpenBundle) => open.rows('events.jsonl') as unknown as ChainedEvent[];
const asLines = (rows: readonly ChainedEvent[]) => rows.map((row) => canonicalJson(row));

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
      const changedThird = events(open).map((event, index) =>
        index === 2
          ? rehashed({ ...event, entry: { ...event.entry, facts: { outcome: 'objected' } } })
          : event,
      );
      open.write('events.jsonl', asLines(changedThird));
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
      const rows = events(open).filter((_, index) => index !== 4);
      open.write('events.jsonl', asLines(rows.map((row, index) => rehashed({ ...row, seq: index + 1 }))));
    });
    expect(verdictOn(changed)).toContain('第 5 个事件接不上前一个事件');
  });

  it('the whole rest chained anew: the first signed checkpoint does not fit', () => {
    const changed = tampered(bundle, (open) => {
      const entries = events(open).flatMap(({ entry }, index) => (index === 4 ? [] : [entry]));
      open.write('events.jsonl', asLines(chainedAnew(source.genesis, entries)));
    });
    expect(verdictOn(changed)).toContain('第 1 个检查点（到第 6 个事件）与链不符：链被改写过');
  });
});

it('3. two events in the other order: the first of them is named', () => {
  const changed = tampered(bundle, (open) => {
    const [one, two, three, four, five, ...rest] = open.lines('events.jsonl');
    open.write('events.jsonl', [one ?? '', two ?? '', three ?? '', five ?? '', four ?? '', ...rest]);
  });
  expect(verdictOn(changed)).toContain('第 4 个事件的序号不对');
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
    const entries = source.events.slice(0, 8).map(({ entry }) => entry);
    const rows = chainedAnew(
      source.genesis,
      entries.map((entry, index) => (index === 0 ? { ...entry, documents: [], sealed: [] } : entry)),
    );
    const at = (count: number) => headAfter(rows[count - 1] as ChainedEvent);
    const checkpoints = ([6, 7, 8] as const).map((count) =>
      makeCheckpoint(source.genesis, at(count), after(count + 1), 'nightly', key.keyId, key.sign),
    );
    return {
      ...source,
      events: rows,
      checkpoints,
      personal: [],
      documents: source.documents.filter(({ bytes }) => bytes),
    };
  }
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
