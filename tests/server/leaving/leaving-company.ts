import type { CommandBody } from '@domain/approval/commands';
import { openTasks } from '@domain/approval/case';
import type { Actor } from '@domain/approval/events';
import type { Role } from '@contract/roles';
import { recentOrganisation } from '@server/organisation';
import { type CaseDocument, cases } from '@server/repositories/cases';
import { peopleOf } from '@server/workflow/case-staff';
import { withPost } from '@server/leaving/with-post';
import { personnel } from '@server/repositories/personnel';
import { doEffects } from '@server/workflow/effects';
import { runCommand } from '@server/workflow/run-command';
import { readStaff } from '@server/workflow/staff';
import { type Company, type CompanyOptions, openCompany } from '../company';
import { portsInProcess } from '../company/in-process';
import { freshId, type Person } from '../company/person';

/** The people of a leaving case: 王芳 leaves, 陈思远 leads her, 李明 takes over. */
export interface LeavingCompany extends Company {
  readonly fang: Person;
  readonly leader: Person;
  readonly recipient: Person;
  readonly hr: Person;
  readonly branchHr: Person;
  readonly finance: Person;
  readonly secondFinance: Person;
  readonly admin: Person;
  readonly it: Person;
}

/** A company with everybody who has a part when somebody leaves, all of them bound. */
export async function openLeavingCompany(options: CompanyOptions): Promise<LeavingCompany> {
  const company = await openCompany(options);
  const joined = async (name: string, role: Role) =>
    (await company.hire(name, { team: 'day', roles: [role] })).bind();
  const fang = await company.person('王芳').bind();
  const leader = await company.person('陈思远').bind();
  const recipient = await company.person('李明').bind();
  const branchHr = await joined('沈慧', 'branch-hr');
  const finance = await joined('何财', 'finance');
  const secondFinance = await joined('钱多', 'finance');
  const admin = await joined('管小云', 'admin');
  const it = await joined('艾维', 'it');
  const hr = company.person('刘静');
  await company.reorganise(() => ({
    heads: { day: leader.employmentId },
    grants: [
      { role: 'hr', personId: hr.employmentId, branchId: null },
      { role: 'branch-hr', personId: branchHr.employmentId, branchId: 'shanghai' },
      { role: 'finance', personId: finance.employmentId, branchId: null },
      { role: 'finance', personId: secondFinance.employmentId, branchId: null },
      { role: 'admin', personId: admin.employmentId, branchId: null },
      { role: 'it', personId: it.employmentId, branchId: null },
    ],
  }));
  return { ...company, fang, leader, recipient, hr, branchHr, finance, secondFinance, admin, it };
}

/** One command on a case as the server runs it, without the procedure that would bring it. */
export async function command(
  company: Company,
  caseId: string,
  actor: Actor,
  body: CommandBody,
  flowId = 'leave-notice',
): Promise<void> {
  const ports = portsInProcess(company);
  const org = await recentOrganisation(ports, 0);
  const inFields = 'fields' in body ? Object.values(body.fields ?? {}).map(String) : [];
  const named = body.kind === 'start' ? [body.applicant] : inFields;
  const who = actor.who === 'person' ? [actor.id] : [];
  const file = body.kind === 'start' ? await personnel.read(ports.database, body.applicant) : null;
  const staffFor = async (stored: CaseDocument | null) =>
    withPost(
      await readStaff(ports, org, [], [...(stored ? peopleOf(ports, stored) : []), ...named, ...who]),
      file?._id ?? '',
      file?.postFacts ?? { secrecy: false },
    );
  const moved = await runCommand(ports, { org, subject: null, staffFor }, flowId, {
    id: freshId(),
    caseId,
    actor,
    ...body,
  });
  if (!moved.ok) throw new Error(`${body.kind}: ${'busy' in moved ? 'busy' : JSON.stringify(moved.refusal)}`);
  // What is not under test here (papers, their seals) may be left to the timer.
  if (moved.value.commit) await doEffects(ports, moved.value.commit).catch(() => undefined);
}

const by = ({ employmentId }: Person): Actor => ({ who: 'person', id: employmentId });

/** The person's notice has arrived; resolves to the case. */
export async function giveNotice(
  company: Company,
  person: Person,
  lastDay: string,
  flowId = 'leave-notice',
): Promise<string> {
  const caseId = `${person.employmentId}-${freshId()}`;
  const digest = 'a'.repeat(64);
  const verifiedAt = Math.floor(company.cloud.clock.now()) as never;
  const identity = { session: 's', level: 'basic', document: 'notice', verifiedAt } as const;
  const actor: Actor = { who: 'person', id: person.employmentId, identity };
  await command(
    company,
    caseId,
    actor,
    {
      kind: 'start',
      applicant: person.employmentId,
      dates: { lastDay: lastDay as never },
      documents: [{ key: 'notice', digest }],
      signature: { document: 'notice', digest, mark: 'b'.repeat(64) },
    },
    flowId,
  );
  return caseId;
}

/** The person would like to leave by agreement; resolves to the case. */
export async function wish(
  company: Company,
  person: Person,
  wishedLastDay: string,
  flowId: 'leave-agreement' | 'leave-remote' = 'leave-agreement',
): Promise<string> {
  const caseId = `${person.employmentId}-${freshId()}`;
  const dates = { lastDay: wishedLastDay as never };
  const start = {
    kind: 'start',
    applicant: person.employmentId,
    dates,
    fields: { wishedLastDay },
  } as const;
  await command(company, caseId, by(person), start, flowId);
  return caseId;
}

/** The leader names the recipient and HR has checked: the departments are at it now. */
export async function reachDepartments(company: LeavingCompany, caseId: string): Promise<void> {
  const { leader, recipient, branchHr } = company;
  await command(company, caseId, by(leader), {
    kind: 'acknowledge',
    ...(await taskOf(company, caseId, 'leader')),
    fields: { recipient: recipient.employmentId },
  });
  await command(company, caseId, by(branchHr), {
    kind: 'complete',
    ...(await taskOf(company, caseId, 'hrCheck')),
    fields: { insuranceChecked: true, fundChecked: true, contractChecked: true, assetsListed: true },
  });
}

/** Everything that is due by now, once. */
export const clockMoves = (company: Company, caseId: string): Promise<void> =>
  command(company, caseId, { who: 'system', part: 'timer' }, { kind: 'tick' });

export async function caseOf(company: Company, caseId: string): Promise<CaseDocument['state']> {
  const stored = await cases.read(company.database, caseId);
  if (!stored) throw new Error(`there is no case ${caseId}`);
  return stored.state;
}

/** The link to an open task at a node: of this person, or of whoever has it. */
export async function taskOf(
  company: Company,
  caseId: string,
  nodeId: string,
  person?: Person,
): Promise<{ readonly taskId: string; readonly round: number }> {
  const task = openTasks(await caseOf(company, caseId)).find(
    (one) => one.nodeId === nodeId && (person === undefined || one.assignee === person.employmentId),
  );
  if (!task) throw new Error(`nothing is open at ${nodeId}`);
  return { taskId: task.id, round: task.round };
}

/** The first bytes of a JPEG, and some that make it another picture than the last. */
export const picture = (): Uint8Array => {
  const marks = [...freshId().slice(-6)].map((char) => char.charCodeAt(0));
  return new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...marks]);
};

/** Puts bytes where this person's phone may put them; resolves to their file id. */
export async function upload({ cloud }: Company, person: Person, bytes = picture()): Promise<string> {
  const cloudPath = encodeURIComponent(`inbox/${person.openid}/${freshId()}.jpg`);
  const answer = await fetch(`${cloud.url}/client/uploadFile?cloudPath=${cloudPath}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-wx-openid': person.openid },
    body: Buffer.from(bytes),
  });
  const { fileID } = (await answer.json()) as { fileID?: string };
  if (!fileID) throw new Error('the upload was refused');
  return fileID;
}
