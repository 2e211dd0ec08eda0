import type { Result } from '../../result';
import { ok } from '../../result';
import { advance } from '../advance';
import { taskInHand } from '../authority';
import { tasksOf } from '../case';
import type { CommandOf } from '../commands';
import { recordDocument, writableAt } from '../content';
import { isHuman } from '../flow';
import type { DocumentKey } from '../names';
import type { Recorder } from '../recorder';
import type { ApprovalRefusal } from '../refusals';
import { no } from '../refusals';
import { voidFollowers, voidNode } from '../void-node';

/** A new version of a document whose holder may write it. Every signature on the old one is void and asked for again. */
export function changeDocument(
  recorder: Recorder,
  command: CommandOf<'changeDocument'>,
): Result<true, ApprovalRefusal> {
  const hand = taskInHand(recorder, command);
  if (!hand.ok) return hand;
  const { node } = hand.value;
  const { key, digest } = command;
  if (!writableAt(node).includes(key)) return no('document.not-writable', { document: key, nodeId: node.id });
  recordDocument(recorder, key, digest);
  askSignersAgain(recorder, key);
  advance(recorder);
  return ok(true);
}

/** Nodes where the document was signed in this round are passed again, and what followed them with them. */
function askSignersAgain(recorder: Recorder, document: DocumentKey): void {
  for (const node of recorder.flow.nodes) {
    if (!isHuman(node) || node.requires?.signature?.document !== document) continue;
    const current = recorder.state.nodes[node.id];
    if (current === undefined || current.status === 'void') continue;
    const answered =
      current.carried.length > 0 ||
      tasksOf(recorder.state, node.id, current.round).some((task) => task.status === 'decided');
    if (!answered) continue;
    voidNode(recorder, node.id, 'documentChanged');
    voidFollowers(recorder, node.id, 'documentChanged');
  }
}
