import { MachineDesk } from '@/features/machine-punches/machine-desk';
import { Page } from '@/ui/page';

export default function MachinePage() {
  return (
    <Page id="hr-machine-page">
      <MachineDesk />
    </Page>
  );
}
