import {
  currentVersion,
  type Handover,
  type HandoverVersion,
  isHandedOver,
} from '@domain/offboarding/handover';
import { gapsIn, missingText } from '@domain/offboarding/handover-content';
import { differencesBetween } from '@domain/offboarding/handover-differences';
import { HANDOVER } from '@domain/offboarding/flows/handover-nodes';
import type { OutputOf } from '@contract/contract';
import { momentText } from '../wall-text';
import { dueWords } from '../workflow/case-steps';
import type { HandoverDesk } from './handover-desk';
import { recipientTask, turnsOf } from './handover-turns';

export type HandoverView = OutputOf<'handover.view'>;

/** Files with the addresses at which they can be looked at for ten minutes. */
export type ShownFiles = HandoverView['files'];

/** @param asked an earlier version to be shown; null for the current one */
export function handoverView(
  desk: HandoverDesk,
  asked: number | null,
  files: ShownFiles,
  uploadFolder: string,
): HandoverView {
  const { leaving, handover, role, viewerId } = desk;
  const { org, staff, stored } = leaving;
  const current = currentVersion(handover);
  const shown = handover.versions.find(({ number }) => number === asked) ?? current;
  const due = dueOf(desk);
  return {
    caseId: handover.caseId,
    role,
    employeeName: staff.nameOf(handover.employee),
    recipientName: handover.recipient === '' ? null : staff.nameOf(handover.recipient),
    status: statusOf(desk, current),
    dueText: due === null ? null : dueWords(org, due, leaving.now),
    overdue: due !== null && due < leaving.now,
    items: handover.template.items.map((item) => ({ ...item })),
    shown: shown && {
      number: shown.number,
      isCurrent: shown === current,
      digest: shown.digest,
      content: shown.content as NonNullable<HandoverView['shown']>['content'],
    },
    missingText: missingText(gapsIn(handover.template, current?.content ?? {})),
    differences: differencesOf(handover, shown),
    versions: handover.versions.map((version) => versionLine(desk, version)).reverse(),
    comments: handover.comments.map(({ item, version, by, at, text }) => ({
      item,
      version,
      byName: staff.nameOf(by),
      mine: by === viewerId,
      whenText: momentText(org.zone, at),
      text,
    })),
    files,
    may: stored.status === 'running' ? turnsOf(desk) : NOTHING,
    uploadFolder,
  };
}

const NOTHING: HandoverView['may'] = {
  submit: false,
  comment: false,
  sendBack: false,
  accept: false,
  sign: false,
};

function statusOf(desk: HandoverDesk, current: HandoverVersion | null): HandoverView['status'] {
  const { handover, leaving } = desk;
  const nameOf = (id: string) => leaving.staff.nameOf(id);
  if (leaving.stored.state.nodes[HANDOVER] === undefined) return { tone: 'none', text: '还没到交接这一步' };
  if (current === null) return { tone: 'info', text: `等待${nameOf(handover.employee)}填写` };
  if (current.sentBackAt !== null)
    return { tone: 'late', text: `已退回，等待${nameOf(handover.employee)}修改` };
  if (isHandedOver(handover)) return { tone: 'ok', text: '双方已签署' };
  const signed = current.signatures.map(({ by }) => by);
  const waiting = [handover.employee, handover.recipient].filter((id) => id !== '' && !signed.includes(id));
  if (leaving.stored.state.nodes.employeeSigns?.status === 'open' || signed.length > 0)
    return { tone: 'info', text: `等待${waiting.map(nameOf).join('、')}签署` };
  return {
    tone: 'info',
    text: handover.recipient === '' ? '正在找接收人' : `等待${nameOf(handover.recipient)}核对`,
  };
}

/** When the caller's own part is due, else the list itself. */
function dueOf(desk: HandoverDesk) {
  const { nodes } = desk.leaving.stored.state;
  const nodeId = desk.role === 'recipient' ? (recipientTask(desk)?.nodeId ?? HANDOVER) : HANDOVER;
  const node = nodes[nodeId];
  return node?.status === 'open' ? node.dueAt : null;
}

/** Against the last version that was sent back before this one: what was read then need not be read again. */
function differencesOf(
  { versions, template }: Handover,
  shown: HandoverVersion | null,
): HandoverView['differences'] {
  const before =
    shown && versions.filter((one) => one.number < shown.number && one.sentBackAt !== null).at(-1);
  if (!shown || !before) return null;
  const list = differencesBetween(template, before.content, shown.content);
  return {
    since: before.number,
    list: list.map((one) => ({ ...one, fields: one.fields.map((field) => ({ ...field })) })),
  };
}

function versionLine({ leaving }: HandoverDesk, version: HandoverVersion): HandoverView['versions'][number] {
  const { org, staff } = leaving;
  const { number, recipient, submittedAt, sentBackAt, signatures } = version;
  return {
    number,
    submittedText: momentText(org.zone, submittedAt),
    recipientName: recipient === '' ? null : staff.nameOf(recipient),
    sentBackText: sentBackAt === null ? null : momentText(org.zone, sentBackAt),
    signatures: signatures.map(({ by, at }) => ({
      byName: staff.nameOf(by),
      whenText: momentText(org.zone, at),
    })),
  };
}
