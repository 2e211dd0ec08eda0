import { ReportsDesk } from '@/features/reports/reports-desk';
import { Page } from '@/ui/page';

export default function ReportsPage() {
  return (
    <Page id="report-people-page">
      <ReportsDesk />
    </Page>
  );
}
