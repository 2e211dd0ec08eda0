import { ok, refuse } from '@domain/result';
import { instantOf } from '@domain/time/instant';
import type { LocalDate } from '@domain/time/local-date';
import type { InputOf } from '@contract/contract';
import type { Caller } from '../caller';
import { organisation } from '../organisation';
import { changeBy, writtenOnce } from '../people/change-log';
import { type FileEdit, fileEdit } from '../people/file-edit';
import { fileView } from '../people/file-view';
import { followMove } from '../people/follow-move';
import { writeClaim } from '../people/new-person';
import { personUnder } from '../people/under';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import { personnel, type PersonnelFile } from '../repositories/personnel';
import { type StaffChange, staffChanges } from '../repositories/staff-changes';
import { type Answer, type RefusalOf, useCase } from '../use-case';
import { momentText } from '../wall-text';

type Input = InputOf<'staff.change'>;
type Refused = RefusalOf<
  | 'person.unknown'
  | 'staff.invalid'
  | 'staff.changed-meanwhile'
  | 'staff.id-number-taken'
  | 'staff.role-refused'
>;

/** Changes one part of a file over the revision that was seen. */
export const changeStaff = useCase('staff.change', {
  async run(ports, caller, input): Promise<Answer<'staff.change'>> {
    const refused = await writtenOnce(ports, caller, input.commandId, () => attempt(ports, caller, input));
    if (refused === 'busy') return refuse('conflict.busy', {});
    if (refused !== null) return { ok: false, refusal: refused };
    const two = await personUnder(ports, caller.employment._id, input.employmentId);
    if (!two) return refuse('person.unknown', {});
    // Also after a repeat: whoever was cut off before is followed up now.
    const { part } = input;
    if (part.kind === 'place') await followMove(ports, two.person, part.from as LocalDate);
    return ok(await fileView(ports, caller, two));
  },
});

async function attempt(
  ports: Ports,
  caller: Caller,
  { commandId, employmentId, seenRevision, part }: Input,
): Promise<Refused | 'written' | 'again'> {
  const { database } = ports;
  const [org, two, file] = await Promise.all([
    organisation(ports),
    personUnder(ports, caller.employment._id, employmentId),
    personnel.read(database, employmentId),
  ]);
  if (!two) return refuse('person.unknown', {}).refusal;
  if ((file?.revision ?? 0) !== seenRevision)
    return refuse('staff.changed-meanwhile', {
      byName: file?.changed?.byName ?? '另一位同事',
      at: file?.changed ? momentText(org.zone, instantOf(file.changed.at)) : '刚才',
    }).refusal;
  const made = await fileEdit(ports, org, two, part);
  if (!made.ok) return made.refusal;
  const change = changeBy(ports, caller, commandId, {
    subject: staffChanges.ofPerson(employmentId),
    area: 'person',
    what: made.value.what,
  });
  return (await write(ports, two.person, file, made.value, change)) ? 'written' : 'again';
}

/** Both documents and the log's line, if the file still stands as it was read. */
async function write(
  ports: Ports,
  person: Employment,
  file: PersonnelFile | null,
  { employment, terms, claim }: FileEdit,
  change: StaffChange,
): Promise<boolean> {
  const { database, cipher } = ports;
  const { _id } = person;
  const written = await database.transaction(async (transaction) => {
    const stands = await personnel.read(transaction, _id);
    if ((stands?.revision ?? 0) !== (file?.revision ?? 0)) return false;
    if (claim && !(await writeClaim(transaction, ports, claim, _id))) return false;
    await staffChanges.add(transaction, change);
    if (!stands)
      await personnel.addInside(transaction, cipher, {
        employmentId: _id,
        postName: '',
        secrecy: false,
        contract: { kind: 'open', from: person.hireDate, to: null },
        probationEnd: null,
        phone: null,
        idNumber: null,
      });
    await personnel.change(transaction, cipher, _id, terms, {
      revision: (file?.revision ?? 0) + 1,
      changed: { byName: change.byName, at: change.at },
    });
    const set = changesIn(person, employment);
    if (Object.keys(set).length > 0) await employments.update(transaction, _id, { set });
    return true;
  });
  return written === true;
}

/** A write that changes nothing counts as none, and would look like a person who is gone. */
const changesIn = (person: Employment, wanted: FileEdit['employment']): FileEdit['employment'] =>
  Object.fromEntries(
    Object.entries(wanted).filter(
      ([field, value]) => JSON.stringify(person[field as keyof Employment]) !== JSON.stringify(value),
    ),
  );
