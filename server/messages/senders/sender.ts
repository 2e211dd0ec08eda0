import type { Ports } from '../../ports';

/** A message before a channel puts it into its own form. */
export interface PushMessage {
  /** The employment. */
  readonly personId: string;
  /** The page it opens, with its query. */
  readonly page: string;
  readonly title: string;
  /** The one fact that decides. */
  readonly fact: string;
  /** What is wanted: '等你处理'. */
  readonly hint: string;
  /** '2026年3月9日 18:00' */
  readonly timeText: string;
  /** A task to be done: worth a short message, which costs money. */
  readonly asks: boolean;
}

/** One way to ring. It keeps its own book of who can be reached; one adapter a file. */
export interface Sender {
  readonly channel: 'employee' | 'subscription' | 'sms';
  /** Whether this deployment has the channel at all. */
  isOpen(ports: Ports): boolean;
  /** Resolves to whether it was delivered; what the channel answered is put down in its book. */
  send(ports: Ports, message: PushMessage): Promise<boolean>;
}
