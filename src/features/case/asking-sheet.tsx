import { PeoplePicker } from '@/features/people-picker/people-picker';
import { SignatureSheet } from '@/features/signing/signature-sheet';
import { ChangeDatesSheet } from './change-dates-sheet';
import { DateSheet } from './date-sheet';
import { ReasonSheet } from './reason-sheet';
import { ReturnSheet } from './return-sheet';
import type { Asking } from './use-case-moves';

interface AskingSheetProps {
  readonly asking: Asking;
  readonly onClose: () => void;
}

/** The one question that stands between a tap and what it does. */
export function AskingSheet({ asking, onClose }: AskingSheetProps) {
  switch (asking.by) {
    case 'words':
      return (
        <ReasonSheet
          key={asking.title}
          title={asking.title}
          needed={asking.needed}
          onClose={onClose}
          onSend={asking.send}
        />
      );
    case 'person':
      return (
        <PeoplePicker
          title={asking.title}
          onClose={onClose}
          onPick={({ employmentId, name }) => asking.send(employmentId, name)}
        />
      );
    case 'date':
      return <DateSheet onClose={onClose} onSend={asking.send} />;
    case 'dates':
      return <ChangeDatesSheet dates={asking.dates} onClose={onClose} onSend={asking.send} />;
    case 'return':
      return <ReturnSheet to={asking.to} onClose={onClose} onSend={asking.send} />;
    case 'signature':
      return (
        <SignatureSheet
          document={asking.document}
          caseId={asking.caseId}
          title={asking.title}
          summary={asking.summary}
          onSigned={asking.send}
          onClose={onClose}
        />
      );
  }
}
