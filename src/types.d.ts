/// <reference types="@tarojs/taro" />

declare module '*.scss';
declare module '*.png' {
  const path: string;
  export default path;
}

/** Set by config/index.ts: the CloudBase environment, or '' for the one that belongs to the app id. */
declare const CLOUD_ENVIRONMENT: string;

/** Set by config/index.ts: another text for each version of the contract. */
declare const CONTRACT_STAMP: string;
