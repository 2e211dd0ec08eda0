import tcb from '@cloudbase/node-sdk';
import type { Ports } from '../ports';
import { accountWebhook, noAccounts } from '../providers/account-webhook';
import { noSms, smsGateway } from '../providers/sms-gateway';
import { aesCipher } from './cipher';
import { systemClock } from './clock';
import { cloudbaseDatabase } from './database';
import { cloudbaseFiles } from './files';
import { cryptoIds } from './ids';
import { cloudbaseMessages } from './messages';
import { cloudbasePapers } from './papers';

export type Environment = Readonly<Record<string, string | undefined>>;

/** @throws Error naming the variable that is not set */
export function required(environment: Environment, name: string): string {
  const value = environment[name];
  if (!value) throw new Error(`the environment variable ${name} is not set (docs/deploy.md)`);
  return value;
}

/** All ports over CloudBase, made once an instance of a function. */
export function cloudbasePorts(environment: Environment): Ports {
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV as never });
  return {
    database: cloudbaseDatabase(app),
    clock: systemClock,
    ids: cryptoIds(required(environment, 'INVITATION_KEY')),
    messages: cloudbaseMessages(app),
    files: cloudbaseFiles(app),
    papers: cloudbasePapers(app),
    cipher: aesCipher(
      required(environment, 'PERSONAL_DATA_KEY'),
      required(environment, 'PERSONAL_SEARCH_KEY'),
    ),
    sms: environment.SMS_GATEWAY_URL
      ? smsGateway(environment.SMS_GATEWAY_URL, required(environment, 'SMS_GATEWAY_KEY'))
      : noSms,
    accounts: environment.ACCOUNT_WEBHOOK_URL
      ? accountWebhook(environment.ACCOUNT_WEBHOOK_URL, required(environment, 'ACCOUNT_WEBHOOK_KEY'))
      : noAccounts,
    // One JSON line a call: CloudBase collects standard output.
    log: { write: (line) => process.stdout.write(`${JSON.stringify(line)}\n`) },
    settings: {
      punchReminderTemplateId: required(environment, 'PUNCH_REMINDER_TEMPLATE_ID'),
      taskTemplateId: environment.TASK_TEMPLATE_ID || null,
      accountSystems: (environment.ACCOUNT_SYSTEMS || 'mail,oa').split(','),
    },
  };
}
