import { CorrectionsEditor } from '@/features/rules/corrections-editor';
import { Page } from '@/ui/page';

export default function CorrectionsPage() {
  return (
    <Page id="hr-corrections-page">
      <CorrectionsEditor />
    </Page>
  );
}
