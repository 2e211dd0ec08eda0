import { LeavesEditor } from '@/features/rules/leaves-editor';
import { Page } from '@/ui/page';

export default function LeavesPage() {
  return (
    <Page id="hr-leaves-page">
      <LeavesEditor />
    </Page>
  );
}
