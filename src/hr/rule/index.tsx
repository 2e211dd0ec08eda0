import { RuleEditor } from '@/features/rules/rule-editor';
import { Page } from '@/ui/page';

export default function RulePage() {
  return (
    <Page id="hr-rule-page">
      <RuleEditor />
    </Page>
  );
}
