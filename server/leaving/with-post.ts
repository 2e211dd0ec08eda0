import type { PersonId } from '@domain/approval/names';
import type { Post } from '@domain/people/post';
import type { Staff } from '../workflow/staff';

/** The same people, with what one person's post is like: conditions of flows ask for it. */
export function withPost(staff: Staff, personId: PersonId, { secrecy }: Pick<Post, 'secrecy'>): Staff {
  const entry = staff.entry(personId);
  if (!entry) return staff;
  const member = { ...entry.member, post: { secrecy } };
  return {
    ...staff,
    directory: {
      ...staff.directory,
      person: (id) => (id === personId ? member : staff.directory.person(id)),
    },
    entry: (id) => (id === personId ? { ...entry, member } : staff.entry(id)),
  };
}
