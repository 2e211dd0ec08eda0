import type { Role } from '@contract/roles';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import type { OrganisationDocument } from '../repositories/organisations';

type Heads = OrganisationDocument['heads'];

/** Whoever becomes a leader by these heads, or is none any more, with the roles they have then. */
export async function leadersAfter(
  { database }: Ports,
  before: Heads,
  after: Heads,
): Promise<readonly Pick<Employment, '_id' | 'roles'>[]> {
  const leads = (heads: Heads, id: string): boolean => Object.values(heads).includes(id);
  const ids = new Set([...Object.values(before), ...Object.values(after)]);
  const changed = [...ids].filter((id) => id !== null && leads(before, id) !== leads(after, id)) as string[];
  return (await employments.ofIds(database, changed)).flatMap(({ _id, roles }) => {
    const others = roles.filter((role) => role !== 'leader');
    const next: Role[] = leads(after, _id) ? [...others, 'leader'] : others;
    return next.length === roles.length ? [] : [{ _id, roles: next }];
  });
}
