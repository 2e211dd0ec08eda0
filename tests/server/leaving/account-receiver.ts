import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const MINUTES_OFF = 5;

export interface ReceivedOrder {
  readonly action: string;
  readonly key: string;
  readonly employmentId: string;
  readonly accounts: readonly string[];
}

/** A company's mail and OA behind docs/account-webhook.md: it believes a signature and nothing else. */
export interface AccountReceiver {
  readonly url: string;
  /** The secret that it knows. */
  key: string;
  /** Its clock. */
  now: () => number;
  /** What it answers to an order that it believes. */
  status: number;
  /** Orders that it believed, in the order in which they came. */
  readonly orders: readonly ReceivedOrder[];
  /** Calls that it turned away. */
  readonly refusals: () => number;
  close(): Promise<void>;
}

export async function openAccountReceiver(key: string): Promise<AccountReceiver> {
  const orders: ReceivedOrder[] = [];
  let refused = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const time = String(request.headers['x-account-time'] ?? '');
      const given = Buffer.from(String(request.headers['x-account-signature'] ?? ''), 'hex');
      const wanted = createHmac('sha256', receiver.key).update(`${time}\n${body}`).digest();
      const fresh = Math.abs(receiver.now() - Number(time)) < MINUTES_OFF * 60_000;
      if (!fresh || given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
        refused += 1;
        return void response.writeHead(401).end('{"done":false}');
      }
      orders.push(JSON.parse(body) as ReceivedOrder);
      response.writeHead(receiver.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ done: receiver.status === 200 }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: AccountReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/accounts`,
    key,
    now: Date.now,
    status: 200,
    orders,
    refusals: () => refused,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return receiver;
}
