import { Picker, Switch, Text, Textarea, View } from '@tarojs/components';
import { SignatureSheet } from '@/features/signing/signature-sheet';
import { LEAVING_JOURNEY, open } from '@/navigation/leaving-links';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { troubleSentence } from '@/wording/troubles';
import { CardCheck } from './card-check';
import { Law } from './law';
import { Proofs } from './proofs';
import { type Forecast, useNotice } from './use-notice';
import './leaving.scss';

const MOST_LETTERS = 500;

type NoticeForm = ReturnType<typeof useNotice>;

/** The day, what the law makes of it, the text, and one's name under it. */
export function NoticeDesk() {
  const form = useNotice();
  const { forecast, trouble, signing } = form;
  if (forecast === null && trouble !== null && trouble.kind !== 'refused')
    return (
      <ErrorState
        id="notice-trouble"
        trouble={trouble}
        safe="已写的内容留在手机上。"
        onRetry={() => void form.reload()}
      />
    );
  return (
    <View className="leaving">
      <Day form={form} />
      {forecast === null ? <Bones /> : <Explained forecast={forecast} />}
      {forecast?.route === 'agreement' && <Remote form={form} />}
      <Reason form={form} />
      {forecast?.route === 'agreement' && (
        <Proofs
          photos={form.photos}
          consent={form.draft.proofConsent}
          onConsent={(proofConsent) => form.write({ proofConsent })}
          onAdd={() => void form.addPhotos()}
          onDrop={form.dropPhoto}
        />
      )}
      {forecast?.comparesCards === true && <CardCheck folder={forecast.uploadFolder} />}
      {forecast !== null && <WhatIsSent forecast={forecast} />}
      <Stuck form={form} />
      <Send form={form} />
      {signing !== null && signing.signature !== null && (
        <SignatureSheet
          document={signing.signature.document}
          caseId={null}
          title={signing.signature.title}
          summary={signing.text}
          onSigned={(drawn) => void form.send(signing, drawn)}
          onClose={form.stopSigning}
        />
      )}
    </View>
  );
}

function Day({ form: { draft, forecast, trouble, write } }: { readonly form: NoticeForm }) {
  const shown = draft.wished ?? forecast?.lastDay ?? '';
  return (
    <Panel title="最后工作日">
      <Picker mode="date" value={shown} onChange={(event) => write({ wished: event.detail.value })}>
        <View id="notice-day" className="leaving__day">
          <Text>{forecast && draft.wished === null ? forecast.lastDayText : dayWords(shown)}</Text>
          <Icon name="next" />
        </View>
      </Picker>
      {forecast?.label != null && (
        <View id="notice-label" className="leaving__label">
          <StatusMark tone="late" word={forecast.label} />
        </View>
      )}
      {trouble?.kind === 'refused' && (
        <View id="notice-day-refused">
          <StatusMark tone="missing" word={troubleSentence(trouble).text} />
        </View>
      )}
      {forecast !== null && draft.wished !== null && (
        <Button id="notice-earliest" look="text" onTap={() => write({ wished: null })}>
          {`用最早的一天：${forecast.earliestText}`}
        </Button>
      )}
    </Panel>
  );
}

/** '2026-11-21' as people say it. */
const dayWords = (date: string): string =>
  date === '' ? '请选择' : `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;

const Explained = ({ forecast }: { readonly forecast: Forecast }) => (
  <Panel id="notice-explained" title={forecast.flowTitle}>
    {forecast.sentences.map((sentence, place) => (
      <Law key={place} law={sentence} />
    ))}
  </Panel>
);

const Remote = ({ form: { draft, write } }: { readonly form: NoticeForm }) => (
  <Panel>
    <View className="leaving__switch">
      <Text>人在外地，全程线上办理（资产可快递，不用到场）</Text>
      <Switch
        id="notice-remote"
        checked={draft.remote}
        onChange={(event) => write({ remote: event.detail.value })}
      />
    </View>
  </Panel>
);

const Reason = ({ form: { draft, write } }: { readonly form: NoticeForm }) => (
  <Panel title="原因（选填）">
    <Textarea
      id="notice-reason"
      name="reason"
      className="leaving__reason"
      placeholder="可以不写，这是你的权利"
      placeholderClass="leaving__placeholder"
      maxlength={MOST_LETTERS}
      value={draft.reason}
      onInput={(event) => write({ reason: event.detail.value })}
    />
  </Panel>
);

const WhatIsSent = ({ forecast: { recipients, signature } }: { readonly forecast: Forecast }) => (
  <Panel title={signature === null ? '提交之后' : '送达之后'}>
    <Text className="leaving__quiet">
      {recipients.length === 0 ? '由公司人事接收。' : `由 ${recipients.join('、')} 接收。`}
    </Text>
    <Text className="leaving__quiet">
      {signature === null
        ? '公司同意后双方签署协议才生效；不同意时，你仍可按通知期离职。'
        : '送达即生效，你会马上得到一份不能更改的回执。送达后想撤回，需要公司同意。'}
    </Text>
  </Panel>
);

type PhoneTrouble = 'photo' | 'no-camera';

const PHONE_TROUBLES: Readonly<Record<PhoneTrouble, string>> = {
  photo: '照片没有传上去，再试一次',
  'no-camera': '手机没有允许使用相机和相册。在右上角“…”的设置里打开，或者不带照片提交',
};

function Stuck({ form: { stuck } }: { readonly form: NoticeForm }) {
  if (stuck === null) return null;
  const trouble = typeof stuck === 'string' ? null : stuck;
  const text = trouble === null ? PHONE_TROUBLES[stuck as PhoneTrouble] : troubleSentence(trouble).text;
  const fault = trouble?.kind === 'fault' ? [`编号 ${trouble.faultId}`] : [];
  const isOpen = trouble?.kind === 'refused' && trouble.refusal.code === 'leaving.already-open';
  return (
    <View id="notice-stuck">
      <Notice mark={<StatusMark tone="info" />} text={text} more={['已写的内容留在手机上', ...fault]}>
        {isOpen && (
          <Button look="compact" onTap={() => void open(LEAVING_JOURNEY)}>
            看进度
          </Button>
        )}
      </Notice>
    </View>
  );
}

function Send({ form: { forecast, trouble, busy, photos, draft, go } }: { readonly form: NoticeForm }) {
  const lacksConsent = forecast?.route === 'agreement' && photos.length > 0 && !draft.proofConsent;
  const word = forecast?.signature ? '签署并送达' : '提交给公司';
  return (
    <Button
      id="notice-send"
      look="primary"
      asleep={busy || forecast === null || trouble !== null || lacksConsent}
      onTap={() => void go()}
    >
      {busy ? '请稍候…' : lacksConsent ? '请先同意保存证明材料' : word}
    </Button>
  );
}

const Bones = () => (
  <Panel id="notice-loading">
    {[80, 90, 70].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
