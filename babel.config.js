/* eslint-disable @typescript-eslint/no-require-imports -- Babel reads this file as CommonJS. */
const { extname } = require('node:path');
const { transformSync } = require('esbuild');

/**
 * TypeScript and JSX are turned into plain JavaScript by esbuild, which builds the cloud functions as well;
 * Babel then does what Taro asks of it. Taro's own way needs @babel/preset-react beside its preset.
 */
const typescriptByEsbuild = () => ({
  parserOverride(code, options, parse) {
    const loader = { '.ts': 'ts', '.tsx': 'tsx' }[extname(options.sourceFileName ?? '')];
    if (loader === undefined) return parse(code, options);
    return parse(transformSync(code, { loader, jsx: 'automatic', target: 'esnext' }).code, options);
  },
});

module.exports = {
  presets: [['taro', { framework: 'jsx-by-esbuild', ts: false, compiler: 'webpack5', useBuiltIns: false }]],
  plugins: [typescriptByEsbuild],
};
