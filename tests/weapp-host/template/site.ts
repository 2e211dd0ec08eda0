import type { EventOwner, TreeNode } from '../tree/tree-node';

/** Where a piece of a template is being built: whose it is, and a name for the place that stays the same. */
export interface Site {
  readonly owner: EventOwner;
  readonly place: string;
  below(step: string): Site;
  /** The tree of a custom component; undefined when the tag is WeChat's own. */
  component(
    tag: string,
    place: string,
    properties: Readonly<Record<string, unknown>>,
  ): TreeNode[] | undefined;
}

export function siteOf(owner: EventOwner, component: Site['component'], place = ''): Site {
  return { owner, place, component, below: (step) => siteOf(owner, component, `${place}/${step}`) };
}
