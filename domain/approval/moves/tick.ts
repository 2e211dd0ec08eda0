import type { Result } from '../../result';
import { ok } from '../../result';
import { advance } from '../advance';
import { findAssignees, insteadOf } from '../assignees';
import { fromSystem } from '../authority';
import { openNodes, tasksOf } from '../case';
import { closeNode, settleNode } from '../close-node';
import { isHuman } from '../flow';
import { askPeople } from '../lanes';
import { handOverTasks, leaversOf } from '../reassign';
import type { Recorder } from '../recorder';
import type { ApprovalRefusal } from '../refusals';
import { ringAlarms } from '../ring-alarms';
import { retime } from '../set-dates';
import { renewStandIns } from '../stand-ins';

/** Far more rounds than any flow needs: beyond it something repeats for ever, and that is a bug. */
const ROUNDS = 200;

/** Everything that is due by now. Ticking twice does nothing the second time. */
export function tick(recorder: Recorder): Result<true, ApprovalRefusal> {
  const system = fromSystem(recorder);
  if (!system.ok) return system;
  for (let round = 0; recorder.state.status === 'running'; round += 1) {
    if (round > ROUNDS) throw new Error(`the clock of case ${recorder.state.id} does not come to rest`);
    const before = recorder.events.length;
    for (const person of leaversOf(recorder)) handOverTasks(recorder, person);
    renewStandIns(recorder);
    findSomeoneForStalled(recorder);
    retime(recorder, (id) => recorder.state.nodes[id]?.dueProblem !== null);
    endWaits(recorder);
    ringAlarms(recorder);
    advance(recorder);
    if (recorder.events.length === before) break;
  }
  return ok(true);
}

function endWaits(recorder: Recorder): void {
  for (const { id, round, dueAt } of openNodes(recorder.state))
    if (recorder.node(id).kind === 'waitUntil' && dueAt !== null && dueAt <= recorder.context.now)
      closeNode(recorder, id, round, 'reached');
}

/** A vacancy may have been filled since the node stalled. */
function findSomeoneForStalled(recorder: Recorder): void {
  for (const { id, round, stalled, carried } of openNodes(recorder.state)) {
    const node = recorder.node(id);
    if (stalled === null || !isHuman(node)) continue;
    if (tasksOf(recorder.state, id, round).some((task) => task.status !== 'void')) continue;
    const { flow, state, context } = recorder;
    const found = findAssignees({ flow, node, state, context });
    if (carried.length > 0) {
      const finished = carried.flatMap((taskId) => state.tasks[taskId]?.assignee ?? []);
      askPeople(recorder, node, insteadOf({ flow, node, state, context, except: finished }).slice(0, 1));
    } else if (found.ok && found.value.skip) {
      closeNode(recorder, id, round, 'skipped', found.value.why);
    } else if (found.ok) {
      askPeople(recorder, node, found.value.people);
    }
    settleNode(recorder, node);
  }
}
