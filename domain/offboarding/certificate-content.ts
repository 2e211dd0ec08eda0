import { ok, refuse } from '../result';
import type { Refusal, Result } from '../result';
import { parseLocalDate } from '../time/local-date';
import type { LocalDate } from '../time/local-date';
import { serviceLength, serviceText } from './service-length';

export type ContractTerm =
  | { readonly kind: 'fixed'; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly kind: 'open'; readonly from: LocalDate }
  /** 以完成一定工作任务为期限. */
  | { readonly kind: 'task'; readonly from: LocalDate };

/** What HR knows; anything may still be missing. */
export interface CertificateFacts {
  readonly organisation: string;
  readonly name: string;
  readonly idNumber: string;
  readonly term: ContractTerm | null;
  /** 解除: by notice or agreement; 终止: because the term was over. */
  readonly ending: 'dissolved' | 'expired';
  readonly endDate: string;
  readonly post: string;
  /** First day of work in the unit. */
  readonly joinedOn: string;
  readonly issuedOn: string;
  /** Only when the employee asked for it to be written down. */
  readonly reasonAsWished: string | null;
}

/** 实施条例 art. 24: term, end date, post, years in the unit; with name, ID number, organisation and date. Nothing else. */
export interface CertificateContent {
  readonly organisation: string;
  readonly name: string;
  readonly idNumber: string;
  readonly term: ContractTerm;
  readonly ending: 'dissolved' | 'expired';
  readonly endDate: LocalDate;
  readonly post: string;
  readonly service: string;
  readonly issuedOn: LocalDate;
  readonly reason: string | null;
}

export type CertificateField = Exclude<keyof CertificateFacts, 'ending' | 'reasonAsWished'>;

export const CERTIFICATE_FIELDS: Readonly<Record<CertificateField, string>> = {
  organisation: '用人单位名称',
  name: '姓名',
  idNumber: '身份证件号码',
  term: '劳动合同期限',
  endDate: '解除或终止劳动合同的日期',
  post: '工作岗位',
  joinedOn: '入职日期',
  issuedOn: '出具日期',
};

export type CertificateRefusal =
  | Refusal<
      'certificate.incomplete',
      { readonly fields: readonly CertificateField[]; readonly titles: readonly string[] }
    >
  | Refusal<
      'certificate.contradicts',
      { readonly field: CertificateField; readonly reason: 'ends before it began' | 'issued before the end' }
    >;

/** Refuses by name what is missing: an incomplete certificate costs the employee the next job. */
export function certificateContent(facts: CertificateFacts): Result<CertificateContent, CertificateRefusal> {
  const { term } = facts;
  const endDate = parseLocalDate(facts.endDate);
  const joinedOn = parseLocalDate(facts.joinedOn);
  const issuedOn = parseLocalDate(facts.issuedOn);
  const text = (field: 'organisation' | 'name' | 'idNumber' | 'post') => facts[field].trim() !== '';
  const has: Readonly<Record<CertificateField, boolean>> = {
    organisation: text('organisation'),
    name: text('name'),
    idNumber: text('idNumber'),
    term: term !== null,
    endDate: endDate !== null,
    post: text('post'),
    joinedOn: joinedOn !== null,
    issuedOn: issuedOn !== null,
  };
  if (
    term === null ||
    endDate === null ||
    joinedOn === null ||
    issuedOn === null ||
    Object.values(has).includes(false)
  ) {
    const fields = (Object.keys(has) as CertificateField[]).filter((field) => !has[field]);
    return refuse('certificate.incomplete', {
      fields,
      titles: fields.map((field) => CERTIFICATE_FIELDS[field]),
    });
  }
  const contradiction = (field: CertificateField, reason: 'ends before it began' | 'issued before the end') =>
    refuse('certificate.contradicts', { field, reason });
  if (endDate < joinedOn) return contradiction('endDate', 'ends before it began');
  if (term.kind === 'fixed' && term.to < term.from) return contradiction('term', 'ends before it began');
  if (issuedOn < endDate) return contradiction('issuedOn', 'issued before the end');
  return ok({
    organisation: facts.organisation.trim(),
    name: facts.name.trim(),
    idNumber: facts.idNumber.trim(),
    term,
    ending: facts.ending,
    endDate,
    post: facts.post.trim(),
    service: serviceText(serviceLength(joinedOn, endDate)),
    issuedOn,
    reason: facts.reasonAsWished?.trim() || null,
  });
}
