import { randomBytes } from 'node:crypto';
import { extname } from 'node:path';
import type { Cloud } from '../protocol/action';
import { reasonOf } from '../protocol/refusal';
import { DOWNLOAD_PATH, UPLOAD_PATH } from '../storage/storage-desk';
import type { Reply, Route, Visit } from './http-door';

/** The real service takes gigabytes; a laptop's test files are smaller. */
export const MOST_FILE_BYTES = 100 * 1024 * 1024;

/** `PUT /cos/<path>`: the second half of an upload, with the ticket's headers. Faults are XML, as the SDK reads them. */
export const uploadRoute = (cloud: () => Cloud): Route => ({
  on: `PUT ${UPLOAD_PATH}`,
  mostBytes: MOST_FILE_BYTES,
  fromBrowser: true,
  answer: async (visit) => {
    const { storage } = cloud();
    const path = pathBelow(visit, UPLOAD_PATH);
    if (path === undefined) return xmlFault(400, 'InvalidURI', 'the path cannot be decoded');
    if (visit.tooLarge) return xmlFault(400, 'EntityTooLarge', `a file may have ${MOST_FILE_BYTES} bytes`);
    const header = (name: string): string => String(visit.headers[name] ?? '');
    const refused = storage.refuseUpload(path, header('x-cos-security-token'), header('authorization'));
    if (refused) return xmlFault(403, refused, 'the upload was not announced, or too long ago');
    try {
      await storage.cabinet.put(path, visit.body);
      return { body: '' };
    } catch (thrown) {
      return xmlFault(500, 'InternalError', reasonOf(thrown));
    }
  },
});

/** `GET|HEAD /files/<path>?sign=&t=`: what a temporary URL leads to, until it expires. */
export const downloadRoute = (cloud: () => Cloud): Route => ({
  on: `GET ${DOWNLOAD_PATH}`,
  mostBytes: 0,
  fromBrowser: true,
  answer: async (visit) => {
    const { storage } = cloud();
    const path = pathBelow(visit, DOWNLOAD_PATH);
    if (path === undefined) return xmlFault(400, 'InvalidURI', 'the path cannot be decoded');
    const file = storage.open(path, visit.query.get('sign') ?? '', Number(visit.query.get('t')));
    if (file === 'NoSuchKey') return xmlFault(404, file, 'there is no such file');
    if (typeof file === 'string')
      return xmlFault(403, 'AccessDenied', `the URL is not signed or too old (${file})`);
    return {
      headers: { 'content-type': contentType(path), etag: `"${file.sha256}"` },
      body: await storage.cabinet.read(file),
    };
  },
});

function pathBelow(visit: Visit, prefix: string): string | undefined {
  try {
    return decodeURIComponent(visit.path.slice(prefix.length));
  } catch {
    return undefined;
  }
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.gif': 'image/gif',
  '.html': 'text/html',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
};

const contentType = (path: string): string =>
  CONTENT_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';

function xmlFault(status: number, code: string, message: string): Reply {
  const id = randomBytes(12).toString('base64');
  const body =
    `<?xml version='1.0' encoding='utf-8' ?>\n<Error><Code>${code}</Code><Message>${message}</Message>` +
    `<RequestId>${id}</RequestId><TraceId>${id}</TraceId></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}
