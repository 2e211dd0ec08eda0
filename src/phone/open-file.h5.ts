import type * as weapp from './open-file';

/** A browser has readers of its own. */
export const openFile: typeof weapp.openFile = async ({ url }) => window.open(url, '_blank') !== null;
