import { MonthDesk } from '@/features/month/month-desk';
import { Page } from '@/ui/page';

export default function MonthPage() {
  return (
    <Page id="month-page">
      <MonthDesk />
    </Page>
  );
}
