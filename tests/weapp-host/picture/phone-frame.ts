import type { Phone } from '../phone/phone';
import type { Program, TabConfig } from '../program/program';
import { elementsIn } from '../tree/tree-node';
import type { WeappHost } from '../weapp-host';
import { htmlOfPage } from './html-of-page';

/** One state of a page, as a person would see it, and the words under it. */
export interface Shot {
  readonly caption: string;
  readonly frame: string;
}

const BAR = 44;
const STATUS = 20;
const TABS = 54;

/** The page on top, in a phone whose bars are drawn from app.json; its content scrolls as in WeChat. */
export async function shotOf(host: WeappHost, caption: string): Promise<Shot> {
  const { program, page, phone } = host;
  const held = new Map([...phone.files, ...(await picturesFromCloud(host))]);
  const look = lookOf(program, phone);
  const tabs = program.isTab(page.route) ? tabBar(program, page.route, look) : '';
  const height = phone.window.height - STATUS - BAR - (tabs === '' ? 0 : TABS);
  const document = htmlOfPage(host, held);
  const frame = `
    <div class="phone" style="width:${phone.window.width}px;background:${look('backgroundColor')}">
      <div class="bar" style="height:${STATUS + BAR}px;padding-top:${STATUS}px;background:${look('navigationBarBackgroundColor')};color:${look('navigationBarTextStyle')}">
        ${host.pages.length > 1 ? '<span class="back">‹</span>' : ''}${escaped(page.title)}<span class="capsule">•••　◎</span>
      </div>
      <iframe style="height:${height}px" data-height="${height}" srcdoc="${escaped(document)}"></iframe>
      ${tabs}
    </div>`;
  return { caption, frame };
}

/** What the page shows by address, fetched while the cloud is there. */
async function picturesFromCloud({ page, phone }: WeappHost): Promise<[string, Buffer][]> {
  const addresses = [...elementsIn(page.tree)]
    .filter(({ tag }) => tag === 'image')
    .map(({ attributes }) => String(attributes.src))
    .filter((src) => /^https?:/.test(src));
  return Promise.all(addresses.map(async (src) => [src, await phone.line.download(src)] as [string, Buffer]));
}

type Look = (field: string) => string;

/** Fields of app.json's window and tabBar, with `@names` looked up in theme.json. */
function lookOf({ config, files }: Program, { theme }: Phone): Look {
  const themes = config.themeLocation
    ? (JSON.parse(files.text(config.themeLocation)) as Record<string, Record<string, string>>)
    : {};
  const fields: Record<string, unknown> = { ...config.tabBar, ...config.window };
  const own: Record<string, unknown> = { ...config.tabBar };
  return (field) => {
    const [name = '', of] = field.split('@');
    const value = String((of === 'tabs' ? own : fields)[name] ?? '');
    return value.startsWith('@') ? (themes[theme]?.[value.slice(1)] ?? '') : value;
  };
}

function tabBar(program: Program, route: string, look: Look): string {
  const tabs = program.tabs.map((tab) => {
    const chosen = tab.pagePath === route;
    const colour = look(chosen ? 'selectedColor@tabs' : 'color@tabs');
    return `<div style="color:${colour}">${icon(program, tab, chosen)}${escaped(tab.text)}</div>`;
  });
  return `<div class="tabs" style="height:${TABS}px;background:${look('backgroundColor@tabs')}">${tabs.join('')}</div>`;
}

function icon({ files }: Program, { iconPath, selectedIconPath }: TabConfig, chosen: boolean): string {
  const path = chosen ? selectedIconPath : iconPath;
  if (path === undefined || !files.has(path)) return '';
  return `<img src="data:image/png;base64,${files.bytes(path).toString('base64')}">`;
}

/** Shots side by side, each under its words. */
export function sheetOf(title: string, shots: readonly Shot[]): string {
  const figures = shots.map(
    ({ caption, frame }) => `<figure>${frame}<figcaption>${escaped(caption)}</figcaption></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>${SHEET_LOOK}</style>
    <h1>${escaped(title)}</h1><main>${figures.join('')}</main>`;
}

const SHEET_LOOK = `
  body { margin: 24px; width: max-content; background: #8a9390; font: 20px "Noto Sans CJK SC", sans-serif; color: #fff; }
  h1 { font-size: 30px; margin: 0 0 20px; width: 0; min-width: 100%; }
  main { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 28px; max-width: 2080px; }
  figure { margin: 0; } figcaption { padding: 10px 2px; max-width: 390px; }
  .phone { border-radius: 18px; overflow: hidden; box-shadow: 0 6px 22px #0005; }
  .bar { position: relative; box-sizing: border-box; display: flex; align-items: center; justify-content: center; font-size: 17px; font-weight: 600; }
  .back { position: absolute; left: 14px; font-size: 30px; line-height: 1; }
  .capsule { position: absolute; right: 10px; padding: 4px 12px; border: 1px solid #8885; border-radius: 16px; font-size: 13px; }
  iframe { display: block; width: 100%; border: 0; }
  .tabs { display: flex; align-items: center; justify-content: space-around; font-size: 11px; text-align: center; }
  .tabs img { display: block; width: 26px; height: 26px; margin: 0 auto 2px; }
`;

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
