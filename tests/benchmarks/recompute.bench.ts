import { spawn } from 'node:child_process';
import diagnostics from 'node:diagnostics_channel';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { localDateOf } from '../../domain/time/local-date';
import { demoCloudOptions } from '../../scripts/demo/cloud-options';
import { readDraftDesk } from '../../server/rules/draft-desk';
import { publishDrafts } from '../../server/rules/publish-drafts';
import type { RejudgeJob } from '../../server/repositories/rejudge-jobs';
import { draftKey, type RuleDraft, ruleDrafts } from '../../server/repositories/rule-drafts';
import { bundled } from './bundled';
import { type BigCompany, foundBigCompany } from './recompute/big-company';
import type { Worked } from './recompute/worker';

const PEOPLE = 10_000;
const KILLED_PEOPLE = 1500;
/** Memory of the function as it is deployed (cloudfunctions/timer/config.json). */
const FUNCTION_MEGABYTES = 256;
const MOST_MEMORY_MB = 200;
const MOST_REPLY_BYTES = 12 * 1024 * 1024;
/** "Every second", on a machine that others use as well. */
const MOST_GAP_MS = 2000;
/** After a claim has run out (server/jobs/work-on.ts). */
const LATER_MS = 60_000;

/**
 * A rule that 10,000 people were judged by in March is changed: the days are judged again by the server's own code, in
 * a process of its own, over the SDK. Then once more with fewer, killed in the middle.
 */
export async function run(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'zhoudao-recompute-'));
  try {
    const script = await bundled(folder, 'worker.cjs', `import './tests/benchmarks/recompute/worker';`);
    const broken = [...(await big(script)), ...(await killed(script))];
    if (broken.length > 0) throw new Error(`Past its goal: ${broken.join(', ')}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function big(script: string): Promise<readonly string[]> {
  const company = await foundBigCompany(PEOPLE);
  const replies = hearReplies();
  try {
    const began = performance.now();
    const job = await published(company);
    say(
      `${job.people} people × 31 days, a sheet ${company.sheetBytes} bytes; ` +
        `published in ${seconds(performance.now() - began)}`,
    );
    const worked = await finished(start(company, script, job._id, 0));
    const most = Math.ceil(job.people / 500) + 3;
    const overBase = (worked.peakKilobytes - worked.baseKilobytes) / 1024;
    say(`judged again in ${worked.seconds.toFixed(1)} s, ${worked.changedPeople} people changed`);
    say(
      `reads ${worked.reads} (at most ${most}), writes of sheets ${worked.sheetWrites}, retries ${worked.retries}`,
    );
    say(`largest reply ${(replies.largest() / 1024 / 1024).toFixed(1)} MB (under 12)`);
    say(
      `memory at its most ${(worked.peakKilobytes / 1024).toFixed(0)} MB resident, ${overBase.toFixed(0)} MB over the ` +
        `idle function's ${(worked.baseKilobytes / 1024).toFixed(0)} MB; heap ${worked.peakHeapMegabytes.toFixed(0)} MB`,
    );
    say(`longest wait for progress ${worked.longestGapMs} ms`);
    return [
      ...(worked.people !== job.people ? ['people'] : []),
      ...(worked.reads > most ? ['reads'] : []),
      ...(worked.sheetWrites !== worked.changedPeople + worked.retries ? ['writes'] : []),
      ...(replies.largest() >= MOST_REPLY_BYTES ? ['reply'] : []),
      ...(overBase > MOST_MEMORY_MB ? ['memory'] : []),
      ...(worked.longestGapMs > MOST_GAP_MS ? ['progress'] : []),
    ];
  } finally {
    replies.stop();
    await company.leave();
  }
}

async function killed(script: string): Promise<readonly string[]> {
  const company = await foundBigCompany(KILLED_PEOPLE);
  try {
    const job = await published(company);
    const first = start(company, script, job._id, 0);
    let kept = 0;
    first.stderr.on('data', (dots: Buffer) => {
      if ((kept += dots.length) >= 3) first.kill('SIGKILL');
    });
    await once(first, 'close');
    const worked = await finished(start(company, script, job._id, LATER_MS));
    say(
      `killed after ${kept} steps and followed: ${worked.people} of ${job.people}, ${worked.changedPeople} changed`,
    );
    return worked.people === job.people && worked.changedPeople === job.people ? [] : ['resuming'];
  } finally {
    await company.leave();
  }
}

/** HR allows ten minutes, from the first of March on. */
async function published({ ports, hr }: BigCompany): Promise<RejudgeJob> {
  const caller = { openid: 'openid-of-hr', employment: hr };
  const { org } = await readDraftDesk(ports, caller);
  const rule = org.published.rules.find(({ id }) => id === 'day');
  if (!rule) throw new Error('there is no such rule');
  const { id, version: _version, ...value } = rule;
  const effectiveFrom = localDateOf('2026-03-01');
  const after: RuleDraft = {
    _id: draftKey({ kind: 'rule', id }),
    kind: 'rule',
    id,
    value: { ...value, effectiveFrom, allowedLateMinutes: 10 } as RuleDraft['value'],
    revision: 1,
    state: 'draft',
    branchId: null,
    byId: hr._id,
    byName: hr.name,
    at: ports.clock.now(),
    commandId: 'edit-of-the-benchmark',
  };
  await ruleDrafts.writeAll(ports.database, [{ before: null, after }]);
  const outcome = await publishDrafts(ports, caller, 'command-of-the-benchmark');
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

function start({ cloud }: BigCompany, script: string, jobId: string, shiftMs: number) {
  const shift = cloud.clock.now() - Date.now() + shiftMs;
  const heap = `--max-old-space-size=${FUNCTION_MEGABYTES}`;
  return spawn(process.execPath, [heap, script, jobId, String(shift)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environmentOf(cloud.url) },
  });
}

const environmentOf = (url: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(demoCloudOptions().functionEnv?.api ?? {}).map(([name, value]) => [
      name,
      value.replaceAll('{cloudUrl}', url),
    ]),
  );

async function finished(child: ReturnType<typeof start>): Promise<Worked> {
  let [said, complaints] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  await once(child, 'close');
  if (said === '') throw new Error(`the worker failed: ${complaints}`);
  return JSON.parse(said.trim().split('\n').at(-1) ?? '') as Worked;
}

/** The largest reply that leaves the cloud, at its own door. */
function hearReplies(): { largest(): number; stop(): void } {
  let largest = 0;
  const written = new WeakMap<Socket, number>();
  const hear = (message: unknown): void => {
    const { socket } = message as { socket: Socket };
    largest = Math.max(largest, socket.bytesWritten - (written.get(socket) ?? 0));
    written.set(socket, socket.bytesWritten);
  };
  diagnostics.subscribe('http.server.response.finish', hear);
  return {
    largest: () => largest,
    stop: () => void diagnostics.unsubscribe('http.server.response.finish', hear),
  };
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
