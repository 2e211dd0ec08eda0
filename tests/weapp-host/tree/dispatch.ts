import { wayTo, type TreeElement, type TreeNode } from './tree-node';

/** Events that the parents hear too. */
const BUBBLING = ['tap', 'longpress', 'longtap', 'touchstart', 'touchmove', 'touchend', 'touchcancel'];

/**
 * Brings an event to whoever is bound to it, from the element up to the page or to the one that catches it.
 * Returns how many methods heard it.
 */
export function dispatch(
  tree: readonly TreeNode[],
  target: TreeElement,
  type: string,
  more: { readonly detail?: object; readonly touches?: readonly object[]; readonly timeStamp: number },
): number {
  const way = [...wayTo(tree, target)].reverse();
  const hearers = BUBBLING.includes(type) ? way : way.slice(0, 1);
  let heard = 0;
  for (const element of hearers) {
    const binding = element.bindings.get(type);
    if (binding === undefined) continue;
    const event = {
      type,
      timeStamp: more.timeStamp,
      target: facts(target),
      currentTarget: facts(element),
      mark: {},
      detail: more.detail ?? {},
      touches: more.touches ?? [],
      changedTouches: more.touches ?? [],
      mut: false,
    };
    if (element.owner.hear(binding.method, event)) heard += 1;
    if (binding.catches) break;
  }
  return heard;
}

const facts = ({ id, dataset }: TreeElement) => ({
  id,
  dataset: { ...dataset },
  offsetLeft: 0,
  offsetTop: 0,
});
