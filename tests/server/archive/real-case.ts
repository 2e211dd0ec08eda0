import type { InputOf } from '@contract/contract';
import { type CaseDocumentRow, caseDocuments } from '@server/repositories/case-documents';
import { granted } from '../company/answers';
import { freshId, type Person } from '../company/person';
import { signs } from '../company/signing';
import { callsOn } from '../leaving/case-calls';
import { command, type LeavingCompany, taskOf } from '../leaving/leaving-company';

/** Gives notice as a phone does: looks at the draft, signs it, sends it; resolves to the case. */
export async function noticeFrom(company: LeavingCompany, person: Person, reason = ''): Promise<string> {
  const wish = { path: 'notice', wished: null, remote: false, reason } as const;
  const { digest } = granted(await person.call('leaving.draft', wish));
  const signature = await signs(company, person, { document: 'notice', caseId: null, digest });
  const input = { ...wish, commandId: freshId(), digest, signature, proofConsent: false, photoIds: [] };
  return granted(await person.call('leaving.give', input)).caseId;
}

/** A person is sent one code a minute. */
const aMinuteLater = (company: LeavingCompany) =>
  company.cloud.clock.moveTo(company.cloud.clock.now() + 61_000);

const HANDED_OVER: InputOf<'handover.submit'>['content'] = {
  work: {
    lines: [{ id: 'w1', fields: { what: '华东区客户', status: '进行中', next: '' }, attachments: [] }],
    none: null,
  },
  documents: {
    lines: [{ id: 'd1', fields: { name: '客户清单', path: '/共享/客户.xlsx' }, attachments: [] }],
    none: null,
  },
  assets: { lines: [], none: '没有领用过资产' },
};

/** From the notice to both signatures under the handover list. */
export async function handOver(company: LeavingCompany, caseId: string): Promise<void> {
  const { fang, leader, recipient, branchHr } = company;
  const { actAt } = callsOn(
    () => company,
    () => caseId,
  );
  granted(await actAt(leader, 'leader', 'acknowledge', { fields: { recipient: recipient.employmentId } }));
  const checked = { insuranceChecked: true, fundChecked: true, contractChecked: true, assetsListed: true };
  granted(await actAt(branchHr, 'hrCheck', 'complete', { fields: checked }));
  granted(await fang.call('handover.submit', { commandId: freshId(), caseId, content: HANDED_OVER }));
  const seen = async (person: Person) =>
    granted(await person.call('handover.view', { caseId, version: null })).shown?.digest ?? '';
  granted(
    await recipient.call('handover.accept', { commandId: freshId(), caseId, digest: await seen(recipient) }),
  );
  for (const person of [fang, recipient]) {
    await aMinuteLater(company);
    const digest = await seen(person);
    const signature = await signs(company, person, { document: 'handover', caseId, digest });
    granted(await person.call('handover.sign', { commandId: freshId(), caseId, signature }));
  }
}

/**
 * Everybody's part after that, and the clock to the end: the case is archived.
 *
 * @param byHand what HR does before the certificate is looked through, where it could not be drawn
 */
export async function finish(
  company: LeavingCompany,
  caseId: string,
  contractEnd: string,
  byHand: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { leader, branchHr, finance, admin, it } = company;
  const { actAt } = callsOn(
    () => company,
    () => caseId,
  );
  granted(await actAt(leader, 'leaderTakesNote', 'acknowledge'));
  granted(await actAt(it, 'accounts', 'complete'));
  // The desk of the assets is tested on its own.
  const assets = { kind: 'complete', ...(await taskOf(company, caseId, 'assets')) } as const;
  await command(company, caseId, { who: 'person', id: admin.employmentId }, assets);
  granted(await actAt(finance, 'finance', 'complete'));
  await company.clockTo(`${contractEnd}T08:50`);
  await company.tick();
  await settle(company, caseId);
  granted(await actAt(finance, 'wages', 'complete'));
  await byHand();
  granted(await actAt(branchHr, 'certificateIssue', 'complete'));
  await company.clockTo(`${contractEnd}T18:10`);
  await company.tick();
  granted(await actAt(branchHr, 'insuranceTransfer', 'complete'));
  granted(await actAt(branchHr, 'archiveTransfer', 'complete'));
}

async function settle(company: LeavingCompany, caseId: string): Promise<void> {
  const { fang, finance } = company;
  granted(
    await finance.call('settlement.propose', {
      commandId: freshId(),
      caseId,
      ...(await taskOf(company, caseId, 'settlement')),
      lines: [{ kind: 'wage', note: '10 月工资', fen: 1_234_567 }],
    }),
  );
  const { versions } = granted(await fang.call('settlement.view', { caseId }));
  granted(
    await fang.call('settlement.answer', {
      commandId: freshId(),
      caseId,
      ...(await taskOf(company, caseId, 'settlementAnswer')),
      seen: versions.at(-1)?.digest ?? '',
      answer: 'confirm',
      reason: '',
    }),
  );
}

/** The kept paper of a kind, its newest version. */
export async function paperOf(
  company: LeavingCompany,
  caseId: string,
  key: string,
): Promise<CaseDocumentRow & { readonly digest: string; readonly fileId: string }> {
  const rows = await caseDocuments.versionsOf(company.database, caseId, key);
  const row = rows.filter(({ state }) => state !== 'reserved').at(-1);
  if (!row?.digest || !row.fileId) throw new Error(`there is no paper ${key}`);
  return { ...row, digest: row.digest, fileId: row.fileId };
}

/** The bytes of a file in the storage. */
export async function fileOf({ sdk }: LeavingCompany, fileId: string): Promise<Buffer> {
  const { fileContent } = await sdk.downloadFile({ fileID: fileId });
  return Buffer.from(fileContent as Buffer);
}

/** HR's export of a case, downloaded from its temporary address. */
export async function exported(company: LeavingCompany, caseId: string): Promise<Buffer> {
  const { url } = granted(await company.hr.call('evidence.export', { caseId }));
  return Buffer.from(await (await fetch(url)).arrayBuffer());
}
