import type { RuleDesk } from '@contract/contract';
import { ask } from '@/cloud/ask';
import type { Loading } from './use-item';

/** An item that the list already holds whole: a shift, a place, the settings; `first` is what a new one begins as. */
export async function loadFromDesk<Value>(
  find: (desk: RuleDesk) => Value | null,
  first: ((desk: RuleDesk) => Value) | null,
  mayEdit: (desk: RuleDesk) => boolean,
): Promise<Loading<Value>> {
  const listed = await ask('rules.desk', {});
  if (listed.kind !== 'done') return listed;
  const desk = listed.value;
  const found = find(desk);
  const value = found ?? first?.(desk) ?? null;
  if (value === null) return { kind: 'refused', refusal: { code: 'rules.unknown', facts: {} } };
  return { kind: 'done', value: { desk, value, mayEdit: mayEdit(desk), isNew: found === null, names: {} } };
}

/** A branch changes what only its own rules use; the server names the others when it does not. */
export const keepsRules = ({ mayEditCompany, branchesKeepRules }: RuleDesk): boolean =>
  mayEditCompany || branchesKeepRules;
