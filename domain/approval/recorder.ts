import { applyEvent } from './apply-event';
import type { Case } from './case';
import type { Command } from './commands';
import type { Context } from './context';
import type { Effect } from './effects';
import { effectsOf } from './effects-of';
import type { CaseEvent, EventBody } from './events';
import type { FlowDefinition, FlowNode } from './flow';
import { nodeOf } from './flow';
import type { FlowGraph } from './flow-graph';
import { graphOf } from './flow-graph';
import type { NodeId } from './names';

/**
 * What one command does, as it unfolds: each event is folded in at once, so every step reads the case as it will
 * be. Lives for one transition only; a refusal throws it away.
 */
export class Recorder {
  readonly events: CaseEvent[] = [];
  readonly effects: Effect[] = [];
  readonly graph: FlowGraph;

  constructor(
    readonly flow: FlowDefinition,
    readonly context: Context,
    readonly command: Command,
    private folded: Case | null,
  ) {
    this.graph = graphOf(flow);
  }

  /** The case so far. Throws before it has begun: that is a bug of the caller. */
  get state(): Case {
    if (this.folded === null) throw new Error(`the case ${this.command.caseId} has not begun`);
    return this.folded;
  }

  node(id: NodeId): FlowNode {
    const node = nodeOf(this.flow, id);
    if (node === undefined) throw new Error(`no node ${id} in flow ${this.flow.id}`);
    return node;
  }

  record(body: EventBody): void {
    const { caseId, id, kind, actor } = this.command;
    const at = this.context.now;
    const event: CaseEvent = {
      caseId,
      seq: (this.folded?.seq ?? 0) + 1,
      at,
      command: { id, kind },
      actor,
      body,
    };
    this.folded = applyEvent(this.folded, event);
    this.events.push(event);
    effectsOf(this.flow, this.state, event, this.context).forEach((effect, index) =>
      this.effects.push({ ...effect, key: `${caseId}:${event.seq}:${index + 1}`, caseId, at }),
    );
  }
}
