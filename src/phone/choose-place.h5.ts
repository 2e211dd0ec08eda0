import type { ChosenPlace } from './choose-place';

/** A browser has no map of WeChat's: coordinates are typed, or taken from where the phone is. */
export const choosePlace = async (): Promise<ChosenPlace | null> => null;
