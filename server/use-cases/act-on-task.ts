import type { IdentityCheck } from '@domain/approval/events';
import { isHuman, nodeOf } from '@domain/approval/flow';
import type { SignatureInput } from '@domain/approval/commands';
import { ok, refuse, type Result } from '@domain/result';
import type { InputOf } from '@contract/contract';
import type { Caller } from '../caller';
import { purposeIn } from '../files/purpose-in-case';
import { signatureFor, type SigningRefusal } from '../identity/signature-for';
import type { Ports } from '../ports';
import { type Answer, useCase } from '../use-case';
import { peopleIn } from '../workflow/case-staff';
import { moveCaseBy } from '../workflow/move-case';
import { type OpenCase, openCase } from '../workflow/open-case';
import { hasOwnProcedure } from '../workflow/own-desks';
import { refusePeople } from '../workflow/refuse-people';
import { takePhotos } from '../workflow/take-photos';
import { taskCommand } from '../workflow/task-command';

type Input = InputOf<'case.act'>;

const DONE = {
  agree: '已同意',
  reject: '已答复：未同意',
  acknowledge: '已知悉',
  object: '已提出异议',
  complete: '已完成',
  sign: '已签署',
  settle: '已结算',
  return: '已退回',
  transfer: '已转交',
  addSigner: '已加签',
  proposeDate: '已提议，等员工答复',
  askForTalk: '已约谈，对方会收到提醒',
} as const;

/** One action on the caller's open task, with its form, photos and signature. */
export const actOnTask = useCase('case.act', {
  async run(ports, caller, input): Promise<Answer<'case.act'>> {
    const opened = await openCase(ports, caller, input.caseId);
    if (!opened) return refuse('case.unknown', {});
    const { stored, flow } = opened;
    const nodeId = stored.state.tasks[input.taskId]?.nodeId ?? '';
    if (hasOwnProcedure(flow.definition.id, nodeId, input.action))
      return refuse('action.not-offered', { action: input.action });
    const people = [
      ...(input.toEmploymentId ? [input.toEmploymentId] : []),
      ...peopleIn(flow.definition, nodeId, input.fields ?? {}),
    ];
    // A repeated tap finds its pictures and its identity session used up; the case itself has the answer.
    const repeated = stored.state.answered.some(({ commandId }) => commandId === input.commandId);
    const wrong = repeated ? null : await refusePeople(ports, opened, caller, people);
    if (wrong) return wrong;
    const taken = repeated
      ? ok([])
      : await takePhotos(ports, caller.openid, input.photoIds ?? [], purposeIn(stored));
    if (!taken.ok) return taken;
    const signing = repeated ? ok(null) : await signingOf(ports, caller, opened, nodeId, input);
    if (!signing.ok) return signing;
    const { identity, signature } = signing.value ?? {};

    const body = taskCommand(flow.definition, stored.state, input, {
      photos: taken.value,
      signature: signature ?? null,
    });
    if (!body.ok) return body;
    const backing = { people, seen: stored, ...(identity && { identity }) };
    const moved = await moveCaseBy(ports, caller, input.caseId, input.commandId, body.value, backing);
    if (!moved.ok) return moved;
    return ok({ text: DONE[input.action], view: moved.value });
  },
});

type Signed = { readonly identity: IdentityCheck; readonly signature: SignatureInput };

/** The signature that came along, over the document that this step wants signed. */
async function signingOf(
  ports: Ports,
  caller: Caller,
  { stored, flow }: OpenCase,
  nodeId: string,
  { signature, caseId }: Input,
): Promise<Result<Signed | null, SigningRefusal>> {
  const node = nodeOf(flow.definition, nodeId);
  const wanted = node && isHuman(node) ? node.requires?.signature : undefined;
  if (!signature || !wanted || stored.state.status !== 'running') return ok(null);
  return signatureFor(ports, caller, wanted.document, caseId, signature);
}
