/** What a page shows, after its templates were worked out with its data. */
export type TreeNode = TreeElement | TreeText;

export interface TreeText {
  readonly kind: 'text';
  readonly text: string;
}

/** Which method of the owner hears an event, and whether it goes on to the parents. */
export interface Binding {
  readonly method: string;
  readonly catches: boolean;
}

export interface TreeElement {
  readonly kind: 'element';
  readonly tag: string;
  readonly id: string;
  /** As in the template; empty when there is none. */
  readonly className: string;
  readonly style: string;
  /** The other attributes, with the values that their expressions gave. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** `data-*`, in camel case. */
  readonly dataset: Readonly<Record<string, unknown>>;
  /** By event: 'tap', 'input'. */
  readonly bindings: ReadonlyMap<string, Binding>;
  /** What hears the events: the page or component whose template this is. */
  readonly owner: EventOwner;
  /** Where it stands; the same place after the next rendering is the same element. */
  readonly place: string;
  /** A custom component's own tree, or the children. */
  readonly children: readonly TreeNode[];
  /** True for a custom component: its children are its own and not the page's. */
  readonly isComponent: boolean;
}

export interface EventOwner {
  /** 'pages/punch/index' or 'comp'. */
  readonly route: string;
  /** Calls a method by name; false when there is none. */
  hear(method: string, event: object): boolean;
}

/** Every element below, parents first. */
export function* elementsIn(nodes: readonly TreeNode[]): Generator<TreeElement> {
  for (const node of nodes) {
    if (node.kind === 'text') continue;
    yield node;
    yield* elementsIn(node.children);
  }
}

/** The words that a person would read in it, without blanks between elements. */
export function wordsIn(node: TreeNode): string {
  return node.kind === 'text' ? node.text : node.children.map(wordsIn).join('');
}

/** From the root down to the element; empty when it is not there. */
export function wayTo(nodes: readonly TreeNode[], wanted: TreeElement): readonly TreeElement[] {
  for (const node of nodes) {
    if (node.kind === 'text') continue;
    if (node === wanted) return [node];
    const below = wayTo(node.children, wanted);
    if (below.length > 0) return [node, ...below];
  }
  return [];
}
