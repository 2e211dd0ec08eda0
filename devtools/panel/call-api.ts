/** Calls a procedure of the contract in somebody's name, as their phone would; undefined for any kind of no. */
export const callApi = async (openid: string, procedure: string, input: object): Promise<unknown> => {
  try {
    const response = await fetch('/client/callFunction', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
      body: JSON.stringify({ name: 'api', data: { procedure, input } }),
    });
    const { result } = (await response.json()) as { result?: { ok: boolean; value?: unknown } };
    return result?.ok ? result.value : undefined;
  } catch {
    return undefined;
  }
};
