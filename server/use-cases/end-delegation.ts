import { ok, refuse } from '@domain/result';
import { recentOrganisation } from '../organisation';
import { delegations } from '../repositories/delegations';
import { type Answer, useCase } from '../use-case';
import { delegationsView } from '../workflow/delegations-view';
import { followDelegation } from '../workflow/follow-delegation';

/** Ends one's own delegation now. Somebody else's id is as unknown as none; a repeat finds it ended. */
export const endDelegation = useCase('delegation.end', {
  async run(ports, caller, { id }): Promise<Answer<'delegation.end'>> {
    const own = caller.employment._id;
    await delegations.end(ports.database, id, own, ports.clock.now());
    const document = await delegations.read(ports.database, id);
    if (document?.fromId !== own) return refuse('delegation.unknown', {});
    if (document.state === 'waiting') await followDelegation(ports, document);
    const view = await delegationsView(ports, await recentOrganisation(ports), caller);
    return ok({ text: '委托已结束，待办回到你这里', view });
  },
});
