import type { Ports } from './ports';
import { closeDays } from './use-cases/close-days';
import { goOnClosing } from './use-cases/go-on-closing';
import { followCertificateWishes } from './use-cases/follow-certificate-wishes';
import { purgeCardChecks } from './use-cases/purge-card-checks';
import { purgeProofs } from './use-cases/purge-proofs';
import { rejudgeDays } from './use-cases/rejudge-days';
import { sendReminders } from './use-cases/send-reminders';
import { finishEffects, retryStuckCases, ringInTheMorning, wakeCases } from './use-cases/wake-cases';
import { chainCases, purgeCases, removeExports, signChains } from './workflow/chain-cases';
import { runImports } from './use-cases/run-imports';
import { writeExports } from './use-cases/write-exports';
import { removeTemporaryFiles } from './spreadsheets/temporary-files';
import { lookAfterFiles } from './files/look-after-files';
import { sealOldFiles } from './files/seal-old-files';
import { removeShownFiles } from './files/show-files';
import { removeOldUploads } from './files/uploads';
import { measureRequestsAgain } from './requests/measure-again';
import { moveDuties } from './duties/move-duties';
import { findSignals, removeOldSignals } from './signals/find-signals';
import { planDuties } from './duties/plan-duties';
import { remindOfMissingCards } from './messages/missing-cards';
import { askToUrge } from './messages/please-urge';
import { followDelegations } from './workflow/follow-delegation';

/** Everything that the clock does. The parts are independent: one that fails is logged and does not stop the others. */
const PARTS: Readonly<Record<string, (ports: Ports) => Promise<number>>> = {
  sendReminders,
  planDuties,
  moveDuties,
  followDelegations,
  wakeCases,
  retryStuckCases,
  finishEffects,
  // After it: a card that was granted is not missing.
  remindOfMissingCards,
  ringInTheMorning,
  askToUrge,
  closeDays,
  findSignals,
  removeOldSignals,
  rejudgeDays,
  goOnClosing,
  measureRequestsAgain,
  chainCases,
  signChains,
  purgeCases,
  removeExports,
  writeExports,
  runImports,
  removeTemporaryFiles,
  purgeProofs,
  purgeCardChecks,
  followCertificateWishes,
  removeShownFiles,
  removeOldUploads,
  lookAfterFiles,
  sealOldFiles,
};

export async function tick(ports: Ports): Promise<void> {
  for (const [part, run] of Object.entries(PARTS)) {
    try {
      const done = await run(ports);
      if (done > 0) ports.log.write({ tick: part, done });
    } catch (error) {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      ports.log.write({
        tick: part,
        outcome: 'fault',
        faultId: ports.ids.unique(),
        message,
        stack: stack ?? null,
      });
    }
  }
}
