import { openTasks, type Case } from '@domain/approval/case';
import { lawNow } from '@domain/offboarding/law-now';
import { dayText } from '@domain/offboarding/day-text';
import { ok } from '@domain/result';
import { daysBetween } from '@domain/time/local-date';
import type { OutputOf } from '@contract/contract';
import { hasRole, type Caller } from '../caller';
import { readCertificateChoice } from '../leaving/certificate-wish';
import { ownLeaving } from '../leaving/own-leaving';
import { type Organisation, recentOrganisation, todayIn } from '../organisation';
import type { Ports } from '../ports';
import type { CaseDocument } from '../repositories/cases';
import { reportScope } from '../reports/report-scope';
import { type Answer, useCase } from '../use-case';
import { endByCase } from '../workflow/follow-dates';
import { readCase } from '../workflow/read-case';
import { shippedFlow } from '../workflow/shipped-flows';

type Journey = NonNullable<OutputOf<'leaving.mine'>['journey']>;

/** 我的, with the journey of whoever leaves. */
export const myLeaving = useCase('leaving.mine', {
  async run(ports, caller): Promise<Answer<'leaving.mine'>> {
    const { employment } = caller;
    const [org, stored] = await Promise.all([recentOrganisation(ports), ownLeaving(ports, employment._id)]);
    return ok({
      name: employment.name,
      departmentName: org.departmentName(employment, todayIn(org.zone, ports.clock.now())),
      searches: hasRole(caller, ['hr', 'branch-hr']),
      keepsPeople: hasRole(caller, ['hr', 'branch-hr', 'admin']),
      seesReports: reportScope(org, employment) !== null,
      journey: stored && (await journeyOf(ports, caller, org, stored)),
    });
  },
});

async function journeyOf(
  ports: Ports,
  caller: Caller,
  org: Organisation,
  stored: CaseDocument,
): Promise<Journey | null> {
  const [view, certificate] = await Promise.all([
    readCase(ports, caller, stored._id),
    readCertificateChoice(ports, stored),
  ]);
  if (!view) return null;
  const { state } = stored;
  const today = todayIn(org.zone, ports.clock.now());
  const end = endByCase(state);
  const { lastDay } = state.dates;
  return {
    view,
    running: state.status === 'running',
    lastDayText: lastDay === undefined ? null : dayText(lastDay),
    daysLeftText: end === null ? null : daysLeftText(daysBetween(today, end.lastDay)),
    law: lawNow(state, today),
    tasks: tasksOf(ports, stored, caller.employment._id),
    urged: urgedIn(state),
    ...(certificate && { certificate }),
  };
}

function daysLeftText(days: number): string | null {
  if (days < 0) return null;
  return days === 0 ? '今天是最后工作日' : `还有 ${days} 天`;
}

function tasksOf({ ids }: Ports, { flowId, flowVersion, state }: CaseDocument, me: string): Journey['tasks'] {
  const { nodes } = shippedFlow(ids, flowId, flowVersion).definition;
  return openTasks(state)
    .filter(({ assignee }) => assignee === me)
    .map(({ id, nodeId, round }) => ({
      title: nodes.find((node) => node.id === nodeId)?.title ?? '',
      nodeId,
      link: { caseId: state.id, taskId: id, round },
    }));
}

/** Open steps that were escalated: the handler was told, and the leaver may know it. */
const urgedIn = ({ nodes }: Case): string[] =>
  Object.values(nodes)
    .filter(({ status, fired }) => status === 'open' && fired.some((alarm) => alarm.startsWith('escalate')))
    .map(({ id }) => id);
