import { request as sendRequest, type IncomingMessage, type ServerResponse } from 'node:http';

/** Passes one request on to the local cloud, so that the phone and the panel see a single origin. */
export const forward = (cloudUrl: string, request: IncomingMessage, response: ServerResponse): void => {
  const target = new URL(request.url ?? '/', cloudUrl);
  const onward = sendRequest(
    target,
    { method: request.method, headers: { ...request.headers, host: target.host } },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  onward.on('error', (error) => {
    if (response.headersSent) return void response.destroy();
    response.writeHead(502, { 'content-type': 'application/json; charset=utf-8' });
    response.end(
      JSON.stringify({ errCode: -1, errMsg: `The local cloud does not answer: ${error.message}` }),
    );
  });
  // A phone that goes away in the middle takes its request along, as a lost connection would.
  response.on('close', () => onward.destroy());
  request.pipe(onward);
};
