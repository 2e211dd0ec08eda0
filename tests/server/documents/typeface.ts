import { readFileSync } from 'node:fs';
import { typefaceOf } from '@server/documents/typeface';

const FONT = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');

export const NOTO = typefaceOf(readFileSync(FONT));
