import { CalendarEditor } from '@/features/rules/calendar-editor';
import { Page } from '@/ui/page';

export default function CalendarPage() {
  return (
    <Page id="hr-calendar-page">
      <CalendarEditor />
    </Page>
  );
}
