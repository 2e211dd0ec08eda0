import { REVOCATION } from '@domain/approval/flows/requests';
import { ok, refuse } from '@domain/result';
import type { InputOf } from '@contract/contract';
import type { Caller } from '../caller';
import { recentOrganisation } from '../organisation';
import type { Ports } from '../ports';
import { cases } from '../repositories/cases';
import { requestBooks } from '../repositories/request-books';
import { lockedMonth } from '../requests/locked-month';
import { requestFact, requestOf } from '../requests/request-fields';
import { startRequestCase } from '../requests/start-request-case';
import { type Answer, useCase } from '../use-case';
import { readCase } from '../workflow/read-case';

type Refused = Extract<Answer<'request.revoke'>, { ok: false }>;

/** 撤销: what was granted is taken back by a decision of its own, because others planned with it. */
export const revokeRequest = useCase('request.revoke', {
  async run(ports, caller, input): Promise<Answer<'request.revoke'>> {
    const caseId = `${caller.employment._id}-${input.commandId}`;
    const begun = await cases.read(ports.database, caseId);
    const refused = begun ? null : await start(ports, caller, caseId, input);
    if (refused) return refused;
    const view = await readCase(ports, caller, caseId);
    return view ? ok({ text: '已提交撤销，等待审批', view }) : refuse('command.id-taken', {});
  },
});

async function start(
  ports: Ports,
  caller: Caller,
  caseId: string,
  { caseId: requestId, commandId, reason }: InputOf<'request.revoke'>,
): Promise<Refused | null> {
  const { database } = ports;
  const { _id: own } = caller.employment;
  const subject = `revocation:${requestId}`;
  const [request, book, before, org] = await Promise.all([
    cases.read(database, requestId),
    requestBooks.read(database, own),
    cases.about(database, subject),
    recentOrganisation(ports),
  ]);
  // Somebody else's request and none at all are answered alike.
  const asked = request?.applicantId === own ? requestOf(request.state) : null;
  if (!asked) return refuse('case.unknown', {});
  const entry = book.requests.find((one) => one.caseId === requestId);
  if (entry?.state !== 'approved') return refuse('request.not-granted', {});
  const open = before.find(({ status }) => status === 'running');
  if (open) return refuse('request.already-revoking', { caseId: open._id });
  const locked = await lockedMonth(database, own, entry.months);
  if (locked !== null) return refuse('month.locked', { month: locked });
  return startRequestCase(
    ports,
    caller,
    org,
    REVOCATION,
    {
      id: commandId,
      caseId,
      actor: { who: 'person', id: own },
      kind: 'start',
      applicant: own,
      fields: { requestId, request: requestFact(asked), reason },
    },
    subject,
  );
}
