import { actingAs } from './acting-as.h5';
import type * as weapp from './subscribe';
import './subscribe-sheet.h5.scss';

const MOST_AT_ONCE = 3;

type Templates = readonly weapp.ReminderTemplate[];

/** A laptop has no WeChat to ask: this sheet stands in for its question, and the tray learns the answer. */
export const askToRemind: typeof weapp.askToRemind = async (templates) => {
  const asked = templates.slice(0, MOST_AT_ONCE);
  const accepted = await question(asked);
  const answers = asked.map(({ templateId }) => ({
    templateId,
    answer: accepted.has(templateId) ? ('accept' as const) : ('reject' as const),
  }));
  if (accepted.size > 0 && !(await tellTray([...accepted]))) return null;
  return answers;
};

async function tellTray(templateIds: readonly string[]): Promise<boolean> {
  try {
    const response = await fetch('/wechat/accept', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ openid: actingAs(), templateIds }),
    });
    return response.ok;
  } catch {
    return false;
  }
}

/** WeChat's sheet in small: each template with a box, 拒绝 and 允许. Gives the accepted template ids. */
function question(templates: Templates): Promise<ReadonlySet<string>> {
  return new Promise((resolve) => {
    const mask = element('div', 'subscribe-sheet');
    mask.id = 'subscribe-sheet';
    const panel = element('div', 'subscribe-sheet__panel');
    panel.append(element('p', 'subscribe-sheet__title', '周到 申请发送一次以下消息'));
    const boxes = templates.map((template) => templateRow(template, panel));
    const answer = (ids: readonly string[]) => {
      mask.remove();
      resolve(new Set(ids));
    };
    const buttons = element('div', 'subscribe-sheet__buttons');
    buttons.append(
      button('subscribe-reject', '拒绝', () => answer([])),
      button('subscribe-accept', '允许', () =>
        answer(boxes.filter(({ checked }) => checked).map(({ value }) => value)),
      ),
    );
    panel.append(buttons);
    mask.append(panel);
    document.body.append(mask);
  });
}

function templateRow({ templateId, title }: weapp.ReminderTemplate, panel: HTMLElement): HTMLInputElement {
  const row = element('label', 'subscribe-sheet__template', title);
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = true;
  box.value = templateId;
  row.prepend(box);
  panel.append(row);
  return box;
}

function button(id: string, word: string, act: () => void): HTMLElement {
  const made = element('button', 'subscribe-sheet__button', word);
  made.id = id;
  made.addEventListener('click', act);
  return made;
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
