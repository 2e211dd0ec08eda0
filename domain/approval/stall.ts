import { administratorsOf } from './assignees';
import { roundOf } from './lanes';
import type { NodeId } from './names';
import type { Recorder } from './recorder';
import type { ApprovalRefusal } from './refusals';

/** Nobody can be asked: the log says why, the applicant and the administrators are told, and the node stays open. */
export function stall(recorder: Recorder, nodeId: NodeId, problem: ApprovalRefusal): void {
  const { flow, state, context } = recorder;
  const to = [state.applicant, ...administratorsOf(flow, state, context)];
  recorder.record({ type: 'nodeStalled', nodeId, round: roundOf(state, nodeId), problem, to });
}
