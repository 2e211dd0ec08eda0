import tcb from '@cloudbase/node-sdk';

/**
 * The SDK alone, to measure the product against: no parsing, no rules, no answer. `least` is the least that a punch
 * could be, one read of a sheet and one update of it where its revision is unchanged; `same` sends the six requests
 * that a punch sends, in the same two waits.
 */
const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV as never }).database();
const { command } = db;

export interface BareCall {
  readonly work: 'least' | 'same';
  readonly sheetId: string;
  readonly openid: string;
  readonly punchId: string;
  readonly months: readonly string[];
}

interface Found {
  readonly data: readonly { readonly _id: string; readonly revision: number }[];
}

export async function main({ work, ...call }: BareCall): Promise<{ ok: boolean }> {
  return { ok: await (work === 'least' ? least(call) : same(call)) };
}

type Press = Omit<BareCall, 'work'>;

async function least({ sheetId, punchId }: Press): Promise<boolean> {
  const { data } = (await db.collection('bare').doc(sheetId).get()) as Found;
  return update(sheetId, data[0]?.revision ?? 0, punchId);
}

async function same({ sheetId, openid, punchId, months }: Press): Promise<boolean> {
  const [{ data }] = await Promise.all([
    db
      .collection('bare')
      .where({ openid, month: command.in([...months]) })
      .limit(4)
      .get() as Promise<Found>,
    db.collection('org').doc('current').get(),
    db.collection('employments').where({ openid }).limit(1).get(),
    db.collection('reminderLedger').where({ openid }).limit(10).get(),
  ]);
  const revision = data.find(({ _id }) => _id === sheetId)?.revision ?? 0;
  const [updated] = await Promise.all([
    update(sheetId, revision, punchId),
    db.collection('bareFacts').add({ _id: punchId, ...FACT }),
  ]);
  return updated;
}

async function update(sheetId: string, revision: number, punchId: string): Promise<boolean> {
  const day = { ...DAY, punches: [[punchId, 29_550_000, 'in', 'button']] };
  const { updated } = await db
    .collection('bare')
    .where({ _id: sheetId, revision })
    .update({ 'days.19': command.set(day), revision: command.inc(1) });
  return updated === 1;
}

const DAY = {
  plan: ['duty', 'day', 1, 'nine-to-six', 1],
  verdict: { status: 'pending', due: [540, 1080], cards: [530, null], minutes: [0, 0, 0, 0, 480] },
};

const FACT = {
  employmentId: 'E00000',
  at: 1_773_018_420_022,
  kind: 'in',
  dutyDate: '2026-03-19',
  refused: null,
  position: { latitude: 31.23, longitude: 121.47, accuracyMeters: 20 },
  placeId: 'office',
  distanceMeters: 0,
  claimedAt: null,
  device: { model: 'bench', utcOffsetMinutes: 480 },
};
