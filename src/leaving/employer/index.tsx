import { EmployerDesk } from '@/features/leavers/employer-desk';
import { Page } from '@/ui/page';

export default function EmployerPage() {
  return (
    <Page id="employer-page">
      <EmployerDesk />
    </Page>
  );
}
