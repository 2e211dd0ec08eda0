import { PersonDesk } from '@/features/reports/person-desk';
import { Page } from '@/ui/page';

export default function PersonReportPage() {
  return (
    <Page id="report-person-page">
      <PersonDesk />
    </Page>
  );
}
