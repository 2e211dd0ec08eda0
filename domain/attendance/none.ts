/** No punch, no time, no number: an instant minute before every date that can be written. */
export const NONE = -(2 ** 30);
