import type { Program } from '../program/program';
import { siteOf } from '../template/site';
import type { TemplateBook } from '../template/template-book';
import type { EventOwner, TreeNode } from '../tree/tree-node';
import { ComponentView } from './component-view';
import { View, type ViewDefinition, type ViewSurroundings } from './view';

export interface PageSurroundings extends ViewSurroundings {
  readonly program: Program;
  readonly book: TemplateBook;
  /** What Component() was called with, by component. */
  readonly components: ReadonlyMap<string, ViewDefinition>;
}

/** A page on the stack, with what it shows. */
export class PageView extends View {
  /** What the person sees; empty before the first frame. */
  tree: readonly TreeNode[] = [];
  /** In the bar above the page. */
  title: string;
  /** By place in the tree. */
  private components = new Map<string, ComponentView>();
  private readonly typed = new Map<string, string>();
  private ready = false;

  constructor(
    readonly id: number,
    route: string,
    readonly query: Readonly<Record<string, string>>,
    definition: ViewDefinition,
    private readonly pageAround: PageSurroundings,
  ) {
    super(route, pageAround);
    const { data, ...fields } = definition;
    this.adopt(fields, data);
    this.title =
      pageAround.program.viewConfig(route).navigationBarTitleText ??
      String(pageAround.program.config.window?.navigationBarTitleText ?? '');
    Object.assign(this.instance, { route, options: query, getPageId: () => `pageId:${id}` });
    this.instance.__webviewId__ = id;
  }

  protected get page(): string {
    return this.route;
  }

  load(): void {
    this.call('onLoad', { ...this.query });
  }

  /** Shown again or for the first time; the first frame comes after it. */
  appear(): void {
    this.call('onShow');
    if (!this.ready) this.planFrame();
  }

  leave(): void {
    this.call('onUnload');
    for (const component of this.components.values()) component.call('detached');
    this.components.clear();
  }

  /** What was typed into a field stays there until the page sets another value. */
  type(place: string, text: string): void {
    this.typed.set(place, text);
  }

  typedAt(place: string): string | undefined {
    return this.typed.get(place);
  }

  /** @throws Error when a template is not found or an expression fails */
  protected show(): void {
    const seen = new Map<string, ComponentView>();
    this.tree = this.build(this, this.data, seen);
    const fresh = [...seen].filter(([place]) => !this.components.has(place));
    const gone = [...this.components].filter(([place]) => !seen.has(place));
    this.components = seen;
    for (const [, component] of gone) component.call('detached');
    for (const [, component] of fresh) {
      component.call('attached');
      component.call('ready');
    }
    if (this.ready) return;
    this.ready = true;
    this.call('onReady');
  }

  private build(
    owner: EventOwner,
    names: Readonly<Record<string, unknown>>,
    seen: Map<string, ComponentView>,
    under = '',
  ): TreeNode[] {
    const { program, book } = this.pageAround;
    const { build, scopeWith } = book.bodyOf(`${owner.route}.wxml`);
    const site = siteOf(
      owner,
      (tag, place, properties) => {
        const path = program.componentOf(owner.route, tag);
        if (path === undefined) return undefined;
        const component = this.components.get(place) ?? this.make(path);
        seen.set(place, component);
        component.receive(properties);
        return this.build(component, component.data, seen, place);
      },
      under,
    );
    return build(scopeWith(names), site);
  }

  private make(path: string): ComponentView {
    const definition = this.pageAround.components.get(path);
    if (definition === undefined) throw new Error(`${path} is used and was never given to Component()`);
    const host = { page: this.route, redraw: () => this.show() };
    return new ComponentView(path, definition, this.pageAround, host);
  }
}
