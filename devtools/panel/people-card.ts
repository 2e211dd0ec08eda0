import type { DemoPerson } from '../demo-cast';
import { callApi } from './call-api';
import { element, slot } from './element';
import type { PhoneFrame } from './phone-frame';

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

  const hr = people.find((person) => person.bound && person.roleText.split('、').includes('人事'));

  const draw = (): void => {
    const words = filter.value.trim();
    list.replaceChildren(
      ...people.filter((person) => describe(person).includes(words)).map((person) => row(person)),
    );
    const holder = people.find((person) => person.openid === phone.openid);
    detail.replaceChildren(...(holder && !bound.get(holder.openid) ? [invitation(holder, hr)] : []));
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
  const askWhetherBound = async (): Promise<void> => {
    const { openid } = phone;
    if (bound.get(openid) || !(await isBound(openid))) return;
    bound.set(openid, true);
    draw();
  };

  filter.addEventListener('input', draw);
  slot('people').append(filter, list, detail);
  const wanted = decodeURIComponent(window.location.hash.slice(1));
  const first =
    people.find((person) => person.openid === wanted) ?? people.find((person) => person.bound) ?? people[0];
  if (first) handTo(first);
  window.setInterval(() => void askWhetherBound(), 3000);
};

const describe = (person: DemoPerson): string =>
  `${person.name} ${person.branchName} ${person.departmentName} ${person.roleText}`;

/** The code that came with the company may be used up or too old: HR can always make another one. */
const invitation = (person: DemoPerson, hr: DemoPerson | undefined): HTMLElement => {
  const shown = element('span', {});
  const show = (code: string | null): void =>
    shown.replaceChildren(
      ...(code === null ? ['还没有'] : [element('code', { textContent: code }), copyButton(code)]),
    );
  const another = element('button', { type: 'button', textContent: '请人事发一个新的' });
  another.addEventListener('click', () => {
    const input = { employmentId: person.employmentId };
    void callApi(hr?.openid ?? '', 'invitation.issue', input).then((issued) => {
      show((issued as { code: string } | undefined)?.code ?? null);
    });
  });
  show(person.invitationCode);
  return element('p', {}, `${person.name} 的邀请码：`, shown, another);
};

const copyButton = (text: string): HTMLElement => {
  const button = element('button', { type: 'button', textContent: '复制' });
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(text).then(() => (button.textContent = '已复制'));
  });
  return button;
};

const isBound = async (openid: string): Promise<boolean> => {
  const me = (await callApi(openid, 'session.me', {})) as { person: unknown } | undefined;
  return me?.person != null;
};
