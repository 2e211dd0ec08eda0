import { Canvas, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { PenPoint } from '@domain/offboarding/signature-strokes';
import { useEffect, useRef } from 'react';
import { followMouse, spotOn } from '@/phone/pen-surface';
import { Pen, POINTS_PER_UNIT } from './pen';

const PAD = 'signature-pad';
const LINE_WIDTH = 3;

/** The part of a 2d context that a pen needs. */
interface Context {
  lineWidth: number;
  lineCap: string;
  strokeStyle: string;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  clearRect(x: number, y: number, width: number, height: number): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  stroke(): void;
}

interface CanvasNode {
  width: number;
  height: number;
  getContext(kind: '2d'): Context;
}

/** The pen and its paper, once the canvas is there. */
export interface Paper {
  readonly pen: Pen;
  /** Draws everything again: after an undo, a clear. */
  redraw(): void;
}

interface Desk extends Paper {
  readonly node: CanvasNode;
  /** Puts the paper right again where somebody else has resized it: Taro's H5 does, a moment after it appears. */
  settle(): void;
  line(from: PenPoint, to: PenPoint): void;
}

interface SignaturePadProps {
  readonly onReady: (paper: Paper) => void;
  /** After every stroke. */
  readonly onDrawn: () => void;
}

interface TouchLike {
  readonly touches: readonly unknown[];
}

/** A sheet of paper to write one's name on. It stays light in the dark: ink is dark. */
export function SignaturePad({ onReady, onDrawn }: SignaturePadProps) {
  const desk = useRef<Desk | null>(null);
  const latest = useRef({ onReady, onDrawn });
  latest.current = { onReady, onDrawn };

  useEffect(() => {
    let letGo = (): void => undefined;
    let gone = false;
    Taro.nextTick(() => {
      const query = Taro.createSelectorQuery();
      query.select(`#${PAD}`).fields({ node: true });
      query.select(`#${PAD}`).boundingClientRect();
      query.exec((found: readonly unknown[]) => {
        const [{ node }, size] = found as [{ node?: CanvasNode }, { width: number; height: number } | null];
        if (gone || !node || !size) return;
        const made = layOut(node, size);
        desk.current = made;
        letGo = followMouse(node, {
          down: (at) => begin(made, at),
          move: (at) => draw(made, at),
          up: () => end(made),
        });
        latest.current.onReady(made);
      });
    });
    const end = ({ pen }: Desk): void => {
      pen.up();
      latest.current.onDrawn();
    };
    return () => {
      gone = true;
      letGo();
    };
  }, []);

  const start = ({ touches: [touch] }: TouchLike): void => {
    const at = desk.current;
    if (at && touch) begin(at, spotOn(at.node, touch));
  };
  const go = ({ touches: [touch] }: TouchLike): void => {
    const at = desk.current;
    if (at && touch) draw(at, spotOn(at.node, touch));
  };
  const stop = (): void => {
    desk.current?.pen.up();
    onDrawn();
  };
  return (
    <View className="signing__paper">
      <Canvas
        type="2d"
        id={PAD}
        canvasId={PAD}
        className="signing__pad"
        disableScroll
        onTouchStart={(event) => start(event as unknown as TouchLike)}
        onTouchMove={(event) => go(event as unknown as TouchLike)}
        onTouchEnd={stop}
        onTouchCancel={stop}
      />
    </View>
  );
}

function begin(at: Desk, spot: { x: number; y: number }): void {
  at.settle();
  at.pen.down(spot);
}

function draw(at: Desk, spot: { x: number; y: number }): void {
  const piece = at.pen.move(spot);
  if (piece) at.line(...piece);
}

function layOut(node: CanvasNode, size: { width: number; height: number }): Desk {
  const ratio = Taro.getWindowInfo().pixelRatio;
  const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
  const pen = new Pen(size);
  const context = node.getContext('2d');
  const line = (from: PenPoint, to: PenPoint): void => {
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
  };
  const redraw = (): void => {
    context.clearRect(0, 0, pen.canvas.width, pen.canvas.height);
    for (const stroke of pen.strokes)
      stroke.slice(1).forEach((point, index) => line(stroke[index] ?? point, point));
  };
  const settle = (): void => {
    if (node.width === width && node.height === height) return;
    // A canvas that is resized forgets how it draws, and what was drawn.
    node.width = width;
    node.height = height;
    const scale = ratio * POINTS_PER_UNIT;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.lineWidth = LINE_WIDTH / POINTS_PER_UNIT;
    context.lineCap = 'round';
    context.strokeStyle = '#111111';
    redraw();
  };
  settle();
  return { node, pen, line, redraw, settle };
}
