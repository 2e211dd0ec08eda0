import { DelegationDesk } from '@/features/delegation/delegation-desk';
import { Page } from '@/ui/page';

export default function DelegationPage() {
  return (
    <Page id="delegation-page">
      <DelegationDesk />
    </Page>
  );
}
