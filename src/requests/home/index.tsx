import { RequestsHome } from '@/features/requests/requests-home';
import { Page } from '@/ui/page';

export default function RequestsPage() {
  return (
    <Page id="requests-page">
      <RequestsHome />
    </Page>
  );
}
