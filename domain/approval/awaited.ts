import { namedBy } from './assignees';
import type { Case } from './case';
import type { Directory } from './directory';
import { type FlowDefinition, isHuman } from './flow';
import type { PersonId } from './names';

/** Whom the steps of a case name by now, those to come included: a recipient has a part before the review opens. */
export const awaitedPeople = (
  flow: FlowDefinition,
  state: Case,
  directory: Directory,
): readonly PersonId[] => [
  ...new Set(flow.nodes.filter(isHuman).flatMap((node) => namedBy(node.assignee, node.id, state, directory))),
];
