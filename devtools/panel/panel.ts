import type { DemoCast } from '../demo-cast';
import { showClock } from './clock-card';
import { slot } from './element';
import { showNetwork } from './network-card';
import { showPeople } from './people-card';
import { PhoneFrame } from './phone-frame';
import type { PhoneState } from './phone-state';
import { showPlaces } from './place-card';
import { showTray } from './tray-card';

/** The phone is 390×844 points; a low window shows it smaller rather than cut off. */
const fitPhone = (): void => {
  const room = window.innerHeight - 48;
  document.documentElement.style.setProperty('--phone-scale', String(Math.min(1, room / 868)));
};

const start = async (): Promise<void> => {
  const cast = (await (await fetch('/devtools/cast.json')).json()) as DemoCast;
  slot('company').textContent = cast.companyName;
  const state: PhoneState = {
    location: { permission: 'allowed', fix: { latitude: 0, longitude: 0, accuracyMeters: 20 } },
    network: 'on',
    clockAheadMs: 0,
  };
  window.zhoudaoPhoneState = state;
  fitPhone();
  window.addEventListener('resize', fitPhone);

  const frame = slot('phone');
  if (!(frame instanceof HTMLIFrameElement)) throw new Error('#phone is not a frame.');
  const phone = new PhoneFrame(frame);
  const ground = showPlaces(cast.places, state.location);
  await showClock(state, phone);
  showTray(phone, cast.people);
  showPeople(cast.people, phone, (person) => ground.goTo(person.placeId));
  showNetwork(state, phone);
};

start().catch((error: unknown) => {
  document.body.textContent = `面板没有打开：${error instanceof Error ? error.message : String(error)}`;
});
