import type { CanvasRecorder, Stroke } from '../wx/canvas-recorder';

/** What was drawn on a canvas since it was last cleared, as an SVG that fills it: lines, their width and colour. */
export function drawingOf(canvas: CanvasRecorder | undefined): string {
  if (canvas === undefined) return '';
  const { strokes, node } = canvas;
  const cleared = strokes.map((one) => 'call' in one && one.call === 'clearRect').lastIndexOf(true);
  const path = strokes
    .slice(cleared + 1)
    .flatMap(pieceOf)
    .join(' ');
  const scale = strokes.flatMap((one) => ('call' in one && one.call === 'setTransform' ? [one.given] : []));
  const matrix = scale.at(-1)?.join(' ') ?? '1 0 0 1 0 0';
  const set = (name: string) =>
    strokes.flatMap((one) => ('set' in one && one.set === name ? [one.value] : []));
  const pen = `stroke="${String(set('strokeStyle').at(-1) ?? '#000')}" stroke-width="${String(set('lineWidth').at(-1) ?? 1)}"`;
  return `<svg viewBox="0 0 ${String(node.width)} ${String(node.height)}" width="100%" height="100%"><path transform="matrix(${matrix})" fill="none" stroke-linecap="round" ${pen} d="${path}"/></svg>`;
}

const PIECES: Readonly<Record<string, string>> = { moveTo: 'M', lineTo: 'L' };

function pieceOf(one: Stroke): string[] {
  const letter = 'call' in one ? PIECES[one.call] : undefined;
  return 'call' in one && letter !== undefined ? [`${letter} ${one.given.join(' ')}`] : [];
}
