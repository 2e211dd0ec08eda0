import diagnostics from 'node:diagnostics_channel';

interface Started {
  readonly request: { readonly path?: string };
}

/** Every request of this process to the cloud's door for servers, as it leaves: start and commit of transactions too. */
export function countRequests(): { readonly count: () => number; readonly stop: () => void } {
  let requests = 0;
  const hear = (message: unknown): void => {
    if ((message as Started).request.path?.startsWith('/admin')) requests += 1;
  };
  diagnostics.subscribe('http.client.request.start', hear);
  return {
    count: () => requests,
    stop: () => diagnostics.unsubscribe('http.client.request.start', hear),
  };
}
