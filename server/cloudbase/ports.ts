import tcb from '@cloudbase/node-sdk';
import type { Ports } from '../ports';
import { accountWebhook, noAccounts } from '../providers/account-webhook';
import { employeeMessages } from '../providers/employee-messages';
import { ocrGateway } from '../providers/ocr-gateway';
import { noSms, smsGateway } from '../providers/sms-gateway';
import { wechatApi } from '../providers/wechat-api';
import { aesCipher } from './cipher';
import { systemClock } from './clock';
import { cloudbaseDatabase } from './database';
import { cloudbaseFiles } from './files';
import { cryptoIds } from './ids';
import { cloudbaseMessages } from './messages';
import { cloudbasePapers } from './papers';
import { cloudbaseWorkbooks } from './workbooks';

export type Environment = Readonly<Record<string, string | undefined>>;

/** @throws Error naming the variable that is not set */
export function required(environment: Environment, name: string): string {
  const value = environment[name];
  if (!value) throw new Error(`the environment variable ${name} is not set (docs/deploy.md)`);
  return value;
}

/** All ports over CloudBase, made once an instance of a function. */
export function cloudbasePorts(environment: Environment): Ports {
  /** Needed as soon as 用工消息 are to be sent. */
  const forEmployees = (name: string): string =>
    environment.EMPLOYEE_TEMPLATE_ID ? required(environment, name) : '';
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV as never });
  return {
    database: cloudbaseDatabase(app),
    clock: systemClock,
    ids: cryptoIds(required(environment, 'INVITATION_KEY')),
    messages: cloudbaseMessages(app),
    employeeMessages: employeeMessages(
      wechatApi({
        url: environment.WECHAT_API_URL || 'https://api.weixin.qq.com',
        appId: forEmployees('WECHAT_APP_ID'),
        secret: forEmployees('WECHAT_APP_SECRET'),
      }),
    ),
    files: cloudbaseFiles(app),
    papers: cloudbasePapers(app),
    workbooks: cloudbaseWorkbooks(app),
    cipher: aesCipher(
      required(environment, 'PERSONAL_DATA_KEY'),
      required(environment, 'PERSONAL_SEARCH_KEY'),
    ),
    sms: environment.SMS_GATEWAY_URL
      ? smsGateway(environment.SMS_GATEWAY_URL, required(environment, 'SMS_GATEWAY_KEY'))
      : noSms,
    cards: environment.OCR_GATEWAY_URL
      ? ocrGateway(environment.OCR_GATEWAY_URL, required(environment, 'OCR_GATEWAY_KEY'))
      : null,
    accounts: environment.ACCOUNT_WEBHOOK_URL
      ? accountWebhook(environment.ACCOUNT_WEBHOOK_URL, required(environment, 'ACCOUNT_WEBHOOK_KEY'))
      : noAccounts,
    // One JSON line a call: CloudBase collects standard output.
    log: { write: (line) => process.stdout.write(`${JSON.stringify(line)}\n`) },
    settings: {
      punchReminderTemplateId: required(environment, 'PUNCH_REMINDER_TEMPLATE_ID'),
      afterWorkTemplateId: environment.AFTER_WORK_TEMPLATE_ID || null,
      taskTemplateId: environment.TASK_TEMPLATE_ID || null,
      employeeTemplateId: environment.EMPLOYEE_TEMPLATE_ID || null,
      smsForTasks: Boolean(environment.SMS_GATEWAY_URL) && environment.SMS_FOR_TASKS !== 'off',
      accountSystems: (environment.ACCOUNT_SYSTEMS || 'mail,oa').split(','),
    },
  };
}
