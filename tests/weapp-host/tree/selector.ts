import type { TreeElement, TreeNode } from './tree-node';

/** One step of a selector: `view.a.b#c[name=value]`. */
interface Step {
  readonly tag: string | null;
  readonly id: string | null;
  readonly classes: readonly string[];
  readonly attributes: readonly (readonly [string, string | null])[];
  /** True when it must stand directly below the step before it. */
  readonly child: boolean;
}

/** Elements in the order of the tree. Looks into custom components too, unless told not to. */
export function selectAll(
  nodes: readonly TreeNode[],
  selector: string,
  intoComponents = true,
): TreeElement[] {
  const ways = selector.split(',').map((way) => stepsOf(way.trim()));
  return [...walk(nodes, [], intoComponents)]
    .filter(({ element, above }) => ways.some((steps) => fits(element, above, steps)))
    .map(({ element }) => element);
}

interface Visit {
  readonly element: TreeElement;
  /** Parents, the nearest last. */
  readonly above: readonly TreeElement[];
}

function* walk(
  nodes: readonly TreeNode[],
  above: readonly TreeElement[],
  intoComponents: boolean,
): Generator<Visit> {
  for (const node of nodes) {
    if (node.kind === 'text') continue;
    yield { element: node, above };
    if (!node.isComponent || intoComponents) yield* walk(node.children, [...above, node], intoComponents);
  }
}

function fits(element: TreeElement, above: readonly TreeElement[], steps: readonly Step[]): boolean {
  const last = steps[steps.length - 1];
  if (last === undefined || !fitsStep(element, last)) return false;
  const rest = steps.slice(0, -1);
  if (rest.length === 0) return true;
  const candidates = last.child ? above.length - 1 : 0;
  for (let at = above.length - 1; at >= Math.max(0, candidates); at -= 1) {
    const parent = above[at];
    if (parent !== undefined && fits(parent, above.slice(0, at), rest)) return true;
  }
  return false;
}

function fitsStep({ tag, id, className, attributes }: TreeElement, step: Step): boolean {
  const classes = className.split(/\s+/);
  return (
    (step.tag === null || step.tag === tag) &&
    (step.id === null || step.id === id) &&
    step.classes.every((name) => classes.includes(name)) &&
    step.attributes.every(([name, value]) =>
      value === null ? attributes[name] !== undefined : String(attributes[name]) === value,
    )
  );
}

/** @throws Error for a selector that this host does not know */
function stepsOf(selector: string): readonly Step[] {
  const words = selector
    .replace(/\s*>\s*/g, ' >')
    .split(/\s+/)
    .filter(Boolean);
  if (words.length === 0) throw new Error('an empty selector');
  return words.map(stepOf);
}

function stepOf(word: string): Step {
  const child = word.startsWith('>');
  const text = child ? word.slice(1) : word;
  const parts = [
    ...text.matchAll(/([.#]?)((?:[\w-]|[^\x00-\x7f])+)|\[([\w-]+)(?:=["']?([^\]"']*)["']?)?\]|\*/g),
  ];
  if (parts.map(([whole]) => whole).join('') !== text)
    throw new Error(`"${word}" is no selector that this host knows`);
  const named = (sign: string) =>
    parts.filter((part) => part[1] === sign && part[2]).map((part) => part[2] ?? '');
  return {
    tag: named('')[0] ?? null,
    id: named('#')[0] ?? null,
    classes: named('.'),
    attributes: parts.flatMap((part) => (part[3] === undefined ? [] : [[part[3], part[4] ?? null] as const])),
    child,
  };
}
