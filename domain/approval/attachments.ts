/** The largest file that goes along with a word or a line of the list; more is not worth the upload. */
export const LARGEST_ATTACHMENT_MB = 20;

const BYTES_A_MB = 1024 * 1024;

export const isTooLarge = (bytes: number): boolean => bytes > LARGEST_ATTACHMENT_MB * BYTES_A_MB;

/** Whole megabytes, rounded up: a file that is refused never reads as one that fits. */
export const megabytesOf = (bytes: number): number => Math.ceil(bytes / BYTES_A_MB);
