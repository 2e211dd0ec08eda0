import { ImportDesk } from '@/features/imports/import-desk';
import { Page } from '@/ui/page';

export default function ImportsPage() {
  return (
    <Page id="hr-imports-page">
      <ImportDesk />
    </Page>
  );
}
