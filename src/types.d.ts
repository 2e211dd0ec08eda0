/// <reference types="@tarojs/taro" />

declare module '*.scss';
declare module '*.png' {
  const path: string;
  export default path;
}

/** Set by config/index.ts. */
declare const CLOUD_ENVIRONMENT: string;
