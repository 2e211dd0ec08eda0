import { View, type ViewDefinition, type ViewSurroundings } from './view';

/** Fields of Component() that change what it does and that this host does not do. */
const NOT_MODELLED = ['observers', 'behaviors', 'relations', 'externalClasses', 'pageLifetimes'];

type Property =
  { readonly type?: unknown; readonly value?: unknown } | null | ((...given: never[]) => unknown);

/** One custom component on a page. */
export class ComponentView extends View {
  /** @throws Error naming a field that this host does not model */
  constructor(
    component: string,
    definition: ViewDefinition,
    around: ViewSurroundings,
    private readonly host: { readonly page: string; redraw(): void },
  ) {
    super(component, around);
    for (const field of NOT_MODELLED)
      if (isUsed(definition[field])) throw new Error(`${component}: Component({ ${field} }) is not modelled`);
    const properties = (definition.properties ?? {}) as Record<string, Property>;
    const initial = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valueOf(one)]));
    this.adopt(
      { ...(definition.methods as object | undefined), ...lifeCyclesOf(definition) },
      {
        ...initial,
        ...(definition.data as object | undefined),
      },
    );
    this.instance.properties = this.data;
    this.instance.getPageId = () => host.page;
  }

  protected get page(): string {
    return this.host.page;
  }

  protected show(): void {
    this.host.redraw();
  }

  /** What the template of its owner gives it. */
  receive(properties: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(properties))
      if (name in this.data && value !== undefined) this.data[name] = value;
  }
}

const isUsed = (field: unknown): boolean =>
  field !== undefined && field !== null && Object.keys(field).length > 0;

const valueOf = (property: Property): unknown =>
  typeof property === 'object' && property !== null ? (property.value ?? null) : null;

/** `lifetimes` come before fields of the same names beside them. */
function lifeCyclesOf(definition: ViewDefinition): ViewDefinition {
  const lifetimes = (definition.lifetimes ?? {}) as ViewDefinition;
  const names = ['created', 'attached', 'ready', 'detached'];
  return Object.fromEntries(names.map((name) => [name, lifetimes[name] ?? definition[name]]));
}
