import {
  changeRecipient,
  commentOn,
  currentVersion,
  isHandedOver,
  sendBack,
  signHandover,
  submitHandover,
} from '@domain/offboarding/handover';
import type { Handover, HandoverRefusal } from '@domain/offboarding/handover';
import { GENERAL_TEMPLATE } from '@domain/offboarding/handover-template';
import type { Result } from '@domain/result';
import { instantOf } from '@domain/time/instant';
import { sha256 } from '../evidence/sha256';
import { better, filled } from './handover-sample';

const at = instantOf(Date.UTC(2026, 10, 2));
const empty: Handover = {
  caseId: 'case-1',
  template: GENERAL_TEMPLATE,
  employee: 'zhang',
  recipient: 'wang',
  versions: [],
  comments: [],
};

const did = <Value>(answer: Result<Value, HandoverRefusal>): Value => {
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
};
const codeOf = (answer: Result<Handover, HandoverRefusal>) => (answer.ok ? null : answer.refusal.code);
const submitted = did(submitHandover(empty, filled, 'zhang', at, sha256));
const digestOf = (handover: Handover): string => currentVersion(handover)?.digest ?? '';
const sign = (handover: Handover, by: string, seen = digestOf(handover)) =>
  signHandover(handover, seen, { by, at, mark: sha256(`mark of ${by}`), level: 'basic' });
const bothSigned = did(sign(did(sign(submitted, 'zhang')), 'wang'));

describe('handing in', () => {
  it('refuses a list with gaps, so that nobody can sign one', () => {
    const answer = submitHandover(empty, {}, 'zhang', at, sha256);
    expect(codeOf(answer)).toBe('handover.incomplete');
    expect(codeOf(sign(empty, 'zhang'))).toBe('handover.nothing-submitted');
  });

  it('is the employee’s alone', () => {
    expect(codeOf(submitHandover(empty, filled, 'wang', at, sha256))).toBe('handover.not-yours');
  });

  it('the same content twice makes no second version', () => {
    expect(did(submitHandover(submitted, { ...filled }, 'zhang', at, sha256))).toBe(submitted);
  });

  it('what was sent back comes again unchanged only with an answer at an item', () => {
    const back = did(sendBack(did(commentOn(submitted, 'work', 'wang', at, '还有谁？')), 'wang', at));
    expect(codeOf(submitHandover(back, filled, 'zhang', at, sha256))).toBe('handover.unchanged');
    const answered = did(commentOn(back, 'work', 'zhang', instantOf(at + 1), '没有别人'));
    const second = did(submitHandover(answered, filled, 'zhang', instantOf(at + 2), sha256));
    expect(currentVersion(second)).toMatchObject({ number: 2, content: filled, sentBackAt: null });
    expect(digestOf(second)).not.toBe(digestOf(submitted));
  });

  it('version 1 stays when version 2 is made', () => {
    const second = did(submitHandover(submitted, better, 'zhang', at, sha256));
    expect(second.versions.map(({ number }) => number)).toEqual([1, 2]);
    expect(second.versions[0]).toEqual(submitted.versions[0]);
  });
});

describe('the recipient', () => {
  const commented = did(commentOn(submitted, 'contacts', 'wang', at, '缺少李总的联系方式'));

  it('says at an item what is missing and sends the list back; the employee answers with version 2', () => {
    const back = did(sendBack(commented, 'wang', at));
    expect(codeOf(sign(back, 'zhang'))).toBe('handover.sent-back');
    const second = did(submitHandover(back, better, 'zhang', at, sha256));
    expect(sign(second, 'wang').ok).toBe(true);
    expect(second.comments).toMatchObject([{ version: 1, item: 'contacts', text: '缺少李总的联系方式' }]);
  });

  it('cannot send back without a word, twice, or after signing', () => {
    expect(codeOf(sendBack(submitted, 'wang', at))).toBe('handover.send-back-without-comment');
    expect(codeOf(sendBack(did(sendBack(commented, 'wang', at)), 'wang', at))).toBe('handover.sent-back');
    expect(codeOf(sendBack(did(sign(commented, 'wang')), 'wang', at))).toBe('handover.already-signed');
  });

  it('a comment about version 1 does not send version 2 back', () => {
    const second = did(submitHandover(commented, better, 'zhang', at, sha256));
    expect(codeOf(sendBack(second, 'wang', at))).toBe('handover.send-back-without-comment');
  });

  it('nobody else comments, sends back or signs; blank words and unknown items are refused', () => {
    expect(codeOf(commentOn(submitted, 'work', 'stranger', at, '好'))).toBe('handover.not-yours');
    expect(codeOf(commentOn(submitted, 'work', 'wang', at, ' '))).toBe('handover.comment-blank');
    expect(codeOf(commentOn(submitted, 'nothing', 'wang', at, '好'))).toBe('handover.unknown-item');
    expect(codeOf(commentOn(empty, 'work', 'wang', at, '好'))).toBe('handover.nothing-submitted');
    expect(codeOf(sendBack(commented, 'zhang', at))).toBe('handover.not-yours');
    expect(codeOf(sign(submitted, 'stranger'))).toBe('handover.not-yours');
  });

  it('who leaves too is replaced: a new version, because whoever signs is part of what is signed', () => {
    const moved = did(changeRecipient(bothSigned, 'liu', at, sha256));
    expect(isHandedOver(moved)).toBe(false);
    expect(currentVersion(moved)).toMatchObject({
      number: 2,
      recipient: 'liu',
      content: filled,
      signatures: [],
    });
    expect(codeOf(sign(moved, 'wang'))).toBe('handover.not-yours');
    expect(did(changeRecipient(bothSigned, 'wang', at, sha256))).toBe(bothSigned);
    expect(did(changeRecipient(empty, 'liu', at, sha256)).versions).toEqual([]);
  });

  it('is never the employee', () => {
    expect(codeOf(changeRecipient(submitted, 'zhang', at, sha256))).toBe('handover.recipient-is-employee');
  });
});

describe('signing', () => {
  it('by both makes a handover', () => {
    expect(isHandedOver(submitted)).toBe(false);
    expect(isHandedOver(did(sign(submitted, 'zhang')))).toBe(false);
    expect(isHandedOver(bothSigned)).toBe(true);
  });

  it('twice by one person is refused', () => {
    expect(codeOf(sign(did(sign(submitted, 'zhang')), 'zhang'))).toBe('handover.already-signed');
  });

  it('what has changed since one looked is refused', () => {
    const second = did(submitHandover(submitted, better, 'zhang', at, sha256));
    expect(sign(second, 'wang', digestOf(submitted))).toMatchObject({
      refusal: { code: 'handover.changed', facts: { version: 2, digest: digestOf(second) } },
    });
  });

  it('binds one digest: any change voids both signatures, even a change there and back', () => {
    const changed = did(submitHandover(bothSigned, better, 'zhang', at, sha256));
    const restored = did(submitHandover(changed, filled, 'zhang', at, sha256));
    expect(isHandedOver(changed)).toBe(false);
    expect(isHandedOver(restored)).toBe(false);
    expect(digestOf(restored)).not.toBe(digestOf(bothSigned));
  });

  it('digests differ by case, employee, recipient and template', () => {
    const digestFor = (changes: Partial<Handover>) =>
      digestOf(
        did(submitHandover({ ...empty, ...changes }, filled, changes.employee ?? 'zhang', at, sha256)),
      );
    const digests = [
      digestFor({}),
      digestFor({ caseId: 'case-2' }),
      digestFor({ employee: 'zhao' }),
      digestFor({ recipient: 'liu' }),
      digestFor({ template: { ...GENERAL_TEMPLATE, version: 2 } }),
    ];
    expect(new Set(digests).size).toBe(5);
  });
});
