import type { CaseEvent, EventBody } from '@domain/approval/events';
import { isHandedOver } from '@domain/offboarding/handover';
import { handoverOfLog, type KeptHandover } from '@domain/offboarding/handover-of-log';
import { GENERAL_TEMPLATE } from '@domain/offboarding/handover-template';
import { instantOf } from '@domain/time/instant';
import { better, filled } from './handover-sample';

const at = (minute: number) => instantOf(Date.UTC(2026, 10, 2, 9, minute));

const version = (number: number, digest: string, content = filled) => ({
  number,
  recipient: 'wang',
  content,
  submittedAt: at(number),
  digest,
});

const kept: KeptHandover = {
  caseId: 'case-1',
  template: GENERAL_TEMPLATE,
  employee: 'zhang',
  comments: [],
  versions: [version(1, 'd1'), version(2, 'd2', better)],
};

const log = (...bodies: readonly EventBody[]): readonly CaseEvent[] =>
  bodies.map((body, index) => ({
    caseId: 'case-1',
    seq: index + 1,
    at: at(index),
    command: { id: `c${index}`, kind: 'tick' },
    actor: { who: 'system', part: 'timer' },
    body,
  }));

const changed = (digest: string, document = 'handover'): EventBody => ({
  type: 'documentChanged',
  document,
  digest,
  voids: [],
});
const signed = (person: string, digest: string, document = 'handover'): EventBody => ({
  type: 'signed',
  document,
  digest,
  level: 'basic',
  mark: `mark of ${person}`,
  person,
  nodeId: 'employeeSigns',
  round: 1,
  taskId: null,
});
const returned = (to = 'handover'): EventBody => ({
  type: 'returned',
  from: 'recipientSigns',
  to,
  taskId: 't',
  policy: 'restart',
  reason: '缺少李总的联系方式',
});

const read = (...bodies: readonly EventBody[]) => handoverOfLog(kept, 'wang', log(...bodies));

describe('a handover as its case’s log tells it', () => {
  it('is signed by those who signed its current bytes', () => {
    const both = read(changed('d1'), changed('d2'), signed('zhang', 'd2'), signed('wang', 'd2'));
    expect(isHandedOver(both)).toBe(true);
    expect(both.versions[1]?.signatures).toEqual([
      { by: 'zhang', at: at(2), mark: 'mark of zhang', level: 'basic' },
      { by: 'wang', at: at(3), mark: 'mark of wang', level: 'basic' },
    ]);
    expect(
      isHandedOver(read(changed('d1'), signed('zhang', 'd1'), signed('wang', 'd1'), changed('d2'))),
    ).toBe(false);
  });

  it('was sent back in the version that was current then, and its signatures are gone', () => {
    const back = read(changed('d1'), signed('zhang', 'd1'), returned(), changed('d2'));
    expect(back.versions.map(({ sentBackAt }) => sentBackAt)).toEqual([at(2), null]);
    expect(back.versions[0]?.signatures).toEqual([]);
  });

  it('takes no notice of other documents and of returns to other steps', () => {
    const read1 = read(
      changed('d1'),
      changed('n1', 'notice'),
      returned('leader'),
      signed('li', 'd1', 'notice'),
    );
    expect(read1.versions[0]).toMatchObject({ sentBackAt: null, signatures: [] });
  });
});
