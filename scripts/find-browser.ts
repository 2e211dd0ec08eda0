import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Unable, command, say } from './command';
import { installWithApt, onPath } from './system-packages';

const env = process.env;

/** Where installers put Chrome, Edge and Chromium; names without a folder are looked up on the PATH. */
const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'chromium',
    'chromium-browser',
    '/snap/bin/chromium',
  ],
  darwin: ['Google Chrome', 'Microsoft Edge', 'Chromium'].flatMap((name) =>
    ['/Applications', path.join(env.HOME ?? '', 'Applications')].map((folder) =>
      path.join(folder, `${name}.app/Contents/MacOS/${name}`),
    ),
  ),
  win32: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
    'Chromium\\Application\\chrome.exe',
  ].flatMap((tail) =>
    [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
      folder ? [path.win32.join(folder, tail)] : [],
    ),
  ),
};

/** CHROME_PATH first, then a Chrome, Edge or Chromium that is already installed. */
export const installedBrowser = (): string | undefined => {
  const chosen = env.CHROME_PATH;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Unable(`CHROME_PATH names ${chosen}, and there is no such file.`);
  }
  for (const place of PLACES[process.platform] ?? []) {
    const found = path.isAbsolute(place) ? (existsSync(place) ? place : undefined) : onPath(place);
    if (found) return found;
  }
  return undefined;
};

/** Without a Chinese font every character is the same empty box: nothing overflows and nothing can be read. */
const hasChineseFont = (): boolean => {
  if (process.platform !== 'linux') return true;
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
};

/**
 * A browser that can show Chinese: the path of its program. Installs what is missing with the system's package
 * manager where that needs no question, and otherwise says what to install.
 */
export const findBrowser = (): string => {
  if (!installedBrowser())
    installWithApt(['chromium', 'fonts-noto-cjk'], 'the tests that run in a real browser');
  const browser = installedBrowser();
  if (!browser) {
    throw new Unable(
      'No Chrome, Edge or Chromium was found. Install one of them (on Debian: apt-get install chromium fonts-noto-cjk), or set CHROME_PATH to the program, then run the same command again.',
    );
  }
  if (!hasChineseFont() && !installWithApt(['fonts-noto-cjk', 'fontconfig'], 'Chinese in the browser')) {
    say('No Chinese font was found: pages will show empty boxes. Install Noto Sans CJK (fonts-noto-cjk).');
  }
  return browser;
};

command(__filename, async () => {
  process.stdout.write(`${findBrowser()}\n`);
});
