import { ok } from '@domain/result';
import { recentOrganisation } from '../organisation';
import { openSwapDesk } from '../rosters/swap-desk';
import { swapOfInput } from '../rosters/swap-input';
import { swapText } from '../rosters/swap-fields';
import { type Answer, useCase } from '../use-case';

/** 换班: what would change for both, and why it cannot be. */
export const draftSwap = useCase('swap.draft', {
  async run(ports, caller, input): Promise<Answer<'swap.draft'>> {
    const org = await recentOrganisation(ports);
    const asked = await swapOfInput(ports, caller, input);
    if (!asked.ok) return asked;
    const { people, swap } = asked.value;
    const { changes, refusal } = await openSwapDesk(ports, org, people, swap);
    const names = { asking: people.asking.name, colleague: people.colleague.name };
    return ok({ text: refusal === null ? swapText(org, names, changes) : '', refusal });
  },
});
