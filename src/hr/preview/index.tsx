import { PreviewDesk } from '@/features/rules/preview-desk';
import { Page } from '@/ui/page';

export default function PreviewPage() {
  return (
    <Page id="hr-preview-page">
      <PreviewDesk />
    </Page>
  );
}
