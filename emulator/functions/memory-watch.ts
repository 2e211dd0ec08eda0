import type { FunctionWorker } from './worker';

const LOOK_EVERY_MS = 100;
/** A worker that has not beaten for so long is in the middle of something and cannot watch itself. */
const SILENT_AFTER_MS = 500;
const MEGABYTE = 1024 * 1024;
/** What the cloud itself may need meanwhile, for documents and replies. */
const CLOUD_BYTES = 256 * MEGABYTE;

/**
 * Ends functions that take the laptop's memory outside the JavaScript heap without ever pausing. (The heap has its
 * own limit, and a function that pauses is watched from inside.) A thread's share of the process is not known, so
 * the process is watched, and the blame goes to whoever is silent.
 */
export class MemoryWatch {
  private timer: NodeJS.Timeout | undefined;
  private bytesBefore = 0;

  constructor(private readonly busyWorkers: () => FunctionWorker[]) {}

  /** Called when a call begins. */
  look(): void {
    if (this.timer) return;
    this.bytesBefore = process.memoryUsage.rss();
    this.timer = setInterval(() => this.judge(), LOOK_EVERY_MS);
    this.timer.unref();
  }

  close(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private judge(): void {
    const busy = this.busyWorkers();
    if (busy.length === 0) {
      this.close();
      return;
    }
    const allowed = busy.reduce((sum, { fn }) => sum + fn.memoryMegabytes * MEGABYTE, CLOUD_BYTES);
    if (process.memoryUsage.rss() - this.bytesBefore <= allowed) return;
    const [silent] = busy
      .filter((worker) => worker.silentMs() > SILENT_AFTER_MS)
      .sort((a, b) => b.silentMs() - a.silentMs());
    silent?.kill({ kind: 'memory' });
  }
}
