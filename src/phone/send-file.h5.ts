import type * as weapp from './send-file';

/** A browser fetches it itself when it is wanted. */
export const fetchFile: typeof weapp.fetchFile = (url, name) => Promise.resolve({ path: url, name });

/** There is no chat to send it to: the browser saves it. */
export const sendFile: typeof weapp.sendFile = ({ path }) =>
  Promise.resolve(window.open(path, '_blank') !== null);
