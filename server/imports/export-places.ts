import { PLACE_COLUMNS } from '@domain/imports/place-columns';
import { organisation } from '../organisation';
import { type Exporter, noParts } from '../spreadsheets/exporter';

const WIDTHS: Partial<Record<string, number>> = { 名称: 24, 地址: 40 };

const SHEET = {
  name: '考勤地点',
  columns: PLACE_COLUMNS.map(({ title }) => ({ title, width: WIDTHS[title] })),
};

export const placesTemplate: Exporter<'placesTemplate'> = async () => ({
  fileName: '考勤地点导入模板.xlsx',
  sheets: [SHEET],
  total: 0,
  parts: noParts,
});

/** The places that are published; drafts are nobody's place yet. */
export const places: Exporter<'places'> = async (ports) => {
  const { published } = await organisation(ports);
  const found = published.places;
  return {
    fileName: '考勤地点.xlsx',
    sheets: [SHEET],
    total: found.length,
    async *parts(after) {
      if (after !== null) return;
      yield {
        rows: found.map(({ name, longitude, latitude, radiusMeters, address }) => ({
          sheet: 0,
          cells: [name, longitude, latitude, radiusMeters, address ?? ''],
        })),
        done: found.length,
        after: 'all',
      };
    },
  };
};
