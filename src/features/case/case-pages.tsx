import { Text, View } from '@tarojs/components';
import type { CaseView } from '@contract/contract';
import { openPageOf, openPapersOf } from '@/navigation/leaving-links';
import { Icon } from '@/ui/icon';
import { Panel } from '@/ui/panel';

type Page = NonNullable<CaseView['pages']>[number];

const PAGES: { readonly [Name in Page]: readonly [title: string, folder: string] } = {
  handover: ['交接清单', 'review'],
  settlement: ['结算', 'settlement'],
  assets: ['资产', 'assets'],
  interview: ['离职面谈', 'interview'],
  nonCompete: ['竞业限制告知书', 'non-compete'],
};

/** What else there is to read of a leaving: the papers, and for HR the departments' pages. */
export function CasePages({ view: { caseId, pages = [], canReadPapers } }: { readonly view: CaseView }) {
  if (pages.length === 0 && !canReadPapers) return null;
  return (
    <Panel id="case-pages" title="这个案件的页面">
      {pages.map((page) => {
        const [title, folder] = PAGES[page];
        return (
          <Line
            key={page}
            id={`case-page-${page}`}
            title={title}
            onTap={() => void openPageOf(folder, caseId)}
          />
        );
      })}
      {canReadPapers && (
        <Line
          id="case-papers"
          title={pages.length > 0 ? '文件与存证' : '文件'}
          onTap={() => void openPapersOf(caseId)}
        />
      )}
    </Panel>
  );
}

interface LineProps {
  readonly id: string;
  readonly title: string;
  readonly onTap: () => void;
}

const Line = ({ id, title, onTap }: LineProps) => (
  <View id={id} className="case__page" onClick={onTap}>
    <Text>{title}</Text>
    <Icon name="next" />
  </View>
);
