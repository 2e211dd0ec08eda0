import diagnostics from 'node:diagnostics_channel';
import type { Envelope } from '../../contract/envelope';
import type { InboxView } from '../../contract/contract';
import type { Database } from '../../server/ports';
import { wakeCases } from '../../server/use-cases/wake-cases';
import { inFlight, percentile } from './punch/in-flight';
import { type Caseload, gatherCaseload, nameOf, openidOf, waitingForTheClock } from './workflow/caseload';

const CLOSED = 10_000;
const OPEN = 200;
const DUE = 20;
/** However many closed cases there are, nobody waits longer than this for the 99th of a hundred calls. */
const MOST_P99_MS = 500;

/** What people do every day in a company with years of closed cases, one call at a time; and what the clock reads. */
export async function run(): Promise<void> {
  const caseload = await gatherCaseload(CLOSED, OPEN);
  try {
    const { leaders, hr } = caseload;
    say(
      `${CLOSED} closed and ${OPEN} open cases, of which the clock waits for ${await waitingForTheClock(caseload)}`,
    );
    await call(caseload, leaders[0] ?? '', 'inbox.list', { show: 'todo', before: null });

    await measured(
      'list what waits',
      Array.from({ length: 200 }, (_, n) => n),
      (n) => call(caseload, leaders[n % leaders.length] ?? '', 'inbox.list', { show: 'todo', before: null }),
    );
    await measured('open a case', await links(caseload), ({ leader, caseId }) =>
      call(caseload, leader, 'case.view', { caseId, taskId: null, round: null }),
    );
    await measured(
      'find a person’s case',
      Array.from({ length: 100 }, (_, n) => n),
      (n) => call(caseload, hr, 'leaving.search', { query: nameOf(22 + 2 * n) }),
    );
    await measured(
      'act on a task',
      (await links(caseload)).filter(({ request }) => request),
      (link) =>
        call(caseload, link.leader, 'case.act', {
          commandId: `bench-act-${link.caseId}`,
          caseId: link.caseId,
          taskId: link.taskId,
          round: link.round,
          action: 'reject',
          comment: '当天有考勤记录',
        }),
    );
    await theClockReadsOnlyWhatIsDue(caseload);
  } finally {
    await caseload.leave();
  }
}

interface TaskLink {
  readonly leader: string;
  readonly caseId: string;
  readonly taskId: string;
  readonly round: number;
  /** A request, not a leaving. */
  readonly request: boolean;
}

/** Every task that waits for a leader. */
async function links(caseload: Caseload): Promise<readonly TaskLink[]> {
  const found: TaskLink[] = [];
  for (const leader of caseload.leaders) {
    const asked = { show: 'todo', before: null };
    const { items } = (await call(caseload, leader, 'inbox.list', asked)) as InboxView;
    for (const { link, title } of items)
      if (link?.taskId && link.round)
        found.push({
          leader,
          caseId: link.caseId,
          taskId: link.taskId,
          round: link.round,
          request: title.includes('补卡'),
        });
  }
  return found;
}

async function call(caseload: Caseload, id: string, procedure: string, input: object): Promise<unknown> {
  const identity = { openId: openidOf(id) };
  const answer = (await caseload.cloud.callFunction(
    'api',
    { procedure, input },
    identity,
  )) as Envelope<unknown>;
  if (!answer.ok) throw new Error(`${procedure} of ${id}: ${JSON.stringify(answer)}`);
  return answer.value;
}

/** One after another, with the requests that reach the cloud for each. */
async function measured<Item>(what: string, items: readonly Item[], work: (item: Item) => Promise<unknown>) {
  if (items.length === 0) throw new Error(`nothing to measure: ${what}`);
  let requests = 0;
  const hear = (message: unknown): void => {
    if ((message as { request: { url?: string } }).request.url?.startsWith('/admin')) requests += 1;
  };
  diagnostics.subscribe('http.server.request.start', hear);
  const waits: number[] = [];
  await inFlight(1, items, async (item) => {
    const began = performance.now();
    await work(item);
    waits.push(performance.now() - began);
  });
  diagnostics.unsubscribe('http.server.request.start', hear);
  waits.sort((a, b) => a - b);
  const [p50, p99] = [50, 99].map((percent) => percentile(waits, percent));
  say(
    `${what}: p50 ${p50?.toFixed(0)} ms, p99 ${p99?.toFixed(0)} ms, ` +
      `${(requests / items.length).toFixed(1)} requests (${items.length} times)`,
  );
  if (p99 === undefined || p99 > MOST_P99_MS) throw new Error(`${what} takes ${p99?.toFixed(0)} ms`);
}

/** Some cases become due: the sweep reads these and no others. */
async function theClockReadsOnlyWhatIsDue({ ports, database, cloud }: Caseload): Promise<void> {
  const now = Math.floor(cloud.clock.now());
  const waiting = (await database.find('cases', { nextWakeAt: { gt: now } }, { limit: DUE })) as {
    _id: string;
  }[];
  for (const { _id } of waiting) await database.updateWhere('cases', _id, {}, { set: { nextWakeAt: now } });
  let read = 0;
  const counting: Database = {
    ...database,
    find: async (collection, where, options) => {
      const found = await database.find(collection, where, options);
      if (collection === 'cases') read += found.length;
      return found;
    },
  };
  await wakeCases({ ...ports, database: counting });
  say(`the clock: ${waiting.length} due, ${read} cases read`);
  if (waiting.length !== DUE || read !== DUE) throw new Error(`${read} cases read for ${waiting.length} due`);
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
