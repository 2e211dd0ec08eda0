import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { bundlePanel } from './bundle-panel';
import type { DemoCast } from './demo-cast';
import { forward } from './forward';
import { readStatic } from './static-files';

export interface PanelOptions {
  /** The local cloud's address. */
  readonly cloudUrl: string;
  /** The built H5 view. */
  readonly phoneFolder: string;
  readonly cast: DemoCast;
  /** 0: any free one. */
  readonly port: number;
  /** How far the cloud's clock is ahead of this machine's, in milliseconds: the phone's clock goes along. */
  readonly clockAheadMs: () => number;
}

export interface PanelServer {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

const FORWARDED = /^\/(client|wechat|sms|storage|control)\//;

/**
 * One origin for the phone and everything beside it: / is the panel, /phone/ the H5 view, and what the two ask
 * of the cloud is passed on. Only this machine can reach it.
 */
export const servePanel = async (options: PanelOptions): Promise<PanelServer> => {
  const { scripts } = await bundlePanel();
  const panelFolder = path.join(__dirname, 'panel');

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (FORWARDED.test(pathname)) return forward(options.cloudUrl, request, response);
    if (pathname === '/devtools/cast.json')
      return send(response, 'application/json', JSON.stringify(options.cast));
    const script = scripts.get(pathname);
    if (script !== undefined) return send(response, 'text/javascript; charset=utf-8', script);
    if (pathname === '/phone') return void response.writeHead(302, { location: '/phone/' }).end();
    const file = pathname.startsWith('/phone/')
      ? await readStatic(options.phoneFolder, orIndex(pathname.slice('/phone'.length)))
      : await readStatic(panelFolder, orIndex(pathname));
    if (!file) return void response.writeHead(404).end('Not found');
    const body =
      pathname === '/phone/' ? withBridge(file.body.toString('utf8'), options.clockAheadMs()) : file.body;
    send(response, file.type, body);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(error instanceof Error ? error.message : String(error));
    });
  });
  await new Promise<void>((settle, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', settle);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
};

const orIndex = (urlPath: string): string => (urlPath.endsWith('/') ? `${urlPath}index.html` : urlPath);

const send = (response: ServerResponse, type: string, body: string | Buffer): void => {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
};

/** The bridge must run before the phone's own scripts, so it is put in while the page is served. */
const withBridge = (html: string, clockAheadMs: number): string =>
  html.replace(
    /<head[^>]*>/i,
    (head) =>
      `${head}<script src="/devtools/phone-bridge.js" data-clock-ahead-ms="${Math.round(clockAheadMs)}"></script>`,
  );
