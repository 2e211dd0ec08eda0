import { MonthsDesk } from '@/features/months/months-desk';
import { Page } from '@/ui/page';

export default function MonthsPage() {
  return (
    <Page id="months-page">
      <MonthsDesk />
    </Page>
  );
}
