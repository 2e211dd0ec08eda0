import { call } from './call';

/** Before a file goes into the person's folder: the server removes what nothing takes. Resolves to whether it knows. */
export const announceUpload = async (path: string): Promise<boolean> =>
  (await call('upload.announce', { path })).kind === 'done';
