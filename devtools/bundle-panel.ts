import path from 'node:path';
import { build } from 'esbuild';

export interface PanelBundle {
  /** URL path → script text. */
  readonly scripts: ReadonlyMap<string, string>;
}

/** Bundles the panel and the phone's bridge in memory: a few tens of milliseconds, so nothing is kept on disk. */
export const bundlePanel = async (): Promise<PanelBundle> => {
  const folder = path.join(__dirname, 'panel');
  const result = await build({
    entryPoints: {
      panel: path.join(folder, 'panel.ts'),
      'phone-bridge': path.join(folder, 'phone-bridge.ts'),
    },
    bundle: true,
    write: false,
    outdir: folder,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    logLevel: 'warning',
  });
  return {
    scripts: new Map(result.outputFiles.map((file) => [`/devtools/${path.basename(file.path)}`, file.text])),
  };
};
