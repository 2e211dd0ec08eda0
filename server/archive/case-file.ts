import type { CaseEvent } from '@domain/approval/events';
import type { LocalDate } from '@domain/time/local-date';
import type { Instant } from '@domain/time/instant';
import type { SignatureParty } from '../documents/paper';
import type { Employee } from '../documents/papers/paper-heading';
import { momentText } from '../documents/moment-text';
import { type Organisation, recentOrganisation, todayIn } from '../organisation';
import { postOn } from '../people/units';
import type { Ports } from '../ports';
import { type CaseDocument, cases } from '../repositories/cases';
import { commits } from '../repositories/commits';
import { type Employment, employments } from '../repositories/employments';
import { type PersonnelFile, personnel } from '../repositories/personnel';
import { signatureMarks } from '../repositories/signature-marks';

/** Everything that the papers of a case are made of. */
export interface CaseFile {
  readonly ports: Ports;
  readonly stored: CaseDocument;
  readonly org: Organisation;
  readonly events: readonly CaseEvent[];
  readonly employment: Employment;
  readonly personnel: PersonnelFile | null;
  /** Opened here only; null when HR has none on file. */
  readonly idNumber: string | null;
  readonly employee: Employee;
}

const NOT_ON_FILE = '（人事档案中未登记）';

/** @throws Error when the case or its person is not there */
export async function openCaseFile(ports: Ports, caseId: string): Promise<CaseFile> {
  const { database, cipher, clock } = ports;
  const [stored, org, log] = await Promise.all([
    cases.read(database, caseId),
    recentOrganisation(ports),
    commits.ofCase(database, caseId),
  ]);
  if (!stored) throw new Error(`there is no case ${caseId}`);
  const [employment, file] = await Promise.all([
    employments.read(database, stored.applicantId),
    personnel.read(database, stored.applicantId),
  ]);
  if (!employment) throw new Error(`the person of case ${caseId} is not there`);
  const idNumber = file && personnel.open(cipher, file, 'idNumber');
  const today = todayIn(org.zone, clock.now());
  return {
    ports,
    stored,
    org,
    events: log.flatMap((commit) => commit.events),
    employment,
    personnel: file,
    idNumber,
    employee: {
      name: employment.name,
      idNumber: idNumber ?? NOT_ON_FILE,
      department: org.departmentName(employment, today),
      post: postOn(org, employment, file, today).name,
    },
  };
}

/** The day on which the contract ends, as far as the case knows it. */
export const contractEndOf = ({ stored }: CaseFile): LocalDate | null =>
  stored.state.dates.contractEnd ?? stored.state.dates.lastDay ?? null;

export const momentIn = ({ org }: CaseFile, at: Instant): string => momentText(at, org.zone);

export async function namesOf({ ports }: CaseFile, ids: readonly string[]): Promise<readonly string[]> {
  const people = await employments.ofIds(ports.database, ids);
  return ids.flatMap((id) => people.find(({ _id }) => _id === id)?.name ?? []);
}

/** The person's signature on this very digest of the document, with its strokes; null when there is none. */
export async function signatureOn(
  file: CaseFile,
  document: string,
  digest: string | null,
  person: string,
): Promise<SignatureParty['signed']> {
  const signed = [...file.events]
    .reverse()
    .find(
      ({ body }) =>
        body.type === 'signed' &&
        body.document === document &&
        body.person === person &&
        (digest === null || body.digest === digest),
    );
  if (signed?.body.type !== 'signed') return null;
  const { mark, level } = signed.body;
  const drawing = await signatureMarks.drawing(file.ports.database, file.ports.cipher, mark);
  return drawing && { strokes: drawing.strokes, at: momentIn(file, signed.at), level };
}
