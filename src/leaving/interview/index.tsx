import { InterviewDesk } from '@/features/departments/interview-desk';
import { Page } from '@/ui/page';

export default function InterviewPage() {
  return (
    <Page id="interview-page">
      <InterviewDesk />
    </Page>
  );
}
