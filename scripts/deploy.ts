import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { COLLECTIONS } from '../server/repositories/collections';
import { buildFunctions, functionNames } from './build-functions';
import { Unable, command, say } from './command';
import {
  cloudbaseConfig,
  collectionLines,
  foundingTroubles,
  OPTIONAL_VARIABLES,
  needWeChatUpload,
  troubles,
  type DeployedFunction,
  type FunctionConfig,
} from './deploy/cloudbase-config';
import { writeFirstAdministrator } from './deploy/first-administrator';
import { inRoot } from './root';

/** The one version whose options were read; a newer one may differ. */
const CLI = '@cloudbase/cli@2.12.10';

/** Runs the CloudBase CLI, showing what it says. Its `fn deploy` ends with code 0 even when nothing was deployed. */
const runCli = (...args: string[]): Promise<boolean> =>
  new Promise((settle, reject) => {
    const child = spawn('npx', ['-y', CLI, ...args], {
      cwd: inRoot('dist'),
      stdio: ['inherit', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let said = '';
    const pass = (chunk: Buffer): void => {
      process.stderr.write(chunk);
      said += chunk.toString('utf8');
    };
    child.stdout.on('data', pass);
    child.stderr.on('data', pass);
    child.on('error', reject);
    child.on('close', (code) => settle(code === 0 && !/✖|失败|failed/i.test(said)));
  });

const deployed = async (): Promise<DeployedFunction[]> =>
  Promise.all(
    (await functionNames()).map(async (name) => {
      const file = inRoot('cloudfunctions', name, 'config.json');
      const config = existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as FunctionConfig) : {};
      return { name, config };
    }),
  );

/** `-- --administrator 姓名 --company 公司名`: what a company begins with, and the code that binds its administrator. */
async function inviteAdministrator(
  administratorName: string,
  companyName: string,
  again: boolean,
): Promise<void> {
  const environmentId = process.env.ZHOUDAO_CLOUD_ENVIRONMENT ?? '';
  const wrong = foundingTroubles(environmentId, companyName, process.env);
  if (wrong.length > 0) throw new Unable(`Set these first (docs/deploy.md):\n  ${wrong.join('\n  ')}`);
  const { administer } = await import('../server/cloudbase/administer');
  const administration = administer(environmentId, process.env.INVITATION_KEY as string);
  const founding = { companyName, administratorName, again };
  const code = await writeFirstAdministrator(administration, founding, Date.now());
  say(`${administratorName} types this code into the program within three days; it is shown only here:`);
  process.stdout.write(`${code}\n`);
}

/**
 * `npm run deploy`: docs/deploy.md. `-- --dry-run` writes dist/cloudbaserc.json and stops before the network;
 * `-- --administrator` deploys nothing.
 */
command(__filename, async () => {
  const { values } = parseArgs({
    options: {
      'dry-run': { type: 'boolean', default: false },
      administrator: { type: 'string' },
      company: { type: 'string', default: '' },
      again: { type: 'boolean', default: false },
    },
  });
  if (values.administrator !== undefined)
    return inviteAdministrator(values.administrator.trim(), values.company.trim(), values.again);
  const environmentId = process.env.ZHOUDAO_CLOUD_ENVIRONMENT ?? '';
  const wrong = troubles(environmentId, process.env);
  if (wrong.length > 0) {
    throw new Unable(`Set these environment variables first (docs/deploy.md):\n  ${wrong.join('\n  ')}`);
  }

  const functions = await deployed();
  say(`Cloud functions ${await buildFunctions()}.`);
  // It holds the secrets: for this user alone, in a folder that git ignores.
  const file = inRoot('dist', 'cloudbaserc.json');
  const content = JSON.stringify(cloudbaseConfig(environmentId, functions, process.env), null, 2);
  await writeFile(file, `${content}\n`, { mode: 0o600 });
  say(`Wrote dist/cloudbaserc.json for ${functions.map(({ name }) => name).join(', ')}.`);
  for (const [name, why] of Object.entries(OPTIONAL_VARIABLES)) {
    if (!process.env[name]) say(`${name} is not set: ${why}.`);
  }
  say(`The database needs, for administrators only:\n  ${collectionLines(COLLECTIONS).join('\n  ')}`);
  if (values['dry-run']) return;

  if (!(await runCli('fn', 'list', '-e', environmentId))) {
    throw new Unable(
      `The environment ${environmentId} could not be listed. Log in with: npx ${CLI} login — and check that the id is yours.`,
    );
  }
  if (!(await runCli('fn', 'deploy', '--all', '--force', '--yes', '-e', environmentId))) {
    throw new Unable('The deployment failed; what CloudBase answered is above.');
  }
  const byHand = needWeChatUpload(functions);
  if (byHand.length > 0) {
    say(`\nStill to do: the command line cannot give these their WeChat permissions: ${byHand.join('; ')}.`);
    say('Upload them once from WeChat DevTools (docs/deploy.md), or messages are refused with -604101.');
  }
});
