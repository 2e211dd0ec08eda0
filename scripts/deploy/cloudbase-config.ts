/** What a folder of cloudfunctions/ says about itself in config.json. */
export interface FunctionConfig {
  /** Seconds, 1–60. */
  readonly timeout?: number;
  /** Megabytes. */
  readonly memorySize?: number;
  readonly triggers?: readonly { readonly name: string; readonly type: string; readonly config: string }[];
  readonly permissions?: { readonly openapi?: readonly string[] };
}

export interface DeployedFunction {
  readonly name: string;
  readonly config: FunctionConfig;
}

/** The environment variables of every function, and why each is needed. They are never written into the repository. */
export const REQUIRED_VARIABLES = {
  INVITATION_KEY: 'the secret that invitation codes are kept under: 32 random characters or more',
  PERSONAL_DATA_KEY:
    'the keys for ID numbers, phone numbers and drawn signatures: id:base64 of 32 bytes, the newest first',
  PERSONAL_SEARCH_KEY: 'the secret that such numbers are found by: 32 random characters or more',
  PUNCH_REMINDER_TEMPLATE_ID: 'the id of the subscription-message template that reminds before work',
} as const;

/** Only the function `documents` gets these: whoever has them can seal in the company's name. */
export const SEALING_VARIABLES = {
  SEAL_KEY: 'the RSA key that seals PDFs, as PEM',
  SEAL_CERTIFICATE: 'its self-signed certificate, as PEM, with an issuer in ASCII',
  CHAIN_KEY: 'the Ed25519 key that signs the evidence of cases, as PEM',
} as const;

/** Without these a part of the product is quiet. */
export const OPTIONAL_VARIABLES = {
  AFTER_WORK_TEMPLATE_ID:
    'the id of the subscription-message template that reminds after work, with the fields of the one before work',
  TASK_TEMPLATE_ID:
    'the id of the subscription-message template for what waits for somebody; without it nobody is told',
  EMPLOYEE_TEMPLATE_ID:
    'the id of the 用工消息 template for what waits for somebody; it rings first, and needs no accept each time',
  WECHAT_APP_ID: 'the mini-program’s app id, for 用工消息',
  WECHAT_APP_SECRET: 'its secret, for 用工消息: those are sent with an access token',
  SMS_FOR_TASKS: 'off: short messages carry signing codes only, never tasks',
  SMS_GATEWAY_URL:
    'the address of the short-message gateway (docs/sms-gateway.md); without it nobody can sign on the phone',
  SMS_GATEWAY_KEY: 'the secret that the gateway knows this company by',
  OCR_GATEWAY_URL:
    'the address of the reader of cards (docs/ocr-gateway.md); without it no card is compared with the file',
  OCR_GATEWAY_KEY: 'the secret that this reader knows the company by',
  VERIFY_PAGE_URL:
    'the address that the QR code of a paper leads to (docs/documents.md); without it the mini-program’s page scans it',
  ACCOUNT_WEBHOOK_URL:
    'the address that freezes accounts in other systems (docs/account-webhook.md); without it IT does so by hand',
  ACCOUNT_WEBHOOK_KEY: 'the secret that this address knows the company by',
  ACCOUNT_SYSTEMS: 'the systems whose accounts are frozen, mail,oa when not set',
} as const;

const SHORTEST_SECRET = 32;

/** What is wrong with the environment, as sentences; empty when it can be deployed. */
export const troubles = (
  environmentId: string,
  environment: Readonly<Record<string, string | undefined>>,
): string[] => {
  const found: string[] = [];
  if (!/^[a-z0-9][a-z0-9-]{2,63}$/.test(environmentId)) {
    found.push('ZHOUDAO_CLOUD_ENVIRONMENT: the id of your CloudBase environment, such as company-1a2b3c.');
  }
  for (const [name, why] of Object.entries({ ...REQUIRED_VARIABLES, ...SEALING_VARIABLES })) {
    if (!environment[name]) found.push(`${name}: ${why}.`);
  }
  for (const name of ['INVITATION_KEY', 'PERSONAL_SEARCH_KEY']) {
    const key = environment[name];
    if (key && key.length < SHORTEST_SECRET)
      found.push(
        `${name} has ${key.length} characters and needs ${SHORTEST_SECRET}: openssl rand -hex 32 makes one.`,
      );
  }
  const keys = environment.PERSONAL_DATA_KEY;
  if (keys && !keys.split(',').every((entry) => /^[\w-]{1,32}:[A-Za-z0-9+/]{43}=$/.test(entry.trim())))
    found.push(
      'PERSONAL_DATA_KEY is a list of id:base64 of 32 bytes: k1:$(openssl rand -base64 32) makes one.',
    );
  return found;
};

/** The same before the first administrator is written: those secrets reach the database without a function. */
export const foundingTroubles = (
  environmentId: string,
  companyName: string,
  environment: Readonly<Record<string, string | undefined>>,
): string[] => [
  ...(companyName === '' ? ['--company: the name as it stands on certificates.'] : []),
  ...troubles(environmentId, environment).filter((line) =>
    /^(ZHOUDAO_CLOUD_ENVIRONMENT|INVITATION_KEY)/.test(line),
  ),
  ...['TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY']
    .filter((name) => !environment[name])
    .map(
      (name) => `${name}: half of an API key of your Tencent Cloud account that may use this environment.`,
    ),
];

/** The content of cloudbaserc.json: bundles with the SDK inside, so that nothing is installed in the cloud. */
export const cloudbaseConfig = (
  environmentId: string,
  functions: readonly DeployedFunction[],
  environment: Readonly<Record<string, string | undefined>>,
): object => ({
  version: '2.0',
  envId: environmentId,
  functionRoot: './cloudfunctions',
  functions: functions.map(({ name, config }) => ({
    name,
    handler: 'index.main',
    runtime: 'Nodejs20.19',
    timeout: config.timeout ?? 10,
    memorySize: config.memorySize ?? 256,
    installDependency: false,
    envVariables: Object.fromEntries(
      Object.keys({
        ...REQUIRED_VARIABLES,
        ...OPTIONAL_VARIABLES,
        ...(name === 'documents' && SEALING_VARIABLES),
      })
        .filter((key) => environment[key])
        .map((key) => [key, environment[key]]),
    ),
    ...(config.triggers && { triggers: config.triggers }),
  })),
});

/** Functions that call WeChat's interfaces: their permission is given by an upload from WeChat DevTools only. */
export const needWeChatUpload = (functions: readonly DeployedFunction[]): string[] =>
  functions
    .filter(({ config }) => (config.permissions?.openapi ?? []).length > 0)
    .map(({ name, config }) => `${name} (${(config.permissions?.openapi ?? []).join(', ')})`);

/** What the database needs, a line a collection: its name and the fields of each index. */
export const collectionLines = (
  collections: Readonly<Record<string, readonly (readonly string[])[]>>,
): string[] =>
  Object.entries(collections).map(([name, indexes]) =>
    [name, ...indexes.map((fields) => `index on ${fields.join(', ')}`)].join('; '),
  );
