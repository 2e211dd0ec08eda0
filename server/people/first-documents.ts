import { plainNumber, type StaffEntry } from '@domain/people/staff-entry';
import type { LocalDate } from '@domain/time/local-date';
import type { Organisation } from '../organisation';
import type { Employment } from '../repositories/employments';
import type { PersonnelEntry } from '../repositories/personnel';
import { postOfId } from './units';

/** Somebody's employment as it is first written; the entry was checked before. */
export function firstEmployment(employmentId: string, entry: StaffEntry): Employment {
  const { name, branchId, departmentIds, postId } = entry;
  const hireDate = entry.hireDate as LocalDate;
  return {
    _id: employmentId,
    name: name.trim(),
    roles: ['employee'],
    branchId,
    assignments: [
      { from: hireDate, to: null, main: true, departmentIds: [...new Set(departmentIds)], postId },
    ],
    tags: [],
    hireDate,
    lastDay: null,
    openid: null,
  };
}

/** The file that goes with it. */
export function firstFile(org: Organisation, employmentId: string, entry: StaffEntry): PersonnelEntry {
  const { postId, contract, probationEnd, phone, idNumber } = entry;
  const post = postOfId(org, postId);
  return {
    employmentId,
    postName: post?.name ?? '',
    secrecy: post?.secrecy ?? false,
    contract: {
      kind: contract.kind,
      from: contract.from as LocalDate,
      to: contract.to as LocalDate | null,
    },
    probationEnd: probationEnd as LocalDate | null,
    phone: phone === null ? null : plainNumber(phone),
    idNumber: idNumber === null ? null : plainNumber(idNumber),
  };
}
