import type { Ports } from '../ports';
import { employeeRelations } from '../repositories/employee-relations';
import type { CaseDocument } from '../repositories/cases';
import { shippedFlow } from '../workflow/shipped-flows';

const SYSTEM_BUSY = -1;

/**
 * Ends 用工关系 of whoever has left by this case; called when it is archived. Only after the certificate is delivered:
 * until then messages must reach the person. Throws where WeChat is busy, so that the effect is tried again.
 */
export async function unbindEmployee(ports: Ports, stored: CaseDocument): Promise<void> {
  if (!certificateDelivered(ports, stored)) return;
  const relation = await employeeRelations.read(ports.database, stored.applicantId);
  if (!relation?.bound) return;
  const answer = await ports.employeeMessages.unbind(relation.openid);
  if (!answer.sent) {
    if (answer.errorCode === SYSTEM_BUSY) throw new Error('WeChat was too busy to unbind somebody');
    ports.log.write({ unbind: stored._id, errorCode: answer.errorCode });
  }
  await employeeRelations.end(ports.database, relation._id, ports.clock.now());
}

/** Every node about the certificate is done; a flow without one has none to deliver, and is no leaving. */
function certificateDelivered({ ids }: Ports, { flowId, flowVersion, state }: CaseDocument): boolean {
  const { nodes } = shippedFlow(ids, flowId, flowVersion).definition;
  const about = nodes.filter((node) => 'subject' in node && node.subject === 'certificate');
  return about.length > 0 && about.every(({ id }) => state.nodes[id]?.status === 'done');
}
