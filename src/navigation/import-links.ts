import Taro from '@tarojs/taro';
import type { InputOf } from '@contract/contract';

/** 导入员工, 导入考勤地点. */
export const openImports = (kind: InputOf<'imports.list'>['kind']): Promise<unknown> =>
  Taro.navigateTo({ url: `/hr/imports/index?kind=${kind}` });
