import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { reasonOf } from '../protocol/refusal';

/** A request that was let in: its body is read up to the route's limit. */
export interface Visit {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  /** The body went over the limit; it was read and thrown away. */
  readonly tooLarge: boolean;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export interface Route {
  /** `POST /admin`; a path that ends in `/` takes everything below it. `*` takes every method, GET also HEAD. */
  readonly on: `${string} /${string}`;
  readonly mostBytes: number;
  /** Whether web pages of this laptop may call it, or of any site. All others are refused by their Origin. */
  readonly fromBrowser: boolean | 'any site';
  answer(visit: Visit): Reply | Promise<Reply>;
}

export const jsonReply = (value: unknown, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
});

/** Kept open longer than any client's agent keeps its side, so that no request meets a closing socket. */
const KEEP_ALIVE_MS = 65_000;

/** The one port of the cloud, open to this laptop only. */
export class HttpDoor {
  private readonly server: Server;

  constructor(private readonly routes: readonly Route[]) {
    this.server = createServer((request, response) => {
      void this.serve(request, response);
    });
    this.server.keepAliveTimeout = KEEP_ALIVE_MS;
    this.server.headersTimeout = KEEP_ALIVE_MS + 1000;
  }

  /** @returns the port that was taken. @throws Error saying that the port is in use */
  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', (error: NodeJS.ErrnoException) => {
        reject(
          error.code === 'EADDRINUSE'
            ? new Error(
                `port ${port} is in use by another program. Choose another port, or 0 for a free one.`,
              )
            : error,
        );
      });
      this.server.listen(port, '127.0.0.1', resolve);
    });
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await closed;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const url = readAddress(request.url ?? '/');
    if (!url) {
      send(response, jsonReply({ message: 'the address cannot be read' }, 400), {});
      return;
    }
    const route = this.find(method === 'HEAD' ? 'GET' : method, url.pathname);
    const origin = request.headers.origin;
    const refused = route
      ? refuseStranger(route, request.headers.host, origin)
      : jsonReply({ message: `nothing answers ${method} ${url.pathname}` }, 404);
    const ownPages = route?.fromBrowser === true;
    const cors = origin !== undefined && !refused && ownPages ? corsHeaders(origin) : {};
    if (!route || refused || (method === 'OPTIONS' && ownPages)) {
      request.resume();
      send(response, refused ?? { status: 204, body: '' }, cors);
      return;
    }
    try {
      const { body, tooLarge } = await readBody(request, route.mostBytes);
      const { headers } = request;
      const visit = { method, path: url.pathname, query: url.searchParams, headers, body, tooLarge };
      send(response, await route.answer(visit), cors);
    } catch (thrown) {
      send(response, jsonReply({ code: 'SYS_ERR', message: reasonOf(thrown) }, 500), cors);
    }
  }

  private find(method: string, path: string): Route | undefined {
    return this.routes.find(({ on }) => {
      const [onMethod = '', onPath = ''] = on.split(' ');
      const rightMethod = method === 'OPTIONS' || onMethod === '*' || onMethod === method;
      return rightMethod && (onPath.endsWith('/') ? path.startsWith(onPath) : path === onPath);
    });
  }
}

function readAddress(address: string): URL | undefined {
  try {
    return new URL(address, 'http://127.0.0.1');
  } catch {
    return undefined;
  }
}

const LOCAL_NAME = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** Keeps web pages of other sites away from a cloud that trusts its callers. */
function refuseStranger(
  route: Route,
  host: string | undefined,
  origin: string | undefined,
): Reply | undefined {
  const refuse = (reason: string): Reply =>
    jsonReply({ code: 'INVALID_REQUEST_SOURCE', message: reason }, 403);
  if (host !== undefined && !LOCAL_NAME.test(host)) return refuse(`the host "${host}" is not this laptop`);
  if (origin === undefined || route.fromBrowser === 'any site') return undefined;
  if (!route.fromBrowser) return refuse('web pages cannot use this address');
  const site = URL.canParse(origin) ? new URL(origin).host : origin;
  return LOCAL_NAME.test(site) ? undefined : refuse(`the page of "${origin}" is not from this laptop`);
}

const corsHeaders = (origin: string): Record<string, string> => ({
  'access-control-allow-origin': origin,
  'access-control-allow-headers': '*',
  'access-control-allow-methods': 'GET, POST, PUT, OPTIONS',
  'access-control-max-age': '600',
  vary: 'origin',
});

async function readBody(
  request: IncomingMessage,
  most: number,
): Promise<{ body: Buffer; tooLarge: boolean }> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= most) chunks.push(chunk);
    else chunks.length = 0;
  }
  return { body: Buffer.concat(chunks), tooLarge: bytes > most };
}

function send(response: ServerResponse, reply: Reply, more: Readonly<Record<string, string>>): void {
  const body = typeof reply.body === 'string' ? Buffer.from(reply.body) : reply.body;
  response.writeHead(reply.status ?? 200, {
    ...reply.headers,
    ...more,
    ...(reply.status === 204 ? {} : { 'content-length': body.length }),
  });
  response.end(body);
}
