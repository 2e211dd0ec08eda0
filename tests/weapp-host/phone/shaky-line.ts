import type { PendingWork } from '../clock/pending-work';
import type { CloudDoor } from './cloud-door';

/** The line to the cloud, which a test can hold or cut. */
export interface ShakyLine extends CloudDoor {
  /** From now on calls wait until `release`, before they reach the cloud. */
  hold(): void;
  release(): void;
  /** The next answers are lost on their way: the call has been carried out, and the phone never learns. */
  loseAnswers(count: number): void;
}

export function shakyLine(door: CloudDoor, work: PendingWork): ShakyLine {
  let held: Promise<void> | null = null;
  let letGo = () => {};
  let toLose = 0;
  return {
    ...door,
    callFunction: async (name, event) => {
      if (held !== null) await work.parked(held);
      const answer = await door.callFunction(name, event);
      if (toLose === 0) return answer;
      toLose -= 1;
      throw new Error('request:fail the answer was lost');
    },
    hold: () => {
      held = new Promise((resolve) => {
        letGo = resolve;
      });
    },
    release: () => {
      held = null;
      letGo();
    },
    loseAnswers: (count) => {
      toLose = count;
    },
  };
}
