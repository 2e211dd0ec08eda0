import { AssetsDesk } from '@/features/departments/assets-desk';
import { Page } from '@/ui/page';

export default function AssetsPage() {
  return (
    <Page id="assets-page">
      <AssetsDesk />
    </Page>
  );
}
