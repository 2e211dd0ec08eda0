import { canonicalJson } from '@domain/evidence/canonical-json';
import { isHuman, nodeOf } from '@domain/approval/flow';
import { ok, refuse, type Result } from '@domain/result';
import type { InputOf } from '@contract/contract';
import type { Caller } from '../caller';
import type { Ports } from '../ports';
import type { CaseDocument } from '../repositories/cases';
import { type Answer, useCase } from '../use-case';
import { staffOf } from '../workflow/case-staff';
import { doEffectsNow } from '../workflow/do-effects-now';
import { documentTitle } from '../workflow/field-words';
import { moveCaseBy, type MoveRefusal } from '../workflow/move-case';
import { type OpenCase, openCase } from '../workflow/open-case';
import { isOnPaper } from '../workflow/paper-signatures';
import { runCommand } from '../workflow/run-command';
import { takePhotos } from '../workflow/take-photos';
import { wireCaseRefusal } from '../workflow/wire-case-refusal';

type Input = InputOf<'case.signOnPaper'>;

/** The original was signed on paper, and HR has checked it: the signer's signature, resting on that check. */
export const signOnPaper = useCase('case.signOnPaper', {
  async run(ports, caller, input): Promise<Answer<'case.signOnPaper'>> {
    const { caseId, commandId, photoIds } = input;
    const opened = await openCase(ports, caller, caseId);
    const task = opened?.stored.state.tasks[input.taskId];
    if (!opened || !task) return refuse('case.unknown', {});
    if (!opened.may('checkAsHr')) return refuse('action.not-yours', { whose: '人事' });
    if (task.assignee === caller.employment._id) return refuse('action.not-yours', { whose: '另一位人事' });
    const node = nodeOf(opened.flow.definition, task.nodeId);
    const wanted = node && isHuman(node) ? node.requires?.signature : undefined;
    if (!wanted || !isOnPaper(wanted.level)) return refuse('action.not-offered', { action: 'sign' });

    const { document } = wanted;
    // A repeated tap finds its pictures taken already; the case itself has the answer.
    const repeated = opened.stored.state.answered.some((answer) => answer.commandId === commandId);
    const taken = repeated
      ? ok([])
      : await takePhotos(ports, caller.openid, photoIds, { caseId, retention: 'contract' });
    if (!taken.ok) return taken;
    const mark = ports.ids.digest(canonicalJson([...taken.value]));
    const signed = await signFor(ports, caller, opened, input, { signer: task.assignee, document, mark });
    if (!signed.ok) return signed;
    const moved = await moveCaseBy(ports, caller, caseId, `${commandId}-original`, {
      kind: 'comment',
      text: `已核对《${documentTitle(document)}》的纸质签名原件，是本人所签`,
      photos: taken.value,
    });
    if (!moved.ok) return moved;
    return ok({ text: '已登记纸质签名', view: moved.value });
  },
});

/** The signer's own command; its identity check names whoever checked the original. */
async function signFor(
  ports: Ports,
  caller: Caller,
  { org, flow, stored, now }: OpenCase,
  { commandId, caseId, taskId, round, digest }: Input,
  { signer, document, mark }: { readonly signer: string; readonly document: string; readonly mark: string },
): Promise<Result<null, MoveRefusal>> {
  const session = `paper-checked-by:${caller.employment._id}`;
  const identity = { session, level: 'reliable', document, verifiedAt: now } as const;
  const staffFor = (one: CaseDocument | null) => staffOf(ports, org, caller, one);
  const moved = await runCommand(
    ports,
    { org, subject: null, staffFor },
    stored.flowId,
    {
      id: commandId,
      caseId,
      actor: { who: 'person', id: signer, identity },
      kind: 'sign',
      taskId,
      round,
      signature: { document, digest, mark },
    },
    stored,
  );
  if (moved.ok) {
    if (moved.value.commit) await doEffectsNow(ports, moved.value.commit);
    return ok(null);
  }
  if ('busy' in moved) return refuse('conflict.busy', {});
  return {
    ok: false,
    refusal: wireCaseRefusal(moved.refusal, org, await staffFor(stored), flow.definition),
  };
}
