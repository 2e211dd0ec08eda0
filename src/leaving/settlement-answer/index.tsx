import { SettlementAnswerDesk } from '@/features/departments/settlement-answer-desk';
import { Page } from '@/ui/page';

export default function SettlementAnswerPage() {
  return (
    <Page id="settlement-answer-page">
      <SettlementAnswerDesk />
    </Page>
  );
}
