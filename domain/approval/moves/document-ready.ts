import type { Result } from '../../result';
import { ok } from '../../result';
import { advance } from '../advance';
import { fromSystem } from '../authority';
import { closeNode } from '../close-node';
import type { CommandOf } from '../commands';
import { recordDocument } from '../content';
import { nodeOf } from '../flow';
import type { Recorder } from '../recorder';
import type { ApprovalRefusal } from '../refusals';
import { no } from '../refusals';

/** The document that a generate node ordered exists. One that was ordered before a return comes too late. */
export function documentReady(
  recorder: Recorder,
  command: CommandOf<'documentReady'>,
): Result<true, ApprovalRefusal> {
  const system = fromSystem(recorder);
  if (!system.ok) return system;
  const { nodeId, round, document, digest } = command;
  const node = nodeOf(recorder.flow, nodeId);
  if (node?.kind !== 'generate') return no('node.unknown', { nodeId });
  if (node.document !== document) return no('document.not-writable', { document, nodeId });
  const current = recorder.state.nodes[nodeId];
  if (current?.round !== round)
    return no('node.dead-round', { nodeId, round, currentRound: current?.round ?? 0 });
  if (current.status !== 'open') return no('node.not-open', { nodeId, closedAt: current.closedAt });
  recordDocument(recorder, document, digest);
  closeNode(recorder, nodeId, round, 'generated');
  advance(recorder);
  return ok(true);
}
