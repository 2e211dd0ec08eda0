import { certificateContent } from '@domain/offboarding/certificate-content';
import { certificateReason, endingOf } from '@domain/offboarding/certificate-reason';
import { dayText } from '@domain/offboarding/day-text';
import type { HandoverVersion } from '@domain/offboarding/handover';
import { currentSettlement } from '@domain/offboarding/settlement';
import { ok, refuse } from '@domain/result';
import type { Result } from '@domain/result';
import { instantOf, minuteOf } from '@domain/time/instant';
import type { Paper } from '../documents/paper';
import { agreementPaper } from '../documents/papers/agreement-paper';
import { archiveIndexPaper } from '../documents/papers/archive-index-paper';
import { certificatePaper } from '../documents/papers/certificate-paper';
import { handoverPaper } from '../documents/papers/handover-paper';
import { nonCompetePaper } from '../documents/papers/non-compete-paper';
import { noticePaper } from '../documents/papers/notice-paper';
import type { PaperHeading } from '../documents/papers/paper-heading';
import { receiptPaper } from '../documents/papers/receipt-paper';
import { settlementPaper } from '../documents/papers/settlement-paper';
import { handedOverOn } from '../offboarding/handed-over-on';
import { caseDocuments } from '../repositories/case-documents';
import { certificateWishes } from '../repositories/certificate-wishes';
import { handovers } from '../repositories/handovers';
import { handoverVersions } from '../repositories/handover-versions';
import { nonCompetes } from '../repositories/non-competes';
import { notices } from '../repositories/notices';
import { settlements } from '../repositories/settlements';
import { type CaseFile, contractEndOf, momentIn, namesOf, signatureOn } from './case-file';
import type { PaperKey, PaperRefusal } from './paper-order';

/** A paper that waits only for its number, its time and its anchor. */
export type Drafted = (heading: PaperHeading) => Paper;

/** null: there is nothing to put on paper yet. */
type Draft = (file: CaseFile) => Promise<Result<Drafted | null, PaperRefusal>>;

const missing = (titles: readonly string[]) => refuse('paper.incomplete', { titles });

const notice: Draft = async (file) => {
  const { stored, employee, ports } = file;
  const kept = await notices.read(ports.database, stored._id);
  if (!kept) return ok(null);
  const signed = await signatureOn(file, 'notice', kept.digest, stored.applicantId);
  const { idNumber } = employee;
  return ok((heading) => noticePaper({ ...heading, notice: kept.content, idNumber, signed }));
};

/** Proof of arrival: it names the notice's file, which was made the moment before. */
const receipt: Draft = async (file) => {
  const { stored, employee, org, ports } = file;
  const arrived = file.events.find(({ body }) => body.type === 'noticeArrived');
  const { lastDay } = stored.state.dates;
  const [paper] = await caseDocuments.versionsOf(ports.database, stored._id, 'notice');
  const { digest, number } = paper ?? {};
  if (arrived?.body.type !== 'noticeArrived' || !lastDay || !digest || !number) return ok(null);
  const recipients = await namesOf(file, arrived.body.recipients);
  return ok((heading) =>
    receiptPaper({
      ...heading,
      employee,
      arrivedAt: momentIn(file, arrived.at),
      noticeDigest: digest,
      noticeNumber: number,
      lastDay,
      recipients: recipients.length > 0 ? recipients : [`${org.companyName}人事部门`],
    }),
  );
};

const agreement: Draft = async (file) => {
  const { stored, employee } = file;
  const contractEnd = contractEndOf(file);
  const { hrTerms } = stored.state.forms;
  if (contractEnd === null) return missing(['合同解除日期']);
  const decided = Object.values(stored.state.tasks).find(
    ({ nodeId, decision }) => nodeId === 'hrTerms' && decision?.outcome === 'agreed',
  );
  const [representative] = await namesOf(file, decided?.decision ? [decided.decision.by] : []);
  const compensation = hrTerms?.['compensationFen'];
  return ok((heading) =>
    agreementPaper({
      ...heading,
      employee,
      contractEnd,
      compensationFen: typeof compensation === 'number' ? compensation : 0,
      furtherTerms: [],
      employeeSigned: null,
      companySigned: null,
      representative: representative ?? '',
    }),
  );
};

const handover: Draft = async (file) => {
  const { stored, employee, ports } = file;
  const [kept, versions] = await Promise.all([
    handovers.read(ports.database, stored._id),
    handoverVersions.ofCase(ports.database, stored._id),
  ]);
  const version = versions[versions.length - 1];
  if (!kept || !version) return ok(null);
  const signatureOf = (person: string) => signatureOn(file, 'handover', version.digest, person);
  const [employeeSigned, recipientSigned, [recipientName]] = await Promise.all([
    signatureOf(kept.employee),
    signatureOf(version.recipient),
    namesOf(file, [version.recipient]),
  ]);
  const asSubmitted: HandoverVersion = { ...version, sentBackAt: null, signatures: [] };
  return ok((heading) =>
    handoverPaper({
      ...heading,
      employee,
      recipientName: recipientName ?? '',
      template: kept.template,
      version: asSubmitted,
      submittedAt: momentIn(file, version.submittedAt),
      employeeSigned,
      recipientSigned,
    }),
  );
};

/** As HR wrote it, before it is signed or objected to. */
const nonCompete: Draft = async (file) => {
  const { stored, employee, ports } = file;
  const kept = await nonCompetes.read(ports.database, stored._id);
  if (!kept) return ok(null);
  const { terms, digest, at } = kept;
  const [writtenBy = ''] = await namesOf(file, [kept.writtenBy]);
  const writtenAt = momentIn(file, instantOf(at));
  return ok((heading) => nonCompetePaper({ ...heading, employee, terms, digest, writtenAt, writtenBy }));
};

const settlement: Draft = async (file) => {
  const { stored, employee, ports, org } = file;
  const version = currentSettlement(await settlements.read(ports.database, stored._id));
  const contractEnd = contractEndOf(file);
  if (!version) return ok(null);
  if (contractEnd === null) return missing(['合同解除日期']);
  return ok((heading) =>
    settlementPaper({
      ...heading,
      employee,
      contractEnd,
      handedOverOn: handedOverOn(stored.state, org.zone),
      version,
      answeredAt: version.answer && momentIn(file, version.answer.at),
    }),
  );
};

/**
 * Dated with the day on which the contract ends, also when HR prepares it that morning. The reason stands on it only
 * where the employee wished for it.
 */
const certificate: Draft = async (file) => {
  const { org, employment, personnel, idNumber, ports, stored } = file;
  const wish = await certificateWishes.read(ports.database, stored._id);
  const endDate = contractEndOf(file);
  const { contract } = personnel ?? {};
  const ending = endingOf(contract ?? null, endDate);
  const today = org.zone.dateAt(minuteOf(file.ports.clock.now()));
  const content = certificateContent({
    organisation: org.companyName,
    name: employment.name,
    idNumber: idNumber ?? '',
    term: !contract
      ? null
      : contract.kind !== 'fixed'
        ? { kind: contract.kind, from: contract.from }
        : contract.to === null
          ? null
          : { kind: 'fixed', from: contract.from, to: contract.to },
    ending,
    endDate: endDate ?? '',
    post: file.employee.post,
    joinedOn: employment.hireDate,
    issuedOn: endDate !== null && endDate > today ? endDate : today,
    reasonAsWished: wish?.withReason ? certificateReason(stored.flowId, ending) : null,
  });
  if (content.ok) return ok((heading) => certificatePaper({ ...heading, content: content.value }));
  const { refusal } = content;
  return refusal.code === 'certificate.incomplete'
    ? missing(refusal.facts.titles)
    : refuse('paper.contradicts', { end: dayText(endDate ?? employment.hireDate) });
};

const archiveIndex: Draft = async ({ stored, employee, ports }) => {
  const rows = await caseDocuments.ofCase(ports.database, stored._id);
  const documents = rows.flatMap(({ title, version, digest, retention, state }) =>
    digest !== null && state !== 'reserved' ? [{ title, version, digest, retention, state }] : [],
  );
  return ok((heading) => archiveIndexPaper({ ...heading, employee, caseId: stored._id, documents }));
};

export const DRAFTS: Readonly<Record<PaperKey, Draft>> = {
  notice,
  receipt,
  agreement,
  handover,
  nonCompete,
  settlement,
  certificate,
  archiveIndex,
};
