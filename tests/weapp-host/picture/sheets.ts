import { bindSheet } from './sheets/bind';
import { correctionSheet } from './sheets/correction';
import { monthSheet } from './sheets/month';
import { punchSheet } from './sheets/punch';
import type { Sheet } from './states';

/** Every page of the product in its states; `scripts/contact-sheet.ts` photographs them. */
export const SHEETS: readonly Sheet[] = [punchSheet, monthSheet, bindSheet, correctionSheet];
