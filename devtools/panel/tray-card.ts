import type { DemoPerson } from '../demo-cast';
import { element, slot } from './element';
import type { PhoneFrame } from './phone-frame';

/** A message as the local WeChat keeps it. */
interface TrayMessage {
  readonly id: string;
  readonly title: string;
  readonly data: Readonly<Record<string, string>>;
  readonly page: string;
  readonly sentAt: number;
}

/** A short message as the local gateway keeps it. */
interface ShortMessage {
  readonly id: string;
  readonly text: string;
  readonly sentAt: number;
}

/** What whoever holds the phone has received: WeChat's messages, which open a page, and short messages. */
export const showTray = (phone: PhoneFrame, people: readonly DemoPerson[]): void => {
  const list = element('ul', { className: 'tray' });
  const empty = element('p', {
    className: 'empty',
    textContent: '还没有消息。在手机里同意提醒后，把时间往前拨。',
  });
  slot('tray').append(list, empty);
  let drawn = '';

  const ask = async (): Promise<void> => {
    const { openid } = phone;
    const number = people.find((person) => person.openid === openid)?.phone ?? '';
    const messages = [
      ...(await messagesAt<TrayMessage>(`/wechat/messages?openid=${encodeURIComponent(openid)}`)),
      ...(await messagesAt<ShortMessage>(`/sms/messages?phone=${encodeURIComponent(number)}`)),
    ];
    const state = `${openid} ${messages.map(({ id }) => id).join(' ')}`;
    if (state === drawn || openid !== phone.openid) return;
    drawn = state;
    const latestFirst = [...messages].sort((a, b) => b.sentAt - a.sentAt);
    const card = (message: TrayMessage | ShortMessage): HTMLElement =>
      'page' in message ? envelope(message, phone) : shortMessage(message);
    list.replaceChildren(...latestFirst.map((message) => element('li', {}, card(message))));
    empty.hidden = messages.length > 0;
    slot('tray-count').textContent = messages.length > 0 ? `${messages.length} 条` : '';
  };
  window.setInterval(() => void ask().catch(() => undefined), 1000);
};

const messagesAt = async <Message>(address: string): Promise<readonly Message[]> =>
  ((await (await fetch(address)).json()) as { messages: readonly Message[] }).messages;

/** Nothing to open: a short message is read, and its code typed in. */
const shortMessage = ({ text }: ShortMessage): HTMLElement =>
  element(
    'div',
    { className: 'message short' },
    element('strong', { textContent: '短信' }),
    element('ul', {}, element('li', { textContent: text })),
  );

const envelope = (message: TrayMessage, phone: PhoneFrame): HTMLElement => {
  const button = element(
    'button',
    { type: 'button', className: 'message', data: { page: message.page } },
    element('strong', { textContent: message.title }),
    element('ul', {}, ...Object.values(message.data).map((value) => element('li', { textContent: value }))),
    element('small', { textContent: message.page === '' ? '没有页面可打开' : '点一下，在手机里打开' }),
  );
  button.disabled = message.page === '';
  button.addEventListener('click', () => phone.show(phone.openid, message.page));
  return button;
};
