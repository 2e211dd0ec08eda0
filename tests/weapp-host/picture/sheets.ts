import { bindSheet } from './sheets/bind';
import { correctionSheet } from './sheets/correction';
import { dutiesSheet } from './sheets/duties';
import { handoverSheet } from './sheets/handover';
import { lastDaySheet } from './sheets/last-day';
import { monthSheet } from './sheets/month';
import { monthsSheet } from './sheets/months';
import { noticeSheet } from './sheets/notice';
import { peopleSheet } from './sheets/people';
import { punchSheet } from './sheets/punch';
import { requestsSheet } from './sheets/requests';
import { rulesSheet } from './sheets/rules';
import type { Sheet } from './states';

/** Every page of the product in its states; `scripts/contact-sheet.ts` photographs them. */
export const SHEETS: readonly Sheet[] = [
  punchSheet,
  monthSheet,
  bindSheet,
  correctionSheet,
  noticeSheet,
  handoverSheet,
  lastDaySheet,
  dutiesSheet,
  requestsSheet,
  rulesSheet,
  peopleSheet,
  monthsSheet,
];
