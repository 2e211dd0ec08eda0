import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { WeappHost } from '../weapp-host';
import { messageOf } from '../script/faults';
import type { Answers, Params } from './answering';
import { appAnswers } from './app-answers';
import { elementAnswers } from './element-answers';
import { pageAnswers } from './page-answers';

export interface AutomatorDoor {
  /** For `automator.connect({ wsEndpoint })`. */
  readonly wsEndpoint: string;
  close(): Promise<void>;
}

const ANSWERS: Answers = { ...appAnswers, ...pageAnswers, ...elementAnswers };

/**
 * Lets WeChat's own client drive a host: `{ id, method, params }` comes in, `{ id, result }` or
 * `{ id, error: { message } }` goes out. The client waits in real time, so the phone's clock follows it.
 */
export async function openAutomatorDoor(host: WeappHost): Promise<AutomatorDoor> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  let faultsSeen = 0;
  let lastHeardAt = Date.now();
  let queue = Promise.resolve();

  /** As in DevTools, a fault of the mini-program is an event and not the failure of what the client asked. */
  const withoutFaults = async (step: () => Promise<unknown>): Promise<void> => {
    const before = faultsSeen;
    try {
      await step();
    } catch (thrown) {
      if (faultsSeen === before) throw thrown;
    }
  };
  const answer = async (method: string, params: Params): Promise<object> => {
    const now = Date.now();
    const passed = now - lastHeardAt;
    lastHeardAt = now;
    await withoutFaults(() => host.pass(passed));
    const known = ANSWERS[method];
    if (known === undefined) throw new Error(`${method} unimplemented`);
    let result: object = {};
    await withoutFaults(async () => {
      result = await known(params, host);
    });
    return result;
  };
  const serve = (socket: WebSocket): void => {
    host.faults.onFault(({ message, stack }) => {
      faultsSeen += 1;
      socket.send(JSON.stringify({ method: 'App.exceptionThrown', params: { message, stack } }));
    });
    socket.on('message', (message) => {
      const {
        id,
        method,
        params = {},
      } = JSON.parse(String(message)) as {
        id: string;
        method: string;
        params?: Params;
      };
      queue = queue.then(async () => {
        const reply = await answer(method, params).then(
          (result) => ({ id, result }),
          (thrown: unknown) => ({ id, error: { message: messageOf(thrown) } }),
        );
        socket.send(JSON.stringify(reply));
      });
    });
  };
  server.on('connection', serve);

  return {
    wsEndpoint: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of server.clients) socket.terminate();
      server.close();
      await once(server, 'close');
    },
  };
}
