import { ok } from '@domain/result';
import { channelsView } from '../messages/channels-view';
import { type Answer, useCase } from '../use-case';

/** How the caller can be told of tasks. */
export const myChannels = useCase('reminders.channels', {
  async run(ports, caller): Promise<Answer<'reminders.channels'>> {
    return ok(await channelsView(ports, caller));
  },
});
