import fc from 'fast-check';
import { zipSync } from 'fflate';
import { writeBundle } from '@server/evidence/write-bundle';
import { readBundle } from '@server/evidence/read-bundle';
import { leavingCase, newKey } from './leaving-case';
import { OpenBundle, verdictOn } from './tamper';

const key = newKey();
const { source } = leavingCase(key);
const bundle = writeBundle(source, key);
const files = () => new OpenBundle(bundle).files;

it('the same case exported at the same instant gives the same bytes', () => {
  expect(Buffer.from(writeBundle(source, key)).equals(bundle)).toBe(true);
});

it('no byte of the zip can change unseen, not even in its headers', () => {
  fc.assert(
    fc.property(fc.nat(bundle.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const changed = Uint8Array.from(bundle);
      changed[at] = (changed[at] ?? 0) ^ flip;
      return verdictOn(changed).startsWith('结论：不通过');
    }),
    { numRuns: 500 },
  );
});

it('no byte can be cut off or added', () => {
  expect(verdictOn(bundle.subarray(0, -1))).toContain('结论：不通过');
  expect(verdictOn(Uint8Array.from([...bundle, 0]))).toContain('结论：不通过');
  expect(verdictOn(new Uint8Array())).toContain('这不是一个完整的 zip 文件');
});

it('a bundle that somebody unpacked and packed again is readable, and known as such', () => {
  const again = readBundle(zipSync(Object.fromEntries(files()), { level: 9 }));
  expect(again.ok && again.originalPacking).toBe(false);
  expect(again.ok && again.value.events.length).toBe(9);
});

it('the list opens in a spreadsheet, says what is gone, and runs no formula', () => {
  const [notice, ...rest] = source.documents;
  if (!notice) throw new Error('no document');
  const titled = writeBundle({ ...source, documents: [{ ...notice, title: '=1+1,"甲"' }, ...rest] }, key);
  const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    new OpenBundle(titled).files.get('index.csv'),
  );
  const lines = csv.split('\r\n');
  expect(lines[0]).toBe('\uFEFF序号,文件,名称,版本,保存类别,状态,SHA-256');
  expect(lines[1]).toBe(
    `1,documents/001-notice-v1.pdf,"'=1+1,""甲""",1,解除或终止的劳动合同及离职文书,在档,${notice.digest}`,
  );
  expect(lines[4]).toContain('4,,身份证照片,1,身份证、工作证照片,已按规定销毁,');
});

describe('a zip from a stranger', () => {
  const withFile = (name: string, content: Uint8Array) =>
    zipSync({ ...Object.fromEntries(files()), [name]: content });

  it.each(['../escape', '/root', '.hidden', 'a//b', '中文', 'a b'])(
    'does not open with a file named %s',
    (name) => {
      expect(verdictOn(withFile(name, new Uint8Array([1])))).toContain(`包里的文件名「${name}」不合规范`);
    },
  );

  it('names the file that is missing', () => {
    const others = Object.fromEntries([...files()].filter(([path]) => path !== 'events.jsonl'));
    expect(verdictOn(zipSync(others))).toContain('包里缺少 events.jsonl');
  });

  it.each([
    ['{"a":1', '已经损坏，读不出来'],
    ['{"a": 1}', '不是规范写法'],
    ['{"b":1,"a":2}', '不是规范写法'],
    ['{"a":1.5}', '不是规范写法'],
    ['{"a":1,"a":1}', '不是规范写法'],
    ['{"a":1}', '缺少或多出了内容'],
  ])('names the event whose line reads %s', (line, reason) => {
    const open = new OpenBundle(bundle);
    const [first, ...rest] = open.lines('events.jsonl');
    open.write('events.jsonl', [first ?? '', line, ...rest]);
    expect(verdictOn(open.zip())).toContain(`第 2 个事件${reason}`);
  });

  it('names the event whose line is no UTF-8', () => {
    const open = new OpenBundle(bundle);
    const events = Buffer.from(open.files.get('events.jsonl') ?? []);
    events[events.indexOf(10) + 3] = 0xff;
    open.files.set('events.jsonl', events);
    expect(verdictOn(open.zip())).toContain('第 2 个事件有损坏的字符');
  });

  it('does not unpack what claims to be enormous', () => {
    const claim = Buffer.from(zipSync({ 'events.jsonl': new Uint8Array(10) }, { level: 0 }));
    const central = claim.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    claim.writeUInt32LE(0x7fffffff, central + 24);
    expect(verdictOn(claim)).toContain('这个包太大，没有打开');
  });
});
