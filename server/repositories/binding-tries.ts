import { triesIn } from './tries';

/** Invitation codes typed, by OPENID. */
export const bindingTries = triesIn('bindingTries');
