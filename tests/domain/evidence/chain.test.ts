import fc from 'fast-check';
import { chainEvent, checkChain, headAfter, startOfChain } from '@domain/evidence/chain';
import type { ChainedEvent, Entry, Genesis } from '@domain/evidence/chain';
import { instantOf } from '@domain/time/instant';
import { sha256 } from './sha256';

const genesis: Genesis = { tenant: 'company-1', caseId: 'case-1', flowDigest: sha256('flow') };

const entryOf = (type: string, facts: unknown = {}): Entry => ({
  type,
  at: instantOf(1792631400000),
  actor: 'p-zhang',
  identity: 'session',
  facts,
  documents: [],
  sealed: [],
  purged: [],
});

function chain(from: Genesis, entries: readonly Entry[]): readonly ChainedEvent[] {
  let head = startOfChain(from, sha256);
  return entries.map((entry) => {
    const event = chainEvent(head, entry, sha256);
    head = headAfter(event);
    return event;
  });
}

const entries = fc.array(
  fc
    .record({ type: fc.string(), fen: fc.maxSafeInteger() })
    .map(({ type, fen }) => entryOf(type, { fen: fen || 0 })),
  { minLength: 1, maxLength: 8 },
);

it('hashes the text that the documentation prints', () => {
  const [event] = chain(genesis, [entryOf('caseStarted', { post: 1 })]);
  const start = sha256(
    `zhoudao.genesis.v1\n{"caseId":"case-1","flowDigest":"${sha256('flow')}","tenant":"company-1"}`,
  );
  expect(event?.previous).toBe(start);
  expect(event?.hash).toBe(
    sha256(
      `zhoudao.event.v1\n{"entry":{"actor":"p-zhang","at":1792631400000,"documents":[],"facts":{"post":1},` +
        `"identity":"session","purged":[],"sealed":[],"type":"caseStarted"},"previous":"${start}","seq":1}`,
    ),
  );
});

it('an honest chain is sound, with its head after every event', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const events = chain(genesis, list);
      const heads = checkChain(genesis, events, sha256);
      expect(heads).toEqual({ ok: true, value: [startOfChain(genesis, sha256), ...events.map(headAfter)] });
    }),
  );
});

it('a changed event is the one that is named', () => {
  fc.assert(
    fc.property(entries, fc.nat(), (list, pick) => {
      const events = chain(genesis, list);
      const index = pick % events.length;
      const bad = events.map((event, at) =>
        at === index ? { ...event, entry: { ...event.entry, actor: 'p-other' } } : event,
      );
      expect(checkChain(genesis, bad, sha256)).toMatchObject({
        refusal: { code: 'evidence.bad-event', facts: { place: index + 1, reason: 'changed' } },
      });
    }),
  );
});

it('a dropped event leaves a gap at its place', () => {
  fc.assert(
    fc.property(entries, fc.nat(), (list, pick) => {
      const events = chain(genesis, [...list, entryOf('caseClosed')]);
      const index = pick % (events.length - 1);
      const bad = events.filter((_, at) => at !== index);
      expect(checkChain(genesis, bad, sha256)).toMatchObject({ refusal: { facts: { place: index + 1 } } });
    }),
  );
});

it.each([
  ['company', { ...genesis, tenant: 'company-2' }],
  ['case', { ...genesis, caseId: 'case-2' }],
  ['flow', { ...genesis, flowDigest: sha256('another flow') }],
])('the chain of one %s does not verify under another', (_, other) => {
  const events = chain(genesis, [entryOf('caseStarted')]);
  expect(checkChain(other, events, sha256)).toMatchObject({
    refusal: { facts: { place: 1, reason: 'does not follow the one before' } },
  });
});
