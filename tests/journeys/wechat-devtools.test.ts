import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import automator from 'miniprogram-automator';
import { WebSocketServer } from 'ws';

const ROOT = path.resolve(__dirname, '../..');
const DEVTOOLS = process.env.WECHAT_DEVTOOLS_CLI;

const firstPage = (): string => {
  const app = JSON.parse(readFileSync(path.join(ROOT, 'dist/weapp/app.json'), 'utf8')) as { pages: string[] };
  return app.pages[0] ?? '';
};

describe('the mini-program under WeChat’s own driver', () => {
  const inDevTools = DEVTOOLS ? it : it.skip;

  inDevTools(
    DEVTOOLS ? 'opens on the punch page in DevTools' : 'opens in DevTools (WECHAT_DEVTOOLS_CLI is not set)',
    async () => {
      const miniProgram = await automator.launch({ cliPath: DEVTOOLS ?? '', projectPath: ROOT });
      try {
        const page = await miniProgram.reLaunch(`/${firstPage()}`);
        expect(page?.path).toBe(firstPage());
      } finally {
        await miniProgram.close();
      }
    },
    120_000,
  );

  it('is reached over the driver’s protocol: a request with an id, an answer with the same id', async () => {
    const asked: string[] = [];
    const answers: Record<string, object> = {
      'Tool.getInfo': { SDKVersion: '3.10.0', version: '1.06.2405020' },
      'App.getCurrentPage': { pageId: 1, path: firstPage(), query: {} },
    };
    const peer = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    peer.on('connection', (socket) => {
      socket.on('message', (message) => {
        const { id, method } = JSON.parse(String(message)) as { id: string; method: string };
        asked.push(method);
        const result = answers[method];
        socket.send(JSON.stringify(result ? { id, result } : { id, error: { message: `no ${method}` } }));
      });
    });
    await once(peer, 'listening');
    const { port } = peer.address() as AddressInfo;
    try {
      const miniProgram = await automator.connect({ wsEndpoint: `ws://127.0.0.1:${port}` });
      expect((await miniProgram.currentPage())?.path).toBe('pages/punch/index');
      await expect(miniProgram.systemInfo()).rejects.toThrow('no App.callWxMethod');
      miniProgram.disconnect();
      expect(asked).toEqual(['Tool.getInfo', 'App.getCurrentPage', 'App.callWxMethod']);
    } finally {
      peer.close();
    }
  });
});
