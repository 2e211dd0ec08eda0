import { SettingsEditor } from '@/features/rules/settings-editor';
import { Page } from '@/ui/page';

export default function SettingsPage() {
  return (
    <Page id="hr-settings-page">
      <SettingsEditor />
    </Page>
  );
}
