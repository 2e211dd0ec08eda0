import type { TableColumn } from '../spreadsheets/table';

/** The columns of a list of places, in this order in templates and exports. Coordinates are GCJ-02 degrees. */
export const PLACE_COLUMNS = [
  { title: '名称', required: true, also: ['地点名称', '考勤地点'] },
  { title: '经度', required: true },
  { title: '纬度', required: true },
  { title: '半径', required: true, also: ['半径（米）', '半径(米)', '打卡半径'] },
  { title: '地址', required: false, also: ['详细地址'] },
] as const satisfies readonly TableColumn[];

export type PlaceTitle = (typeof PLACE_COLUMNS)[number]['title'];
