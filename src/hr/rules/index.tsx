import { RuleList } from '@/features/rules/rule-list';
import { Page } from '@/ui/page';

export default function RulesPage() {
  return (
    <Page id="hr-rules-page">
      <RuleList />
    </Page>
  );
}
