import { followWish } from '../leaving/certificate-wish';
import type { Ports } from '../ports';
import { certificateWishes } from '../repositories/certificate-wishes';

const AT_A_TIME = 100;

/** Wishes that no certificate follows yet: those whose paper is there are fulfilled. Resolves to how many. */
export async function followCertificateWishes(ports: Ports): Promise<number> {
  let followed = 0;
  for (const wish of await certificateWishes.pending(ports.database, AT_A_TIME)) {
    try {
      if (await followWish(ports, wish)) followed += 1;
    } catch (error) {
      ports.log.write({ certificateWish: wish._id, message: String(error) });
    }
  }
  return followed;
}
