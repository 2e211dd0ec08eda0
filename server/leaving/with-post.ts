import type { PersonId } from '@domain/approval/names';
import type { PersonnelFile } from '../repositories/personnel';
import type { Staff } from '../workflow/staff';

/** The same people, with what the personnel file says about one person's post: conditions of flows ask for it. */
export function withPost(staff: Staff, personId: PersonId, file: PersonnelFile | null): Staff {
  const entry = staff.entry(personId);
  if (!entry || !file) return staff;
  const member = { ...entry.member, post: file.postFacts };
  return {
    ...staff,
    directory: {
      ...staff.directory,
      person: (id) => (id === personId ? member : staff.directory.person(id)),
    },
    entry: (id) => (id === personId ? { ...entry, member } : staff.entry(id)),
  };
}
