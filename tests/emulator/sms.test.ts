import { createHmac } from 'node:crypto';
import { smsGateway } from '../../server/providers/sms-gateway';
import { testCloud, type TestCloud } from './support/test-cloud';

const KEY = 'a-key-between-a-company-and-its-gateway';
const PHONE = '12000000001';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await testCloud({
    sms: { key: KEY, templates: [{ id: 'signing-code', text: '验证码 {code}，{minutes} 分钟内有效' }] },
  });
});
afterAll(() => cloud.end());

const post = async (message: unknown, key = KEY): Promise<{ status: number; answer: unknown }> => {
  const body = JSON.stringify(message);
  const time = '1795536000000';
  const response = await fetch(`${cloud.url}/sms/send`, {
    method: 'POST',
    headers: {
      'x-sms-time': time,
      'x-sms-signature': createHmac('sha256', key).update(`${time}\n${body}`).digest('hex'),
    },
    body,
  });
  return { status: response.status, answer: await response.json() };
};

const code = { phone: PHONE, template: 'signing-code', fields: { code: '482913', minutes: '10' } } as const;

it('the product’s adapter reaches a phone in the words of the template', async () => {
  const delivery = await smsGateway(`${cloud.url}/sms/send`, KEY).send(code);
  expect(delivery).toEqual({ sent: true });
  expect(cloud.sms.messages(PHONE).map(({ text }) => text)).toEqual(['验证码 482913，10 分钟内有效']);
  expect(cloud.sms.messages('12000000002')).toEqual([]);
});

it.each([
  ['another key', { ...code }, 'wrong', 401, 'bad-signature'],
  ['no phone number', { ...code, phone: '110' }, KEY, 400, 'bad-phone'],
  ['words nobody approved', { ...code, template: 'greeting' }, KEY, 400, 'unknown-template'],
  ['a field missing', { ...code, fields: { code: '482913' } }, KEY, 400, 'bad-fields'],
])('refuses %s', async (_, message, key, status, reason) => {
  expect(await post(message, key)).toEqual({ status, answer: { sent: false, reason } });
});

it('the adapter says why when nothing was sent, and never throws', async () => {
  const reasonAt = async (url: string, key = KEY) => smsGateway(url, key).send(code);
  expect(await reasonAt(`${cloud.url}/sms/send`, 'wrong')).toEqual({ sent: false, reason: 'bad-signature' });
  expect(await reasonAt(`${cloud.url}/nothing`)).toEqual({ sent: false, reason: 'status 404' });
  expect(await reasonAt('http://127.0.0.1:1/sms/send')).toMatchObject({ sent: false });
});

it('what a phone has received is still there after a restart', async () => {
  cloud = await cloud.restart();
  expect(cloud.sms.messages(PHONE)).toHaveLength(1);
});
