import type { Meter } from '../measure/meter';
import type { Phone } from '../phone/phone';
import type { Program } from '../program/program';
import type { Faults } from '../script/faults';
import { createLoader, type ModuleLoader } from '../script/module-loader';
import type { ScriptRealm } from '../script/script-realm';
import { createTemplateBook } from '../template/template-book';
import type { Query } from './page-stack';
import { PageView } from './page-view';
import type { ViewDefinition } from './view';

type AppDefinition = Readonly<Record<string, unknown>>;

interface Parts {
  readonly program: Program;
  readonly phone: Phone;
  readonly realm: ScriptRealm;
  readonly faults: Faults;
  readonly meter: Meter;
  /** The pages that scripts see as getCurrentPages(). */
  readonly openPages: () => readonly PageView[];
}

/** The scripts of a mini-program: what they registered with App, Page and Component, loaded when it is needed. */
export class AppRuntime {
  /** What getApp() gives. */
  app: Record<string, unknown> | null = null;
  private readonly pages = new Map<string, ViewDefinition>();
  private readonly components = new Map<string, ViewDefinition>();
  /** The view whose script is running: Page() and Component() do not name it. */
  private loading = 'app';
  private readonly loader: ModuleLoader;
  private readonly book;
  private lastPageId = 0;

  constructor(private readonly parts: Parts) {
    const { realm, program } = parts;
    this.loader = createLoader(program, realm);
    this.book = createTemplateBook(program.files);
    realm.define('App', (definition: AppDefinition) => {
      this.app = { ...definition };
    });
    realm.define('Page', (definition: ViewDefinition) => void this.pages.set(this.loading, definition));
    realm.define(
      'Component',
      (definition: ViewDefinition) => void this.components.set(this.loading, definition),
    );
    realm.define('getApp', () => this.app);
    realm.define('getCurrentPages', () => parts.openPages().map(({ instance }) => instance));
    parts.faults.onFault(({ message }) => this.tellApp('onError', message));
  }

  /** Runs app.js. @throws what it throws, and an Error when it never calls App() */
  start(): void {
    this.loader.run('app.js');
    if (this.app === null) throw new Error('app.js never calls App()');
  }

  /** Calls a life cycle of the app, if it has it. */
  tellApp(lifeCycle: string, ...given: unknown[]): void {
    const told = this.app?.[lifeCycle];
    if (typeof told !== 'function') return;
    const run = () => (told as (...values: unknown[]) => unknown).apply(this.app, given);
    if (lifeCycle === 'onError') run();
    else this.parts.faults.guard(`app ${lifeCycle}`, run);
  }

  /** @throws Error when the page's script fails or never calls Page() */
  makePage(route: string, query: Query): PageView {
    const { program, faults, meter, phone } = this.parts;
    this.loadView(route);
    const definition = this.pages.get(route);
    if (definition === undefined) throw new Error(`${route}.js never calls Page()`);
    this.lastPageId += 1;
    return new PageView(this.lastPageId, route, query, definition, {
      program,
      faults,
      meter,
      clock: phone.clock,
      book: this.book,
      components: this.components,
    });
  }

  /** The script of a page or component, and those of the components that it uses, once. */
  private loadView(view: string): void {
    if (this.pages.has(view) || this.components.has(view)) return;
    const { program } = this.parts;
    const before = this.loading;
    this.loading = view;
    try {
      this.loader.run(`${view}.js`);
    } finally {
      this.loading = before;
    }
    const tags = { ...program.config.usingComponents, ...program.viewConfig(view).usingComponents };
    for (const tag of Object.keys(tags)) {
      const component = program.componentOf(view, tag);
      if (component !== undefined) this.loadView(component);
    }
  }
}
