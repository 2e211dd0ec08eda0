/** No punch, no time, no number: an instant minute before every date that can be written. */
export const NONE = -(2 ** 30);

/** In the place of a segment: the finding is the whole day's. */
export const WHOLE_DAY = -1;
