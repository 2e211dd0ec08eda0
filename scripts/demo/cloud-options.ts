import type { LocalCloudOptions } from '../../emulator/start-local-cloud';
import { COLLECTIONS } from '../../server/repositories/collections';

/** The bucket's rules for clients: functions check, move and hand out what is uploaded. */
const STORAGE_RULES = {
  read: false,
  write: 'resource.openid == auth.openid && /^inbox\\//.test(resource.path) == true',
};

export const DEMO_TEMPLATE_ID = 'demo-punch-reminder';
/** Known to WeChat here; a function offers it once AFTER_WORK_TEMPLATE_ID names it. */
export const DEMO_AFTER_WORK_TEMPLATE_ID = 'demo-after-work-reminder';
export const DEMO_TASK_TEMPLATE_ID = 'demo-task-reminder';
export const DEMO_EMPLOYEE_TEMPLATE_ID = 'demo-employee-task';
const DEMO_APP = { id: 'wx-demo', secret: 'demo-app-secret-of-the-laptop-only' };

/** Only for the demo company on a laptop: a deployment sets its own (docs/deploy.md). */
export const DEMO_INVITATION_KEY = 'demo-invitation-key-of-the-laptop-only';

/** What the laptop's short-message gateway knows its senders by. */
const DEMO_SMS_KEY = 'demo-sms-key-of-the-laptop-only-0000';

/** What the laptop's reader of cards knows its senders by. */
const DEMO_OCR_KEY = 'demo-ocr-key-of-the-laptop-only-0000';

/** Only for the demo company: 32 bytes anybody can read here. The first seals; the second opens what it once sealed. */
export const DEMO_DATA_KEYS = ['demo-2', 'demo-1']
  .map((id) => `${id}:${Buffer.from(`${id} of the laptop`.padEnd(32, '.')).toString('base64')}`)
  .join(',');
export const DEMO_SEARCH_KEY = 'demo-search-key-of-the-laptop-only-0';

/** The environment that every function is deployed with here. */
const FUNCTION_ENVIRONMENT = {
  INVITATION_KEY: DEMO_INVITATION_KEY,
  PUNCH_REMINDER_TEMPLATE_ID: DEMO_TEMPLATE_ID,
  TASK_TEMPLATE_ID: DEMO_TASK_TEMPLATE_ID,
  EMPLOYEE_TEMPLATE_ID: DEMO_EMPLOYEE_TEMPLATE_ID,
  WECHAT_API_URL: '{cloudUrl}/wechat-api',
  WECHAT_APP_ID: DEMO_APP.id,
  WECHAT_APP_SECRET: DEMO_APP.secret,
  PERSONAL_DATA_KEY: DEMO_DATA_KEYS,
  PERSONAL_SEARCH_KEY: DEMO_SEARCH_KEY,
  OCR_GATEWAY_URL: '{cloudUrl}/ocr/read',
  OCR_GATEWAY_KEY: DEMO_OCR_KEY,
  SMS_GATEWAY_URL: '{cloudUrl}/sms/send',
  SMS_GATEWAY_KEY: DEMO_SMS_KEY,
};

/**
 * How the demo company's environment is set up: what a console would hold for a real one.
 *
 * @param documentKeys of scripts/demo/document-keys.ts; without them nothing can be sealed
 */
export const demoCloudOptions = (
  documentKeys: Readonly<Record<string, string>> = {},
): Pick<
  LocalCloudOptions,
  'functionEnv' | 'weChat' | 'sms' | 'ocr' | 'indexes' | 'envId' | 'storageRules'
> => ({
  envId: 'zhoudao-demo',
  // Nobody reads; a person writes into his own inbox folder only (docs/deploy.md sets the same).
  storageRules: STORAGE_RULES,
  functionEnv: {
    api: FUNCTION_ENVIRONMENT,
    timer: FUNCTION_ENVIRONMENT,
    workbooks: FUNCTION_ENVIRONMENT,
    // What seals is nobody else's.
    documents: { ...FUNCTION_ENVIRONMENT, ...documentKeys },
  },
  indexes: Object.entries(COLLECTIONS).flatMap(([collection, indexes]) =>
    indexes.map((keys) => ({ collection, keys, unique: false })),
  ),
  ocr: { key: DEMO_OCR_KEY },
  sms: {
    key: DEMO_SMS_KEY,
    templates: [
      {
        id: 'signing-code',
        text: '【周到】您正在签署文件，验证码 {code}，{minutes} 分钟内有效，请勿告诉他人。',
      },
      { id: 'task', text: '【周到】{title}：{fact}。请打开小程序处理。' },
    ],
  },
  weChat: {
    app: DEMO_APP,
    employeeTemplates: [
      {
        id: DEMO_EMPLOYEE_TEMPLATE_ID,
        title: '待办提醒',
        fields: { thing1: 'thing', thing2: 'thing', time3: 'time', thing4: 'thing' },
      },
    ],
    templates: [
      {
        id: DEMO_TEMPLATE_ID,
        title: '上班打卡提醒',
        fields: { thing1: 'thing', time2: 'time', thing3: 'thing', thing4: 'thing' },
      },
      {
        id: DEMO_TASK_TEMPLATE_ID,
        title: '审批进度提醒',
        fields: { thing1: 'thing', thing2: 'thing', time3: 'time', thing4: 'thing' },
      },
      {
        id: DEMO_AFTER_WORK_TEMPLATE_ID,
        title: '下班打卡提醒',
        fields: { thing1: 'thing', time2: 'time', thing3: 'thing', thing4: 'thing' },
      },
    ],
    pages: [
      'pages/punch/index',
      'pages/month/index',
      'pages/bind/index',
      'pages/inbox/index',
      'pages/case/index',
      'pages/correction/index',
      'pages/mine/index',
      'pages/delegation/index',
      'leaving/journey/index',
      'leaving/duties/index',
      'leaving/papers/index',
      'leaving/verify/index',
      'leaving/handover/index',
      'leaving/review/index',
    ],
  },
});
