import { triesIn } from './tries';

/** Codes for signing sent, by employment. */
export const identityTries = triesIn('identityTries');
