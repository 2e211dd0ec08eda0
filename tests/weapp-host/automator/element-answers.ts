import { selectAll } from '../tree/selector';
import { elementsIn, type TreeElement, wordsIn } from '../tree/tree-node';
import { innerWxml, outerWxml } from '../tree/wxml-of-tree';
import type { WeappHost } from '../weapp-host';
import { type Answers, DONE, listOf, type Params, textOf } from './answering';
import { describe, first, pageOf } from './page-answers';

/** One element of a page: what is in it, and what a finger does to it. */
export const elementAnswers: Answers = {
  'Element.getElement': (params, host) => first(below(params, host), params),
  'Element.getElements': (params, host) => ({ elements: below(params, host).map(describe) }),
  'Element.getDOMProperties': (params, host) => {
    const element = elementOf(params, host);
    return { properties: listOf(params, 'names').map((name) => domProperty(element, String(name))) };
  },
  'Element.getAttributes': (params, host) => {
    const element = elementOf(params, host);
    return { attributes: listOf(params, 'names').map((name) => attributeOf(element, String(name))) };
  },
  'Element.getProperties': (params, host) => {
    const element = elementOf(params, host);
    const names = Object.keys(element.attributes);
    const publicNames = Object.fromEntries(
      ['id', 'class', 'style', 'value', ...names].map((name) => [name, true]),
    );
    return {
      properties: listOf(params, 'names').map((name) =>
        name === '__propPublic' ? publicNames : valueOf(element, String(name), params, host),
      ),
    };
  },
  'Element.getWXML': (params, host) => {
    const element = elementOf(params, host);
    return { wxml: params.type === 'outer' ? outerWxml(element) : innerWxml(element) };
  },
  'Element.tap': async (params, host) => {
    await host.tapElement(elementOf(params, host));
    return DONE;
  },
  'Element.triggerEvent': (params, host) =>
    bring(params, host, textOf(params, 'type'), (params.detail ?? {}) as object),
  'Element.touchstart': (params, host) => touch(params, host, 'touchstart'),
  'Element.touchmove': (params, host) => touch(params, host, 'touchmove'),
  'Element.touchend': (params, host) => touch(params, host, 'touchend'),
  'Element.callFunction': async (params, host) => {
    const name = textOf(params, 'functionName');
    if (name !== 'input.input' && name !== 'textarea.input')
      throw new Error(`${name} is not modelled by this host`);
    const element = elementOf(params, host);
    const text = String(listOf(params, 'args')[0]);
    pageOf(params, host).type(element.place, text);
    return bring(params, host, 'input', { value: text, cursor: text.length });
  },
};

/** The element that stands where it stood when the client first saw it. @throws Error when it is gone */
function elementOf(params: Params, host: WeappHost): TreeElement {
  const place = textOf(params, 'elementId');
  for (const element of elementsIn(pageOf(params, host).tree)) if (element.place === place) return element;
  throw new Error('element destroyed');
}

const below = (params: Params, host: WeappHost): TreeElement[] =>
  selectAll(elementOf(params, host).children, textOf(params, 'selector'), false);

async function bring(params: Params, host: WeappHost, type: string, detail: object): Promise<object> {
  host.bring(elementOf(params, host), type, detail, listOf(params, 'touches') as readonly object[]);
  await host.rest();
  return DONE;
}

const touch = (params: Params, host: WeappHost, type: string): Promise<object> =>
  bring(params, host, type, {});

function domProperty(element: TreeElement, name: string): unknown {
  if (name === 'innerText' || name === 'textContent') return wordsIn(element);
  throw new Error(`${name}: this host has no layout`);
}

function attributeOf(element: TreeElement, name: string): unknown {
  if (name === 'id') return element.id;
  if (name === 'class') return element.className;
  if (name === 'style') return element.style;
  if (name.startsWith('data-')) return element.dataset[name.slice(5)];
  const value = element.attributes[name];
  return value === undefined ? null : String(value);
}

const valueOf = (element: TreeElement, name: string, params: Params, host: WeappHost): unknown =>
  name === 'value'
    ? (pageOf(params, host).typedAt(element.place) ?? element.attributes.value)
    : attributeOf(element, name);
