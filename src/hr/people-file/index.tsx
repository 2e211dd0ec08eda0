import { StaffFile } from '@/features/people/staff-file';
import { Page } from '@/ui/page';

export default function StaffFilePage() {
  return (
    <Page id="hr-people-file-page">
      <StaffFile />
    </Page>
  );
}
