import { View } from '@tarojs/components';
import type { CaseView } from '@contract/contract';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { StatusMark } from '@/ui/status-mark';

interface OpenQuestionsProps {
  readonly view: CaseView;
  readonly busy: boolean;
  readonly onAnswerDate: (yes: boolean) => void;
  readonly onAnswerWithdrawal: (yes: boolean) => void;
  readonly onCheckPaper: (paper: CaseView['papers'][number]) => void;
}

/** A proposed day and a request to withdraw: who asks what, and for whoever may answer, the two answers. */
export const OpenQuestions = ({
  view,
  busy,
  onAnswerDate,
  onAnswerWithdrawal,
  onCheckPaper,
}: OpenQuestionsProps) => (
  <>
    {view.papers.map((paper) => (
      <View key={paper.taskId} id={`case-paper-${paper.taskId}`}>
        <Notice
          mark={<StatusMark tone="info" />}
          text={`等待配置电子签：《${paper.title}》要由${paper.signerName}签署`}
          more={['签了纸质文件的，核对原件是本人所签，再拍照留存']}
        >
          <Button id="check-paper" look="compact" asleep={busy} onTap={() => onCheckPaper(paper)}>
            已核对，拍照
          </Button>
        </Notice>
      </View>
    ))}
    {view.proposal !== null && (
      <View id="case-proposal">
        <Notice
          mark={<StatusMark tone="info" />}
          text={`${view.proposal.byName}提议最后工作日改为 ${view.proposal.lastDayText}`}
          more={[view.proposal.canAnswer ? '不同意也没关系，原来的日期不变' : '等员工本人答复']}
        >
          {view.proposal.canAnswer && (
            <Answers id="answer-date" yes="同意" no="保持原日期" busy={busy} onAnswer={onAnswerDate} />
          )}
        </Notice>
      </View>
    )}
    {view.withdrawal !== null && (
      <View id="case-withdrawal">
        <Notice
          mark={<StatusMark tone="info" />}
          text={`${view.withdrawal.byName}申请撤回：${view.withdrawal.reason}`}
          more={[
            view.withdrawal.whenText,
            view.withdrawal.canAnswer
              ? '答复之前流程照常走'
              : '通知已经送达，是否撤回由公司答复；答复之前流程照常走',
          ]}
        >
          {view.withdrawal.canAnswer && (
            <Answers
              id="answer-withdrawal"
              yes="同意撤回"
              no="不同意"
              busy={busy}
              onAnswer={onAnswerWithdrawal}
            />
          )}
        </Notice>
      </View>
    )}
  </>
);

interface AnswersProps {
  readonly id: string;
  readonly yes: string;
  readonly no: string;
  readonly busy: boolean;
  readonly onAnswer: (yes: boolean) => void;
}

const Answers = ({ id, yes, no, busy, onAnswer }: AnswersProps) => (
  <>
    <Button id={`${id}-yes`} look="compact" asleep={busy} onTap={() => onAnswer(true)}>
      {yes}
    </Button>
    <Button id={`${id}-no`} look="compact" asleep={busy} onTap={() => onAnswer(false)}>
      {no}
    </Button>
  </>
);
