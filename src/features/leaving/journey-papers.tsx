import { Text, View } from '@tarojs/components';
import type { usePapers } from '@/features/papers/use-papers';
import { MY_PAPERS, open } from '@/navigation/leaving-links';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Panel } from '@/ui/panel';
import { troubleSentence } from '@/wording/troubles';

interface JourneyPapersProps {
  /** Of the page itself: what comes later on a page never hears that the page has come up. */
  readonly papers: ReturnType<typeof usePapers>;
}

/** The leaver's papers, one tap each; their numbers and digests are on the page of all of them. */
export function JourneyPapers({ papers: { view, trouble, said, open: show } }: JourneyPapersProps) {
  const papers = (view?.papers ?? []).filter(({ purged }) => !purged);
  const words = said ?? (trouble && troubleSentence(trouble).text);
  return (
    <Panel id="journey-papers" title="文件">
      {papers.length === 0 && words === null && (
        <Text className="leaving__quiet">文件做好以后会出现在这里，可以打开和转发。</Text>
      )}
      {papers.map((paper) => (
        <View
          key={paper.id}
          id={`journey-paper-${paper.number}`}
          className="leaving__line"
          onClick={() => void show(paper)}
        >
          <View>
            <Text>{paper.version > 1 ? `${paper.title}（第 ${paper.version} 版）` : paper.title}</Text>
            <Text className="leaving__quiet">{paper.revokedText ?? paper.madeText}</Text>
          </View>
          <Icon name="next" />
        </View>
      ))}
      {words !== null && <Text className="leaving__quiet">{words}</Text>}
      {papers.length > 0 && (
        <Button id="journey-all-papers" look="text" onTap={() => void open(MY_PAPERS)}>
          编号、验证和更多
        </Button>
      )}
    </Panel>
  );
}
