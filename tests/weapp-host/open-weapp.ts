import type { Phone } from './phone/phone';
import { filesInFolder } from './program/program-files';
import { readProgram } from './program/program';
import { underTest } from './under-test';
import { WeappHost } from './weapp-host';

/**
 * The product's own bundle on a phone, not launched yet.
 *
 * @throws Error when it is not built
 */
export const openWeapp = (phone: Phone): WeappHost =>
  new WeappHost(readProgram(filesInFolder(underTest('weapp'))), phone);
