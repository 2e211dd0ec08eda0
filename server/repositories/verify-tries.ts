import { triesIn } from './tries';

/** Papers asked for on the verify page, by OPENID. */
export const verifyTries = triesIn('verifyTries');
