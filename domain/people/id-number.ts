/** Weights and check characters of GB 11643: the last of eighteen characters follows from the seventeen before it. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';

/** The eighteenth character that follows from seventeen digits. */
export function checkCharacter(seventeen: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(seventeen[index]), 0);
  return CHECK.charAt(sum % 11);
}

/** Whether this is a resident's ID number by its form and its check character. It proves nobody's identity. */
export const isIdNumber = (text: string): boolean =>
  /^\d{17}[\dX]$/.test(text) && text[17] === checkCharacter(text.slice(0, 17));

/** '310***********1234': enough to recognise one's own. */
export const maskedIdNumber = (text: string): string =>
  `${text.slice(0, 3)}${'*'.repeat(Math.max(0, text.length - 7))}${text.slice(-4)}`;

/** '138****5678' */
export const maskedPhone = (text: string): string => `${text.slice(0, 3)}****${text.slice(-4)}`;
