import {
  cloudbaseConfig,
  collectionLines,
  foundingTroubles,
  needWeChatUpload,
  troubles,
} from '../../scripts/deploy/cloudbase-config';

const ready = {
  INVITATION_KEY: 'k'.repeat(32),
  PERSONAL_DATA_KEY: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
  PERSONAL_SEARCH_KEY: 's'.repeat(32),
  PUNCH_REMINDER_TEMPLATE_ID: 'template-1',
};
const everything = { ...ready, SEAL_KEY: 'pem 1', SEAL_CERTIFICATE: 'pem 2', CHAIN_KEY: 'pem 3' };
const timer = {
  name: 'timer',
  config: {
    timeout: 60,
    triggers: [{ name: 'tick', type: 'timer', config: '0 * * * * * *' }],
    permissions: { openapi: ['subscribeMessage.send'] },
  },
};

describe('deploying', () => {
  it('names everything that is not set, each with its reason', () => {
    const said = troubles('', {});
    expect(said).toHaveLength(8);
    expect(said.join('\n')).toContain('ZHOUDAO_CLOUD_ENVIRONMENT: the id of your CloudBase environment');
    expect(said.join('\n')).toContain('INVITATION_KEY: the secret');
  });

  it('refuses a secret that could be guessed', () => {
    expect(troubles('company-1a2b3c', { ...everything, INVITATION_KEY: 'short' })).toEqual([
      'INVITATION_KEY has 5 characters and needs 32: openssl rand -hex 32 makes one.',
    ]);
    expect(troubles('company-1a2b3c', everything)).toEqual([]);
  });

  it('refuses keys for personal data that are none', () => {
    const said =
      'PERSONAL_DATA_KEY is a list of id:base64 of 32 bytes: k1:$(openssl rand -base64 32) makes one.';
    expect(troubles('company-1a2b3c', { ...everything, PERSONAL_DATA_KEY: 'k1:c2hvcnQ=' })).toEqual([said]);
    const both = `k2:${Buffer.alloc(32, 2).toString('base64')},${ready.PERSONAL_DATA_KEY}`;
    expect(troubles('company-1a2b3c', { ...everything, PERSONAL_DATA_KEY: both })).toEqual([]);
  });

  it('needs a name, the key of invitations and an API key before an administrator is written, and nothing more', () => {
    expect(foundingTroubles('company-1a2b3c', '', {}).map((line) => line.split(':')[0])).toEqual([
      '--company',
      'INVITATION_KEY',
      'TENCENTCLOUD_SECRETID',
      'TENCENTCLOUD_SECRETKEY',
    ]);
    const keys = { TENCENTCLOUD_SECRETID: 'id', TENCENTCLOUD_SECRETKEY: 'key' };
    expect(foundingTroubles('company-1a2b3c', '新芽科技', { ...ready, ...keys })).toEqual([]);
  });

  it('hands each function its limits, its timer and its secrets', () => {
    const all = [timer, { name: 'api', config: {} }, { name: 'documents', config: {} }];
    const { functions } = cloudbaseConfig('company-1a2b3c', all, everything) as { functions: unknown[] };
    expect(functions).toEqual([
      expect.objectContaining({
        name: 'timer',
        handler: 'index.main',
        timeout: 60,
        memorySize: 256,
        installDependency: false,
        triggers: timer.config.triggers,
        envVariables: ready,
      }),
      expect.objectContaining({ name: 'api', timeout: 10, envVariables: ready }),
      // What seals is nobody else's.
      expect.objectContaining({ name: 'documents', envVariables: everything }),
    ]);
    expect(functions[1]).not.toHaveProperty('triggers');
  });

  it('lists what the database needs', () => {
    expect(collectionLines({ org: [], sheets: [['openid', 'month'], ['lock']] })).toEqual([
      'org',
      'sheets; index on openid, month; index on lock',
    ]);
  });

  it('says which functions the command line cannot give their WeChat permissions', () => {
    expect(needWeChatUpload([timer, { name: 'api', config: { permissions: { openapi: [] } } }])).toEqual([
      'timer (subscribeMessage.send)',
    ]);
  });
});
