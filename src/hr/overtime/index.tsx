import { OvertimeEditor } from '@/features/rules/overtime-editor';
import { Page } from '@/ui/page';

export default function OvertimePage() {
  return (
    <Page id="hr-overtime-page">
      <OvertimeEditor />
    </Page>
  );
}
