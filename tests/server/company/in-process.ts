import { instantOf } from '@domain/time/instant';
import { systemClock } from '@server/cloudbase/clock';
import { cloudbasePorts } from '@server/cloudbase/ports';
import type { Database, Ports } from '@server/ports';
import { demoCloudOptions } from '../../../scripts/demo/cloud-options';
import type { Company } from '../company';

/**
 * The server's own ports in this process, over the company's cloud and on its clock: for counting requests, and for
 * what no phone can send.
 */
export const portsInProcess = (company: Company, database: Database = company.database): Ports => ({
  ...cloudbasePorts(environmentOf(company)),
  database,
  clock: { ...systemClock, now: () => instantOf(Math.floor(company.cloud.clock.now())) },
  log: { write: () => undefined },
});

const environmentOf = ({ cloud }: Company): Record<string, string> =>
  Object.fromEntries(
    Object.entries(demoCloudOptions().functionEnv?.api ?? {}).map(([name, value]) => [
      name,
      value.replaceAll('{cloudUrl}', cloud.url),
    ]),
  );
