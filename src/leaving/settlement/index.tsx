import { SettlementDesk } from '@/features/departments/settlement-desk';
import { Page } from '@/ui/page';

export default function SettlementPage() {
  return (
    <Page id="settlement-page">
      <SettlementDesk />
    </Page>
  );
}
