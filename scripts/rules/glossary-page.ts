import { GLOSSARY } from '../../domain/glossary';
import { alignedTable } from './table';

/** docs/glossary.md: the words of the trade in English and Chinese. */
export const glossaryPage = (): string =>
  [
    '# Glossary',
    '',
    'What code says, what people say, what it means. `npm run rules:write` writes this page from `domain/glossary.ts`.',
    '',
    ...GLOSSARY.flatMap(({ title, words }) => [
      `## ${title}`,
      '',
      ...alignedTable(
        ['English', '中文', 'Meaning'],
        words.map(({ english, chinese, meaning }) => [english, chinese, meaning]),
      ),
      '',
    ]),
  ].join('\n');
