import { ShiftEditor } from '@/features/rules/shift-editor';
import { Page } from '@/ui/page';

export default function ShiftPage() {
  return (
    <Page id="hr-shift-page">
      <ShiftEditor />
    </Page>
  );
}
