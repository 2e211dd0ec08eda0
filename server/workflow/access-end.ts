/** Accounts and duties end on the last day at 18:00, unless HR sets another moment (the leaving rules §1). */
export const ACCESS_ENDS_AT_MINUTE = 18 * 60;
