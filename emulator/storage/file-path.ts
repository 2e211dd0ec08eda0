import { invalidParam } from '../protocol/refusal';

/** Part of every file id, as the service names an environment's bucket. */
const bucketOf = (envId: string): string => `6c6f-${envId}-1250000000`;

export const fileIdOf = (envId: string, path: string): string =>
  `cloud://${envId}.${bucketOf(envId)}/${path}`;

/** @returns undefined when it is not a file id of this environment */
export function pathOf(envId: string, fileId: unknown): string | undefined {
  const prefix = fileIdOf(envId, '');
  return typeof fileId === 'string' && fileId.startsWith(prefix) ? fileId.slice(prefix.length) : undefined;
}

const LONGEST_PATH_BYTES = 850;

/** @throws INVALID_PARAM for paths that the service or its URLs do not take */
export function readPath(path: unknown): string {
  if (typeof path !== 'string' || path === '') throw invalidParam('"path" must be the path of a file');
  if (Buffer.byteLength(path) > LONGEST_PATH_BYTES)
    throw invalidParam(`a path may have ${LONGEST_PATH_BYTES} bytes`);
  if (path.startsWith('/') || path.endsWith('/') || path.includes('//'))
    throw invalidParam(`the path "${path}" must not begin or end with / or contain //`);
  if (path.split('/').some((part) => part === '.' || part === '..'))
    throw invalidParam(`the path "${path}" must not contain . or ..`);

  if (/[\u0000-\u001f\u007f\\?#%*:|"<>]/.test(path))
    throw invalidParam(`the path "${path}" has a character that its URL could not carry`);
  return path;
}
