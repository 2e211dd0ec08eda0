import type { Envelope } from '../../contract/envelope';
import { instantOfWallClock } from '../server/company/wall-clock';
import { AT_THE_DOOR, DEVICE } from '../server/company/person';
import type { BareCall } from './punch/bare-function';
import { type Crowd, gather, openidOf, TODAY } from './punch/crowd';
import { storedExactlyOnce } from './punch/exactly-once';
import { atRate, inFlight, percentile } from './punch/in-flight';

const PEOPLE = 2000;
const IN_FLIGHT = 64;
/** Five presses a person on one day, far enough apart to be meant. */
const MOMENTS = ['08:50', '12:01', '12:58', '18:02', '18:30'];
/** What a punch may cost of the SDK's own time for the least it could be, and for the same six requests. */
const GOAL_OF_LEAST = 1.5;
const MOST_OF_SAME = 1.5;

/**
 * Everybody punches five times, 64 in flight; beside it, round by round, the SDK alone in pools of as many workers:
 * once the least that a punch could be, once the same requests. Then everybody punches once more at half that rate.
 */
export async function run(): Promise<void> {
  const crowd = await gather(PEOPLE);
  try {
    await warmUp(crowd);
    const acknowledged = new Set<string>();
    const spent = { punch: 0, least: 0, same: 0 };
    const everybody = (work: (id: string) => Promise<void>) => inFlight(IN_FLIGHT, crowd.employmentIds, work);
    for (const [round, moment] of MOMENTS.entries()) {
      await crowd.cloud.clock.moveTo(instantOfWallClock(`${TODAY}T${moment}`));
      spent.punch += await everybody((id) => punch(crowd, id, round, acknowledged));
      spent.least += await everybody((id) => bare(crowd, 'least', id, round));
      spent.same += await everybody((id) => bare(crowd, 'same', id, round));
    }
    const count = PEOPLE * MOMENTS.length;
    await storedExactlyOnce(crowd.database, acknowledged, count);
    const perSecond = (count * 1000) / spent.punch;
    say(
      `${count} punches, ${IN_FLIGHT} in flight: ${seconds(spent.punch)}, ${perSecond.toFixed(0)} a second`,
    );
    say('every acknowledged punch is stored exactly once, as a fact and in its sheet');
    const ofLeast = spent.punch / spent.least;
    const ofSame = spent.punch / spent.same;
    const met = ofLeast <= GOAL_OF_LEAST ? 'met' : 'NOT met';
    say(
      `SDK alone, one read and one conditional update: ${seconds(spent.least)}; ` +
        `a punch is ${ofLeast.toFixed(2)} times that, goal ${GOAL_OF_LEAST}: ${met}`,
    );
    say(
      `SDK alone, the same six requests: ${seconds(spent.same)}; a punch is ${ofSame.toFixed(2)} times that`,
    );

    await atHalfRate(crowd, perSecond / 2, acknowledged);
    await storedExactlyOnce(crowd.database, acknowledged, count + PEOPLE);
    if (ofSame > MOST_OF_SAME)
      throw new Error(`a punch takes ${ofSame.toFixed(2)} times its own requests, more than ${MOST_OF_SAME}`);
  } finally {
    await crowd.leave();
  }
}

/** How long people wait when the cloud is half busy. */
async function atHalfRate(crowd: Crowd, rate: number, acknowledged: Set<string>): Promise<void> {
  await crowd.cloud.clock.moveTo(instantOfWallClock('2026-03-20T08:50'));
  const round = MOMENTS.length;
  const waits = await atRate(rate, crowd.employmentIds, (id) => punch(crowd, id, round, acknowledged));
  const least = await atRate(rate, crowd.employmentIds, (id) => bare(crowd, 'least', id, round));
  const [p50, p99] = [50, 99].map((percent) => `${percentile(waits, percent).toFixed(0)} ms`);
  const leastP99 = `${percentile(least, 99).toFixed(0)} ms`;
  say(`at half that rate, ${rate.toFixed(0)} a second: p50 ${p50}, p99 ${p99} (least: p99 ${leastP99})`);
}

/** Every worker of both pools loads its bundle before anything is measured. */
async function warmUp(crowd: Crowd): Promise<void> {
  const few = crowd.employmentIds.slice(0, IN_FLIGHT);
  const today = { procedure: 'punch.today', input: { position: null } };
  await inFlight(IN_FLIGHT, few, (id) => crowd.cloud.callFunction('api', today, { openId: openidOf(id) }));
  await inFlight(IN_FLIGHT, few, (id) => bare(crowd, 'least', id, -1));
}

const idOf = (employmentId: string, round: number): string => `bench-${employmentId}-press-${round}`;

async function punch({ cloud }: Crowd, id: string, round: number, acknowledged: Set<string>): Promise<void> {
  const input = { punchId: idOf(id, round), position: AT_THE_DOOR, claimedAt: null, device: DEVICE };
  const call = { procedure: 'punch.clock', input };
  const answer = (await cloud.callFunction('api', call, { openId: openidOf(id) })) as Envelope<unknown>;
  if (!answer.ok) throw new Error(`${input.punchId}: ${JSON.stringify(answer)}`);
  acknowledged.add(`${id}:${input.punchId}`);
}

async function bare({ cloud }: Crowd, work: BareCall['work'], id: string, round: number): Promise<void> {
  const punchId = `${work}-${idOf(id, round)}`;
  const sheetId = `${id}:${TODAY.slice(0, 7)}`;
  const call: BareCall = { work, sheetId, openid: openidOf(id), punchId, months: ['2026-02', '2026-03'] };
  const { ok } = (await cloud.callFunction('bare', call)) as { ok: boolean };
  if (!ok) throw new Error(`the bare update of ${id} was lost`);
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
