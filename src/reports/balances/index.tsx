import { BalancesDesk } from '@/features/reports/balances-desk';
import { Page } from '@/ui/page';

export default function BalancesPage() {
  return (
    <Page id="balances-page">
      <BalancesDesk />
    </Page>
  );
}
