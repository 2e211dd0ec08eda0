import type { Actor, BodyOf, CaseEvent, EventBody, EventType } from '../approval/events';
import type { DocumentMark, Entry, IdentityLevel } from './chain';
import type { DigestText } from './digest';
import { seal } from './personal-data';
import type { KeptRecord } from './personal-data';

/** A workflow event as it goes on the chain, and the records that stand beside it. */
export interface ChainableEvent {
  readonly entry: Entry;
  readonly records: readonly KeptRecord[];
}

type TextOf<Type extends EventType> = Exclude<keyof BodyOf<Type>, 'type'>;

/** Properties that hold what people wrote or say about a person. Exhaustive: a new event does not compile without an answer. */
const PERSONAL: { readonly [Type in EventType]: readonly TextOf<Type>[] } = {
  caseStarted: ['post'],
  noticeArrived: [],
  nodeOpened: [],
  nodeStalled: [],
  dueChanged: [],
  taskPlanned: [],
  taskOpened: [],
  taskHeld: [],
  taskRequeued: [],
  taskDecided: ['comment'],
  taskVoided: [],
  taskMoved: ['note'],
  signerAdded: [],
  formFilled: ['fields'],
  nodeClosed: ['note'],
  nodeVoided: [],
  returned: ['reason'],
  documentChanged: [],
  signed: [],
  settled: ['lines'],
  reminded: [],
  escalated: [],
  urged: [],
  commented: ['text'],
  copied: [],
  waived: ['reason'],
  dateProposed: [],
  dateAnswered: [],
  datesChanged: ['reason'],
  talkAsked: ['note'],
  withdrawalAsked: ['reason'],
  withdrawalAnswered: ['reason'],
  accessFreezeOrdered: ['reason'],
  effectReported: ['detail'],
  caseClosed: [],
};

/**
 * Splits a workflow event: structure and digests go on the chain, free text and form fields under seal beside it.
 * `saltFor(name)` gives a fresh random salt of at least 32 hex digits. A sealed value is the property's JSON text.
 */
export function entryOfEvent(
  event: CaseEvent,
  saltFor: (name: string) => string,
  digest: DigestText,
): ChainableEvent {
  const personal: readonly string[] = PERSONAL[event.body.type];
  const records: KeptRecord[] = [];
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(event.body)) {
    if (name === 'type' || value === undefined) continue;
    if (!personal.includes(name)) kept[name] = withoutAbsent(value);
    else if (value !== null) {
      const full = `${event.seq}.${name}`;
      records.push(seal(event.caseId, full, JSON.stringify(value), saltFor(full), digest));
    }
  }
  const entry: Entry = {
    type: event.body.type,
    at: event.at,
    actor: event.actor.who === 'person' ? event.actor.id : 'system',
    identity: identityOf(event.actor),
    facts: { seq: event.seq, command: { ...event.command }, body: kept },
    documents: documentsIn(event.body),
    sealed: records.map(({ name, digest: mark }) => ({ name, digest: mark })),
    purged: [],
  };
  return { entry, records };
}

/** The event as the log keeps it once its personal parts were destroyed by rule: they are null, the rest stays. */
export function withoutPersonal(event: CaseEvent, isPurged: (name: string) => boolean): CaseEvent {
  const personal: readonly string[] = PERSONAL[event.body.type];
  const body = Object.fromEntries(
    Object.entries(event.body).map(([name, value]) => [
      name,
      personal.includes(name) && isPurged(name) ? null : (value as unknown),
    ]),
  );
  return { ...event, body: body as unknown as EventBody };
}

const identityOf = (actor: Actor): IdentityLevel =>
  actor.who === 'system' ? 'system' : (actor.identity?.level ?? 'session');

/** Canonical JSON has no undefined; an absent property simply is not there. */
function withoutAbsent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAbsent);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (part === undefined ? [] : [[key, withoutAbsent(part)]])),
  );
}

/** `photo` marks have no key of their own in the workflow. */
function documentsIn(body: EventBody): readonly DocumentMark[] {
  switch (body.type) {
    case 'noticeArrived':
      return body.documentDigest === null ? [] : [{ key: 'notice', digest: body.documentDigest }];
    case 'documentChanged':
      return [{ key: body.document, digest: body.digest }];
    case 'taskDecided':
    case 'commented':
      return body.photos.map((photo) => ({ key: 'photo', digest: photo }));
    default:
      return [];
  }
}
