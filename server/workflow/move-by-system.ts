import type { CommandBody } from '@domain/approval/commands';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import type { CaseDocument } from '../repositories/cases';
import { doEffects } from './effects';
import { type Occasion, runBySystem } from './run-by-system';

/** A command of the machinery on one case, with its effects; resolves to whether it changed anything. */
export async function moveBySystem(
  ports: Ports,
  org: Organisation,
  stored: CaseDocument,
  occasion: Occasion,
  body: CommandBody,
): Promise<boolean> {
  const commit = await runBySystem(ports, org, stored, occasion, body);
  if (commit) await doEffects(ports, commit);
  return commit !== null;
}
