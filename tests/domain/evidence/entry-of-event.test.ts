import { chainEvent, startOfChain } from '@domain/evidence/chain';
import { entryOfEvent } from '@domain/evidence/entry-of-event';
import type { Actor, CaseEvent, EventBody } from '@domain/approval/events';
import { instantOf } from '@domain/time/instant';
import { sha256 } from './sha256';

const PHOTO = sha256('photo');

const eventOf = (body: EventBody, actor: Actor = { who: 'person', id: 'p-wang' }): CaseEvent => ({
  caseId: 'case-1',
  seq: 7,
  at: instantOf(1792631400000),
  command: { id: 'cmd-1', kind: 'complete' },
  actor,
  body,
});

const entryOf = (event: CaseEvent) => entryOfEvent(event, (name) => sha256(`salt of ${name}`), sha256);

const decided: EventBody = {
  type: 'taskDecided',
  taskId: 'handover#1.0.0',
  outcome: 'completed',
  by: 'p-wang',
  onBehalfOf: null,
  why: 'decided',
  comment: '缺少李总的联系方式 13800138000',
  photos: [PHOTO],
};

it('what people wrote stands beside the chain, under seal', () => {
  const { entry, records } = entryOf(eventOf(decided));
  expect(JSON.stringify(entry)).not.toContain('13800138000');
  expect(records).toMatchObject([{ name: '7.comment', value: '"缺少李总的联系方式 13800138000"' }]);
  expect(entry.sealed).toEqual([{ name: '7.comment', digest: records[0]?.digest }]);
});

it('structure, command and photos go on the chain', () => {
  expect(entryOf(eventOf(decided)).entry).toMatchObject({
    type: 'taskDecided',
    actor: 'p-wang',
    identity: 'session',
    documents: [{ key: 'photo', digest: PHOTO }],
    facts: {
      seq: 7,
      command: { id: 'cmd-1', kind: 'complete' },
      body: { outcome: 'completed', why: 'decided' },
    },
  });
});

it('whole forms, posts and settlement lines are sealed', () => {
  const { entry, records } = entryOf(
    eventOf({ type: 'formFilled', nodeId: 'notice', round: 1, fields: { reason: '母亲住院', days: 1.5 } }),
  );
  expect(JSON.stringify(entry)).not.toContain('母亲');
  expect(records).toMatchObject([{ name: '7.fields', value: '{"reason":"母亲住院","days":1.5}' }]);
});

it('nothing is sealed where nobody wrote anything', () => {
  const { entry, records } = entryOf(eventOf({ ...decided, comment: null, photos: [] }));
  expect(records).toEqual([]);
  expect(entry.sealed).toEqual([]);
});

it('a document change marks the document, and the notice its own', () => {
  const changed = entryOf(
    eventOf({ type: 'documentChanged', document: 'handover', digest: PHOTO, voids: [] }),
  );
  expect(changed.entry.documents).toEqual([{ key: 'handover', digest: PHOTO }]);
  const arrived = entryOf(
    eventOf({ type: 'noticeArrived', nodeId: 'notice', documentDigest: PHOTO, recipients: ['p-leader'] }),
  );
  expect(arrived.entry.documents).toEqual([{ key: 'notice', digest: PHOTO }]);
});

it('the identity level is the session’s, or the system’s own', () => {
  const session = { session: 's-1', document: 'handover', verifiedAt: instantOf(1792631300000) };
  const levelOf = (actor: Actor) => entryOf(eventOf(decided, actor)).entry.identity;
  expect(levelOf({ who: 'person', id: 'p', identity: { ...session, level: 'basic' } })).toBe('basic');
  expect(levelOf({ who: 'person', id: 'p', identity: { ...session, level: 'reliable' } })).toBe('reliable');
  expect(levelOf({ who: 'system', part: 'timer' })).toBe('system');
});

it('an absent date does not keep an event off the chain', () => {
  const body: EventBody = { type: 'datesChanged', dates: { notice: undefined }, reason: '商定' } as EventBody;
  const { entry } = entryOf(eventOf(body));
  const start = startOfChain({ tenant: 't', caseId: 'case-1', flowDigest: PHOTO }, sha256);
  expect(() => chainEvent(start, entry, sha256)).not.toThrow();
});
