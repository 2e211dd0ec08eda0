import type { Company } from '../company/open-company';
import type { OpenPhone } from '../picture/states';
import type { WeappHost } from '../weapp-host';

/** Opens somebody's step by its title, with the link that the list of tasks has. @throws Error when it is not theirs */
export async function openStep(
  company: Company,
  open: OpenPhone,
  personId: string,
  step: string,
): Promise<WeappHost> {
  const query = await queryOfStep(company, personId, step);
  return open(personId, { path: 'pages/case/index', query });
}

/** What a link to the step carries. @throws Error when it is not theirs */
export async function queryOfStep(
  company: Company,
  personId: string,
  step: string,
): Promise<{ readonly case: string; readonly task: string; readonly round: string }> {
  const { items } = await company.call(personId, 'inbox.list', { show: 'todo', before: null });
  const titles: string[] = [];
  for (const { link } of items) {
    if (link?.taskId == null) continue;
    const { task } = await company.call(personId, 'case.view', { ...link });
    if (task?.title === step)
      return {
        case: encodeURIComponent(link.caseId),
        task: encodeURIComponent(task.taskId),
        round: String(task.round),
      };
    titles.push(task?.title ?? '');
  }
  throw new Error(`${personId} has no step ${step}, but: ${titles.join('、')}`);
}

/** Opens the step and the page of its own that stands behind it. */
export async function openStepPage(
  company: Company,
  open: OpenPhone,
  personId: string,
  step: string,
): Promise<WeappHost> {
  const host = await openStep(company, open, personId, step);
  await host.tap('#task-page');
  return host;
}
