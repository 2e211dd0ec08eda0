import { element, slot } from './element';
import type { PhoneFrame } from './phone-frame';
import type { PhoneState } from './phone-state';

const HOUR = 3_600_000;
/** The demo company's zone keeps no summer time, so its wall clock is a fixed distance from UTC. */
const COMPANY_OFFSET = 8 * HOUR;

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

const two = (value: number): string => String(value).padStart(2, '0');

/** The company's wall clock as the UTC fields of a Date. */
const wall = (instant: number): Date => new Date(instant + COMPANY_OFFSET);

const nowText = (instant: number): string => {
  const at = wall(instant);
  const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':');
  return `${at.getUTCMonth() + 1}月${at.getUTCDate()}日 ${WEEKDAYS[at.getUTCDay()] ?? ''} ${time}`;
};

/** The next time that the company's clock shows this minute of the day. */
const nextAt = (instant: number, minuteOfDay: number): number => {
  const at = wall(instant);
  const midnight = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()) - COMPANY_OFFSET;
  const today = midnight + minuteOfDay * 60_000;
  return today > instant ? today : today + 24 * HOUR;
};

/** The cloud's clock, which the phone follows. It only goes forward. */
export const showClock = async (state: PhoneState, phone: PhoneFrame): Promise<void> => {
  const now = (): number => Date.now() + state.clockAheadMs;
  const shown = element('p', { className: 'now' });
  const trouble = element('p', {
    className: 'trouble',
    role: 'alert',
    hidden: true,
    textContent: '时间只能往前走：请选一个更晚的时刻。',
  });
  const card = slot('clock');
  const pick = element('input', { type: 'datetime-local', ariaLabel: '去这个时刻' });

  const follow = (cloudNow: number): void => {
    state.clockAheadMs = cloudNow - Date.now();
    shown.textContent = nowText(now());
  };

  /** Every timer on the way runs, a whole day of them in some seconds: one move at a time. */
  const moveTo = async (instant: number): Promise<void> => {
    card.classList.add('busy');
    trouble.hidden = true;
    try {
      const response = await fetch('/control/clock', {
        method: 'POST',
        body: JSON.stringify({ to: instant }),
      });
      if (response.ok) {
        follow(((await response.json()) as { now: number }).now);
        phone.restart();
      }
      trouble.hidden = response.ok;
    } finally {
      card.classList.remove('busy');
    }
  };

  const jump = (text: string, target: () => number): HTMLElement => {
    const button = element('button', { type: 'button', textContent: text });
    button.addEventListener('click', () => void moveTo(target()));
    return button;
  };

  const go = jump('前往', () => Date.parse(`${pick.value}:00Z`) - COMPANY_OFFSET);
  card.append(
    shown,
    element(
      'div',
      { className: 'choice' },
      jump('+10 分钟', () => now() + HOUR / 6),
      jump('+1 小时', () => now() + HOUR),
      jump('下个 18:05', () => nextAt(now(), 18 * 60 + 5)),
      jump('下个 08:50', () => nextAt(now(), 8 * 60 + 50)),
    ),
    element('div', { className: 'choice' }, pick, go),
    trouble,
  );

  const health = (await (await fetch('/control/health')).json()) as { now: number };
  follow(health.now);
  pick.value = wall(nextAt(now(), 9 * 60))
    .toISOString()
    .slice(0, 16);
  window.setInterval(() => (shown.textContent = nowText(now())), 1000);
};
