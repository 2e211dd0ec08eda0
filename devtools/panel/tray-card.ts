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

/** What WeChat has delivered to whoever holds the phone; a tap opens the page that the message names. */
export const showTray = (phone: PhoneFrame): void => {
  const list = element('ul', { className: 'tray' });
  const empty = element('p', {
    className: 'empty',
    textContent: '还没有消息。在手机里同意提醒后，把时间往前拨。',
  });
  slot('tray').append(list, empty);
  let drawn = '';

  const ask = async (): Promise<void> => {
    const { openid } = phone;
    const response = await fetch(`/wechat/messages?openid=${encodeURIComponent(openid)}`);
    const { messages } = (await response.json()) as { messages: readonly TrayMessage[] };
    const state = `${openid} ${messages.map(({ id }) => id).join(' ')}`;
    if (state === drawn || openid !== phone.openid) return;
    drawn = state;
    const latestFirst = [...messages].sort((a, b) => b.sentAt - a.sentAt);
    list.replaceChildren(...latestFirst.map((message) => element('li', {}, envelope(message, phone))));
    empty.hidden = messages.length > 0;
    slot('tray-count').textContent = messages.length > 0 ? `${messages.length} 条` : '';
  };
  window.setInterval(() => void ask().catch(() => undefined), 1000);
};

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
