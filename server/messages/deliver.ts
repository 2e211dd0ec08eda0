import type { Ports } from '../ports';
import { employeeSender } from './senders/employee-sender';
import type { PushMessage, Sender } from './senders/sender';
import { smsSender } from './senders/sms-sender';
import { subscriptionSender } from './senders/subscription-sender';

/** In this order: what lasts, what was accepted for this once, what costs money. */
export const SENDERS: readonly Sender[] = [employeeSender, subscriptionSender, smsSender];

/**
 * Rings once, over the first channel that takes it. A channel that breaks down is no reason for the next not to be
 * tried. Resolves to the channel; `null` when nothing could be delivered; `'none'` when the deployment has no channel.
 */
export async function deliver(
  ports: Ports,
  message: PushMessage,
  senders: readonly Sender[] = SENDERS,
): Promise<Sender['channel'] | 'none' | null> {
  const open = senders.filter((sender) => sender.isOpen(ports));
  for (const sender of open) {
    try {
      if (await sender.send(ports, message)) return sender.channel;
    } catch (error) {
      ports.log.write({ push: sender.channel, message: error instanceof Error ? error.name : 'broke down' });
    }
  }
  return open.length === 0 ? 'none' : null;
}
