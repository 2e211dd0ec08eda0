import { selectAll } from '../tree/selector';
import type { TreeElement } from '../tree/tree-node';
import { type CanvasRecorder, canvasRecorder, recordedPicture } from './canvas-recorder';
import type { Interfaces, Surroundings } from './surroundings';
import { WxFailure, type WxOptions } from './wx-call';

export interface QueryDesk {
  readonly interfaces: Interfaces;
  /** The recorder of a canvas on the top page, by its id, once a script has asked for it. */
  canvas(id: string): CanvasRecorder | undefined;
}

interface Fields {
  readonly node?: boolean;
  readonly size?: boolean;
  readonly rect?: boolean;
  readonly dataset?: boolean;
  readonly id?: boolean;
}

type Asked = { readonly selector: string; readonly all: boolean; readonly fields: Fields };
type Answered = (result: unknown) => void;

/** There is no layout: every element is as wide as the window and so high. */
const HEIGHT = 300;

/** Selector queries on the page on top, and canvases. */
export function queryDesk({ phone, stack, faults, makeAsync }: Surroundings): QueryDesk {
  const recorders = new Map<string, CanvasRecorder>();
  const recorderOf = (element: TreeElement): CanvasRecorder => {
    const key = `${stack.top?.id ?? 0}#${element.id}`;
    const known = recorders.get(key);
    if (known !== undefined) return known;
    const nextFrame = (run: () => void) =>
      phone.clock.after(16, () => void faults.guard('animation frame', run));
    const fresh = canvasRecorder(phone.window.width, HEIGHT, nextFrame);
    recorders.set(key, fresh);
    return fresh;
  };
  const factsOf = (element: TreeElement, fields: Fields): Record<string, unknown> => ({
    ...(fields.id && { id: element.id }),
    ...(fields.dataset && { dataset: element.dataset }),
    ...(fields.rect && { left: 0, top: 0, right: phone.window.width, bottom: HEIGHT }),
    ...((fields.size || fields.rect) && { width: phone.window.width, height: HEIGHT }),
    ...(fields.node && { node: element.tag === 'canvas' ? recorderOf(element).node : null }),
  });
  const answer = ({ selector, all, fields }: Asked): unknown => {
    const found = selectAll(stack.top?.tree ?? [], selector);
    if (all) return found.map((element) => factsOf(element, fields));
    return found[0] === undefined ? null : factsOf(found[0], fields);
  };

  return {
    canvas: (id) => recorders.get(`${stack.top?.id ?? 0}#${id}`),
    interfaces: {
      createSelectorQuery: () => {
        const asked: { readonly query: Asked; readonly answered: Answered | undefined }[] = [];
        const query: Record<string, unknown> = {};
        const chosen = (selector: string, all: boolean) => {
          const ask = (fields: Fields, answered?: Answered) => {
            asked.push({ query: { selector, all, fields }, answered });
            return query;
          };
          return {
            fields: ask,
            node: (answered?: Answered) => ask({ node: true }, answered),
            boundingClientRect: (answered?: Answered) =>
              ask({ rect: true, id: true, dataset: true }, answered),
          };
        };
        return Object.assign(query, {
          in: () => query,
          select: (selector: string) => chosen(selector, false),
          selectAll: (selector: string) => chosen(selector, true),
          exec: (done?: (results: unknown[]) => void) => {
            phone.clock.after(0, () => {
              faults.guard('selector query', () => {
                const results = asked.map((one) => answer(one.query));
                asked.forEach(({ answered }, place) => answered?.(results[place]));
                done?.(results);
              });
            });
            return query;
          },
        });
      },
      canvasToTempFilePath: makeAsync('canvasToTempFilePath', ({ canvas }: WxOptions) => {
        const known = [...recorders.values()].some(({ node }) => node === canvas);
        if (!known) throw new WxFailure('canvas is empty');
        const tempFilePath = `wxfile://tmp_canvas_${phone.files.size}.png`;
        phone.files.set(tempFilePath, recordedPicture());
        return { tempFilePath };
      }),
    },
  };
}
