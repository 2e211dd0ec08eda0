import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import TsconfigPathsPlugin from 'tsconfig-paths-webpack-plugin';
import type Chain from 'webpack-chain';

/** TypeScript outside src/ that the phone may use: without this line Taro leaves it untranspiled. */
const outsideSource = { include: [resolve(__dirname, '../domain')] };

/** One CSS pixel is one pixel, as in WeUI: a wide window gets more room, not bigger letters. */
const plainPixels = { pxtransform: { enable: false, config: {} } };

/** Another text for each version of contract/, so that the phone knows which kept views it can still read. */
function contractStamp(): string {
  const folder = resolve(__dirname, '../contract');
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(resolve(folder, file)));
  return hash.digest('hex').slice(0, 12);
}

const aliases = (chain: Chain) => {
  chain.resolve.plugin('tsconfig-paths').use(TsconfigPathsPlugin);
};

const config: UserConfigExport<'webpack5'> = {
  projectName: 'zhoudao',
  designWidth: 375,
  deviceRatio: { 375: 1 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: true },
  plugins: [],
  // A shared card wants a file of the package, not a picture inside the code.
  copy: {
    patterns: [{ from: 'src/assets/card.png', to: `dist/${process.env.TARO_ENV}/assets/card.png` }],
    options: {},
  },
  defineConstants: {
    /** The CloudBase environment of the weapp build; empty: the one that WeChat ties to the app id. */
    CLOUD_ENVIRONMENT: JSON.stringify(process.env.ZHOUDAO_CLOUD_ENVIRONMENT ?? ''),
    CONTRACT_STAMP: JSON.stringify(contractStamp()),
  },
  mini: {
    compile: outsideSource,
    postcss: plainPixels,
    miniCssExtractPluginOption: { ignoreOrder: true },
    webpackChain: aliases,
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: outsideSource,
    postcss: plainPixels,
    miniCssExtractPluginOption: { ignoreOrder: true },
    webpackChain: aliases,
  },
};

export default defineConfig<'webpack5'>(config);
