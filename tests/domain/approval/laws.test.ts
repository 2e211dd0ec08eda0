import fc from 'fast-check';
import { applyEvent, foldEvents } from '@domain/approval/apply-event';
import type { Case } from '@domain/approval/case';
import { isValid, openNodes, openTasks } from '@domain/approval/case';
import type { CaseEvent } from '@domain/approval/events';
import type { FlowVersion } from '@domain/approval/flow';
import { isHuman } from '@domain/approval/flow';
import { APPROVAL_REFUSAL_CODES } from '@domain/approval/refusals';
import { nextWakeAt } from '@domain/approval/wake';
import { FLOW_NAMES, flowOf } from './cast';
import type { Throw } from './dice';
import { throwDice, throws } from './dice';
import type { Tried } from './wild-case';
import { WildCase } from './wild-case';

/** Cases a flow and a law; LAW_RUNS=2000 looks harder. */
const RUNS = Number(process.env.LAW_RUNS ?? 25);
jest.setTimeout(1000 * (30 + RUNS));

/** Every flow, pushed about at random, with the law looked at after every single try. */
function holdsAlways(law: (wild: WildCase, tried: Tried) => void): void {
  for (const version of FLOW_NAMES.map(flowOf))
    fc.assert(
      fc.property(throws, (dice) => {
        const wild = begun(version, dice);
        for (const one of dice) law(wild, throwDice(wild, one));
      }),
      { numRuns: RUNS },
    );
}

/** Anyone may be the applicant: the leader, one of a panel, the one administrator, someone at the top. */
function begun(version: FlowVersion, dice: readonly Throw[]): WildCase {
  const applicants = ['wang', 'wang', 'li', 'hana', 'zhao', 'he'];
  return new WildCase(version, applicants[(dice[0]?.other ?? 0) % applicants.length]);
}

/** The same for laws over the whole log: looked at once, when the dust has settled. */
function holdsAfterwards(law: (wild: WildCase) => void): void {
  for (const version of FLOW_NAMES.map(flowOf))
    fc.assert(
      fc.property(throws, (dice) => {
        const wild = begun(version, dice);
        dice.forEach((one) => throwDice(wild, one));
        law(wild);
      }),
      { numRuns: RUNS },
    );
}

const caseOf = (wild: WildCase): Case => {
  if (wild.state === null) throw new Error('the case did not begin');
  return wild.state;
};

describe('whatever people and the clock do in any order', () => {
  it('every command moves the case or is refused by a code of the list', () =>
    holdsAlways((_wild, { result, before, command }) => {
      if (!result.ok) expect(APPROVAL_REFUSAL_CODES).toContain(result.refusal.code);
      else if (result.value.events.length === 0) {
        const quiet = ['tick', 'reassign', 'freezeAccess', 'cc', 'changeDocument'];
        expect(result.value.replayed || quiet.includes(command.kind)).toBe(true);
        expect(result.value.state).toBe(before);
      }
    }));

  it('a refusal leaves the case as it was', () =>
    holdsAlways((wild, { result, before }) => {
      if (!result.ok) expect(wild.state).toBe(before);
    }));

  it('no event is lost: numbers without gaps, and the log alone gives the case', () =>
    holdsAfterwards((wild) => {
      wild.log.forEach((event, index) => expect(event.seq).toBe(index + 1));
      const folded = foldEvents(JSON.parse(JSON.stringify(wild.log)) as CaseEvent[]);
      expect(folded).toEqual({ ok: true, value: wild.state });
    }));

  it('no decided task is decided again', () =>
    holdsAfterwards((wild) => {
      const decided = wild.log.flatMap(({ body }) => (body.type === 'taskDecided' ? [body.taskId] : []));
      expect(new Set(decided).size).toBe(decided.length);
    }));

  it('a void task is never decided, and a decided one never void', () =>
    holdsAfterwards((wild) => {
      const over = new Set<string>();
      for (const { body } of wild.log) {
        if (body.type !== 'taskDecided' && body.type !== 'taskVoided') continue;
        expect(over).not.toContain(body.taskId);
        over.add(body.taskId);
      }
    }));

  it('a signature on a document that changed since is void, for ever', () =>
    holdsAfterwards((wild) => {
      const state = caseOf(wild);
      const changes = wild.log.flatMap(({ body, seq }) =>
        body.type === 'documentChanged' ? [{ body, seq }] : [],
      );
      for (const { body, seq } of wild.log) {
        if (body.type !== 'signed') continue;
        const changed = changes.some(
          (one) => one.seq > seq && one.body.document === body.document && one.body.digest !== body.digest,
        );
        const kept = state.signatures.filter(
          (one) => one.taskId === body.taskId && one.digest === body.digest && isValid(state, one),
        );
        if (changed) expect(kept).toEqual([]);
      }
    }));

  it('a sign step that is done holds a valid signature of each who signed it', () =>
    holdsAlways((wild) => {
      const state = caseOf(wild);
      for (const node of wild.version.definition.nodes) {
        const current = state.nodes[node.id];
        if (node.kind !== 'sign' || current?.status !== 'done' || current.outcome !== 'signed') continue;
        const tasks = Object.values(state.tasks).filter(
          (task) =>
            task.nodeId === node.id &&
            task.status === 'decided' &&
            (task.round === current.round || current.carried.includes(task.id)),
        );
        expect(tasks.length).toBeGreaterThan(0);
        for (const task of tasks)
          expect(state.signatures.some((one) => one.taskId === task.id && isValid(state, one))).toBe(true);
      }
    }));

  it('each reminder and each escalation comes once for a node, a round and an offset', () =>
    holdsAfterwards((wild) => {
      const rung = wild.log.flatMap(({ body }) =>
        body.type === 'reminded' || body.type === 'escalated'
          ? [`${body.nodeId}#${body.round} ${body.alarm}`]
          : [],
      );
      expect(new Set(rung).size).toBe(rung.length);
    }));

  it('the clock rests: a second tick does nothing, and the next wake lies ahead', () =>
    holdsAlways((wild) => {
      wild.tick();
      const again = wild.tick();
      expect(again.result.ok && again.result.value.events).toEqual([]);
      const wake = nextWakeAt(caseOf(wild));
      if (wake !== null) expect(wake).toBeGreaterThan(wild.now);
    }));

  it('a running case waits for something, and a closed one for nothing', () =>
    holdsAlways((wild) => {
      const state = caseOf(wild);
      if (state.status === 'closed') {
        expect([...openNodes(state), ...openTasks(state)]).toEqual([]);
        return;
      }
      expect(openNodes(state).length).toBeGreaterThan(0);
      for (const { id, round, stalled } of openNodes(state)) {
        const node = wild.version.definition.nodes.find((one) => one.id === id);
        if (node === undefined || !isHuman(node)) continue;
        const asked = openTasks(state).filter((task) => task.nodeId === id && task.round === round);
        expect(asked.length > 0 || stalled !== null).toBe(true);
      }
    }));

  it('an open task belongs to the open round of its node', () =>
    holdsAlways((wild) => {
      const state = caseOf(wild);
      for (const task of openTasks(state)) {
        const node = state.nodes[task.nodeId];
        expect([node?.status, node?.round]).toEqual(['open', task.round]);
      }
    }));

  it('the applicant is asked only where the flow means the applicant', () =>
    holdsAfterwards((wild) => {
      for (const task of Object.values(caseOf(wild).tasks)) {
        const node = wild.version.definition.nodes.find((one) => one.id === task.nodeId);
        const meant = node !== undefined && isHuman(node) && node.assignee.by === 'applicant';
        if (!meant) expect(task.assignee).not.toBe(wild.applicant);
      }
    }));

  it('only whoever was asked, was away, or stands in decides', () =>
    holdsAlways((wild, { result, before, command }) => {
      if (!result.ok || before === null || command.actor.who !== 'person') return;
      for (const { body } of result.value.events) {
        if (body.type !== 'taskDecided' || body.why === 'alreadyAgreed') continue;
        const task = before.tasks[body.taskId];
        const { id } = command.actor;
        const standsIn = wild.delegations.some((one) => one.to === id);
        expect(task?.assignee === id || task?.onBehalfOf === id || standsIn).toBe(true);
      }
    }));

  it('a repeated command gets the same answer and does nothing', () =>
    holdsAlways((wild, { command, result }) => {
      if (!result.ok || result.value.events.length === 0) return;
      const again = wild.run(command);
      expect(again.result).toMatchObject({ ok: true, value: { replayed: true, events: [], effects: [] } });
      expect(again.result.ok && again.result.value.answer).toEqual(result.value.answer);
    }));

  it('whoever is not asked again agreed in person after the last return', () =>
    holdsAfterwards(({ log }) => {
      log.forEach(({ body }, index) => {
        if (body.type !== 'taskDecided' || body.why !== 'alreadyAgreed') return;
        const before = log.slice(0, index).map((event) => event.body);
        const lastReturn = before.map((one) => one.type).lastIndexOf('nodeVoided');
        const agreed = before
          .slice(lastReturn + 1)
          .some((one) => one.type === 'taskDecided' && one.outcome === 'agreed' && one.by === body.by);
        expect(agreed).toBe(true);
      });
    }));

  it('a resumed return carries only answers that were given with a yes in that step', () =>
    holdsAfterwards((wild) => {
      for (const { body } of wild.log) {
        if (body.type !== 'nodeOpened') continue;
        for (const id of body.carried) {
          const task = caseOf(wild).tasks[id];
          expect([task?.nodeId, task?.status]).toEqual([body.nodeId, 'decided']);
          expect(['returned', 'rejected', 'objected']).not.toContain(task?.decision?.outcome);
        }
      }
    }));

  it('every effect has a key of its own', () =>
    holdsAfterwards((wild) => {
      const keys = wild.effects.map((effect) => effect.key);
      expect(new Set(keys).size).toBe(keys.length);
    }));

  it('nobody who has left is asked at the end of a tick, as long as someone else can be', () =>
    holdsAlways((wild) => {
      wild.tick();
      const state = caseOf(wild);
      for (const task of openTasks(state)) {
        const endsAt = wild.staff.people.find((one) => one.id === task.assignee)?.accessEndsAt ?? null;
        const isGone = endsAt !== null && endsAt <= wild.now;
        if (isGone) expect(state.nodes[task.nodeId]?.stalled).not.toBeNull();
      }
    }));

  it('applying an event twice changes nothing, and no event can break a case', () =>
    holdsAfterwards((wild) => {
      const state = caseOf(wild);
      for (const event of wild.log) {
        expect(applyEvent(state, event)).toBe(state);
        // Out of place and out of order: total all the same.
        expect(() => applyEvent(state, { ...event, seq: state.seq + 1 })).not.toThrow();
        expect(() => applyEvent(null, event)).not.toThrow();
      }
    }));

  it('a notice is never rejected and never withdrawn but by the employer', () => {
    const version = flowOf('leaving');
    fc.assert(
      fc.property(throws, (dice) => {
        const wild = begun(version, dice);
        dice.forEach((one) => throwDice(wild, one));
        const granted = wild.log.some(({ body }) => body.type === 'withdrawalAnswered' && body.granted);
        expect(caseOf(wild).result).not.toBe('rejected');
        if (caseOf(wild).result === 'withdrawn') expect(granted).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});
