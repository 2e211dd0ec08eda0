const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** An id made on the phone and repeated on a retry: 24 letters, 144 bits, nothing to guess from it. */
export const newId = (): string =>
  Array.from({ length: 24 }, () => ALPHABET[Math.floor(Math.random() * ALPHABET.length)]).join('');
