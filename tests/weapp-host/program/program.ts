import { posix } from 'node:path';
import type { ProgramFiles } from './program-files';

/** A page's or a component's json. */
export interface ViewConfig {
  readonly component?: boolean;
  readonly usingComponents?: Readonly<Record<string, string>>;
  readonly navigationBarTitleText?: string;
  readonly enablePullDownRefresh?: boolean;
}

interface AppConfig {
  readonly pages: readonly string[];
  readonly subPackages?: readonly SubpackageConfig[];
  readonly subpackages?: readonly SubpackageConfig[];
  readonly window?: Readonly<Record<string, unknown>>;
  readonly tabBar?: { readonly list: readonly TabConfig[] } & Readonly<Record<string, unknown>>;
  readonly requiredPrivateInfos?: readonly string[];
  readonly permission?: Readonly<Record<string, { readonly desc?: string }>>;
  readonly themeLocation?: string;
  readonly usingComponents?: Readonly<Record<string, string>>;
  readonly __usePrivacyCheck__?: boolean;
}

interface SubpackageConfig {
  readonly root: string;
  readonly pages: readonly string[];
}

export interface TabConfig {
  readonly pagePath: string;
  readonly text: string;
  readonly iconPath?: string;
  readonly selectedIconPath?: string;
}

/** The main package's root is ''. */
export interface Package {
  readonly root: string;
  readonly pages: readonly string[];
}

/** A mini-program as its app.json declares it. Page paths have no leading slash: 'pages/punch/index'. */
export interface Program {
  readonly files: ProgramFiles;
  readonly config: AppConfig;
  readonly packages: readonly Package[];
  readonly pages: readonly string[];
  readonly tabs: readonly TabConfig[];
  /** The declared base library: '3.10.0'. */
  readonly baseLibrary: string;
  isTab(page: string): boolean;
  packageOf(file: string): Package;
  /** Of a page or of a component, by its path without an ending. */
  viewConfig(view: string): ViewConfig;
  /** The component behind a tag of a view; undefined when the tag is WeChat's own. */
  componentOf(view: string, tag: string): string | undefined;
}

const DEFAULT_BASE_LIBRARY = '3.10.0';

/** @throws Error naming the file and what is wrong with it */
export function readProgram(files: ProgramFiles, baseLibrary?: string): Program {
  const config = readJson<AppConfig>(files, 'app.json');
  if (!Array.isArray(config.pages) || config.pages.length === 0)
    throw new Error('app.json: "pages" must name at least one page');
  const packages: Package[] = [
    { root: '', pages: config.pages },
    ...(config.subPackages ?? config.subpackages ?? []).map((sub) => {
      const root = sub.root.replace(/^\/|\/$/g, '');
      return { root, pages: sub.pages.map((page) => `${root}/${page}`) };
    }),
  ];
  const pages = packages.flatMap((one) => one.pages);
  for (const page of pages)
    for (const ending of ['js', 'wxml'])
      if (!files.has(`${page}.${ending}`))
        throw new Error(`app.json names ${page}, and the package has no ${page}.${ending}`);
  const tabs = config.tabBar?.list ?? [];
  for (const { pagePath } of tabs)
    if (!config.pages.includes(pagePath))
      throw new Error(`app.json: the tab ${pagePath} is not a page of the main package`);
  const [main, ...subpackages] = packages as [Package, ...Package[]];
  const viewConfig = (view: string) =>
    files.has(`${view}.json`) ? readJson<ViewConfig>(files, `${view}.json`) : {};
  return {
    files,
    config,
    packages,
    pages,
    tabs,
    baseLibrary: baseLibrary ?? declaredLibrary(files),
    isTab: (page) => tabs.some(({ pagePath }) => pagePath === page),
    packageOf: (file) => subpackages.find(({ root }) => file.startsWith(`${root}/`)) ?? main,
    viewConfig,
    componentOf: (view, tag) => {
      const place = viewConfig(view).usingComponents?.[tag] ?? config.usingComponents?.[tag];
      if (place === undefined) return undefined;
      return place.startsWith('/') ? place.slice(1) : posix.join(posix.dirname(view), place);
    },
  };
}

const declaredLibrary = (files: ProgramFiles): string =>
  files.has('project.config.json')
    ? (readJson<{ libVersion?: string }>(files, 'project.config.json').libVersion ?? DEFAULT_BASE_LIBRARY)
    : DEFAULT_BASE_LIBRARY;

function readJson<Shape>(files: ProgramFiles, file: string): Shape {
  try {
    return JSON.parse(files.text(file)) as Shape;
  } catch (thrown) {
    throw new Error(`${file}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
}
