import { CompanyDesk } from '@/features/people/company-desk';
import { Page } from '@/ui/page';

export default function CompanyDeskPage() {
  return (
    <Page id="hr-people-company-page">
      <CompanyDesk />
    </Page>
  );
}
