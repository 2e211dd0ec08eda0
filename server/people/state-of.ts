import { daysBetween, type LocalDate } from '@domain/time/local-date';
import type { OutputOf } from '@contract/contract';
import type { Employment } from '../repositories/employments';
import type { PersonnelFile } from '../repositories/personnel';
import { dayText } from '../wall-text';

type State = Pick<OutputOf<'staff.list'>['rows'][number], 'tone' | 'stateText'>;

/** A fixed term that ends this soon is worth a look. */
export const TERM_SOON_DAYS = 60;

/** How somebody stands in one mark: what HR has to look at comes before what is usual. */
export function stateOf(
  { lastDay, hireDate, openid }: Employment,
  file: PersonnelFile | null,
  today: LocalDate,
): State {
  if (lastDay !== null && lastDay < today) return { tone: 'rest', stateText: `${dayText(lastDay)} 已离职` };
  if (lastDay !== null) return { tone: 'early', stateText: `${dayText(lastDay)} 离职` };
  if (hireDate > today) return { tone: 'info', stateText: `${dayText(hireDate)} 入职` };
  const termEnd = file?.contract.kind === 'fixed' ? file.contract.to : null;
  if (termEnd !== null && daysBetween(today, termEnd) <= TERM_SOON_DAYS)
    return {
      tone: 'late',
      stateText: termEnd < today ? `合同已于 ${dayText(termEnd)} 到期` : `合同 ${dayText(termEnd)} 到期`,
    };
  if (file?.probationEnd != null && file.probationEnd >= today)
    return { tone: 'info', stateText: `试用期至 ${dayText(file.probationEnd)}` };
  return openid === null ? { tone: 'missing', stateText: '未绑定微信' } : { tone: 'ok', stateText: '在职' };
}
