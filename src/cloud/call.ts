import type { InputOf, OutputOf, ProcedureKey } from '@contract/contract';
import { outcomeOf, type Outcome } from './outcome';
import { transport } from './transport';

const TIMEOUT_MS = 8_000;
const RETRIES = 2;
const FIRST_PAUSE_MS = 250;

/**
 * Procedures whose repeat changes nothing: reads, and writes that carry an id made by the phone. Others
 * are tried once, and the person decides.
 */
const REPEATABLE: ReadonlySet<ProcedureKey> = new Set<ProcedureKey>([
  'session.me',
  'punch.today',
  'punch.clock',
  'calendar.myMonth',
  'reminders.recordAnswers',
  'reminders.channels',
  'reminders.recordBinding',
  'correction.form',
  'correction.apply',
  'case.view',
  'case.act',
  'case.move',
  'case.signOnPaper',
  'case.say',
  'case.pulse',
  'case.see',
  'identity.begin',
  'leaving.options',
  'leaving.draft',
  'leaving.give',
  'leaving.mine',
  'document.list',
  'upload.announce',
  'file.open',
  'document.open',
  'leaving.proofs',
  'inbox.list',
  'inbox.read',
  'people.search',
  'handover.view',
  'handover.submit',
  'handover.comment',
  'handover.sendBack',
  'handover.accept',
  'handover.sign',
  'handover.attach',
  'duties.view',
  'duties.confirm',
  'delegation.mine',
  'delegation.set',
  'delegation.end',
  'settlement.view',
  'settlement.propose',
  'settlement.answer',
  'assets.view',
  'assets.issue',
  'assets.move',
  'assets.close',
  'interview.view',
  'interview.answer',
  'interviews.summary',
  'nonCompete.view',
  'nonCompete.write',
  'leaving.search',
  'leaving.overview',
  'leaving.employersPath',
  'leaving.startEmployer',
  'leaving.freezeNow',
]);

/**
 * Asks the server for one procedure of the contract. Never rejects: refusals, faults and silence are
 * outcomes. A repeatable call that failed quickly is tried again with the same input; after a time-out it
 * is not, since the person has waited long enough.
 */
export async function call<Key extends ProcedureKey>(
  key: Key,
  input: InputOf<Key>,
): Promise<Outcome<OutputOf<Key>>> {
  for (let attempt = 0; ; attempt += 1) {
    const reply = await transport({ procedure: key, input }, TIMEOUT_MS);
    if (reply.kind === 'answered') return outcomeOf<OutputOf<Key>>(reply.envelope);
    const worthRepeating = REPEATABLE.has(key) && reply.reason === 'service' && attempt < RETRIES;
    if (!worthRepeating) return reply;
    await pause(jittered(FIRST_PAUSE_MS * 2 ** attempt));
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Between half of the pause and all of it, so that a whole office does not come back in step. */
const jittered = (ms: number) => ms * (0.5 + Math.random() / 2);
