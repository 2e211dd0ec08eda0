import type { DemoPerson } from '../demo-cast';
import { element, slot } from './element';
import type { PhoneFrame } from './phone-frame';

interface Answer {
  readonly result?: { readonly ok: boolean; readonly value?: { readonly person: unknown } };
}

/** Everyone of the demo company; a tap hands over the phone. */
export const showPeople = (
  people: readonly DemoPerson[],
  phone: PhoneFrame,
  onHandOver: (person: DemoPerson) => void,
): void => {
  const filter = element('input', {
    type: 'search',
    placeholder: '找人：姓名、部门、角色',
    ariaLabel: '找人',
  });
  const list = element('ul', { className: 'people' });
  const detail = element('div', { className: 'invitation' });
  const bound = new Map(people.map((person) => [person.openid, person.bound]));

  const draw = (): void => {
    const words = filter.value.trim();
    list.replaceChildren(
      ...people.filter((person) => describe(person).includes(words)).map((person) => row(person)),
    );
    const holder = people.find((person) => person.openid === phone.openid);
    detail.replaceChildren(...(holder && !bound.get(holder.openid) ? [invitation(holder)] : []));
  };

  const row = (person: DemoPerson): HTMLElement => {
    const button = element(
      'button',
      {
        type: 'button',
        ariaPressed: String(person.openid === phone.openid),
        data: { openid: person.openid },
      },
      element('span', { className: 'avatar', textContent: person.name.slice(0, 1), ariaHidden: 'true' }),
      element(
        'span',
        { className: 'who' },
        element('strong', { textContent: person.name }),
        element('small', { textContent: `${person.branchName} · ${person.departmentName}` }),
      ),
      element('span', { className: 'tag', textContent: person.roleText }),
      bound.get(person.openid) ? null : element('span', { className: 'tag quiet', textContent: '未绑定' }),
    );
    button.addEventListener('click', () => {
      handTo(person);
    });
    return element('li', {}, button);
  };

  const handTo = (person: DemoPerson): void => {
    // First the world around the phone, so that the page finds it in place.
    onHandOver(person);
    phone.show(person.openid);
    window.history.replaceState(null, '', `#${encodeURIComponent(person.openid)}`);
    draw();
  };

  /** Someone who binds in the phone should stop looking unbound here. */
  const askWhoIsBound = async (): Promise<void> => {
    for (const { openid } of people.filter((person) => !bound.get(person.openid))) {
      if (await isBound(openid)) {
        bound.set(openid, true);
        draw();
      }
    }
  };

  filter.addEventListener('input', draw);
  slot('people').append(filter, list, detail);
  const wanted = decodeURIComponent(window.location.hash.slice(1));
  const first =
    people.find((person) => person.openid === wanted) ?? people.find((person) => person.bound) ?? people[0];
  if (first) handTo(first);
  window.setInterval(() => void askWhoIsBound(), 4000);
};

const describe = (person: DemoPerson): string =>
  `${person.name} ${person.branchName} ${person.departmentName} ${person.roleText}`;

const invitation = (person: DemoPerson): HTMLElement =>
  person.invitationCode === null
    ? element('p', { textContent: `${person.name} 还没有邀请码：请人事发一个。` })
    : element(
        'p',
        {},
        `${person.name} 的邀请码：`,
        element('code', { textContent: person.invitationCode }),
        copyButton(person.invitationCode),
      );

const copyButton = (text: string): HTMLElement => {
  const button = element('button', { type: 'button', textContent: '复制' });
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(text).then(() => (button.textContent = '已复制'));
  });
  return button;
};

const isBound = async (openid: string): Promise<boolean> => {
  try {
    const response = await fetch('/client/callFunction', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
      body: JSON.stringify({ name: 'api', data: { procedure: 'session.me', input: {} } }),
    });
    const answer = (await response.json()) as Answer;
    return answer.result?.value?.person != null;
  } catch {
    return false;
  }
};
