import type * as weapp from './text-scale';

/** What a browser calls "medium" when its owner reads at the usual size. */
const USUAL_PIXELS = 16;

export const textScale: typeof weapp.textScale = () => {
  const probe = document.createElement('span');
  probe.style.fontSize = 'medium';
  document.body.appendChild(probe);
  const pixels = Number.parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return pixels / USUAL_PIXELS;
};
