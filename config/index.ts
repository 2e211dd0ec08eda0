import { resolve } from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import TsconfigPathsPlugin from 'tsconfig-paths-webpack-plugin';
import type Chain from 'webpack-chain';

/** TypeScript outside src/ that the phone may use: without this line Taro leaves it untranspiled. */
const outsideSource = { include: [resolve(__dirname, '../domain')] };

/** One CSS pixel is one pixel, as in WeUI: a wide window gets more room, not bigger letters. */
const plainPixels = { pxtransform: { enable: false, config: {} } };

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
  defineConstants: {
    /** The CloudBase environment of the weapp build; empty: the one that WeChat ties to the app id. */
    CLOUD_ENVIRONMENT: JSON.stringify(process.env.ZHOUDAO_CLOUD_ENVIRONMENT ?? ''),
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
