import type { Case } from '@domain/approval/case';
import type { CaseEvent } from '@domain/approval/events';
import { nodeOf } from '@domain/approval/flow';
import { mayView } from '@domain/approval/may-view';
import { showPictures } from '../files/show-files';
import type { Ports } from '../ports';
import { type Photo, photos } from '../repositories/photos';
import { momentText } from '../wall-text';
import type { CaseView } from './case-view';
import type { OpenCase } from './open-case';

type CommentView = CaseView['comments'][number];

interface Said {
  readonly text: string;
  readonly nodeId: string | null;
  readonly mentions: readonly string[];
  readonly itemKey: string | null;
  readonly files: readonly string[];
}

/** What was said on the way, oldest first: comments, and reasons that came with a decision. */
export async function conversationOf(
  ports: Ports,
  opened: OpenCase,
  events: readonly CaseEvent[],
  seenSeq: number,
  items: CaseView['items'],
): Promise<Pick<CaseView, 'comments' | 'photos' | 'unread'>> {
  const said = saidIn(opened, events);
  const kept = await photos.read(ports.database, [...new Set(said.flatMap(({ one }) => one.files))]);
  const addresses = await showPictures(ports, kept);
  const fileOf = (digest: string) => {
    const file = kept.find(({ _id, bytes }) => _id === digest && bytes > 0);
    return file ? [fileView(file, addresses.get(digest) ?? null)] : [];
  };
  const { staff, org, viewerId } = opened;
  const comments = said.flatMap(({ event, one }): CommentView[] => {
    if (event.actor.who !== 'person' || (one.text === '' && one.files.length === 0)) return [];
    const mine = event.actor.id === viewerId;
    return [
      {
        seq: event.seq,
        byName: staff.nameOf(event.actor.id),
        mine,
        unread: !mine && event.seq > seenSeq,
        text: one.text,
        whenText: momentText(org.zone, event.at),
        mentions: one.mentions.map((id) => `@${staff.nameOf(id)}`),
        itemKey: one.itemKey,
        itemTitle: items.find(({ key }) => key === one.itemKey)?.title ?? null,
        files: one.files.flatMap(fileOf),
      },
    ];
  });
  const pictures = said.flatMap(({ one }) => one.files).flatMap(fileOf);
  return {
    comments,
    photos: [
      ...new Map(
        pictures.flatMap(({ digest, kind, url }) =>
          kind === 'picture' && url !== null ? [[digest, { digest, url }] as const] : [],
        ),
      ).values(),
    ],
    unread: comments.filter(({ unread }) => unread).length,
  };
}

/** What the caller may read of it, with whatever came along. */
export const saidIn = (opened: OpenCase, events: readonly CaseEvent[]) =>
  events.flatMap((event) => {
    const one = saidBy(event, opened.stored.state);
    return one && maySee(opened, one.nodeId) ? [{ event, one }] : [];
  });

const fileView = ({ _id, kind, name }: Photo, url: string | null): CommentView['files'][number] => ({
  digest: _id,
  name: name ?? '照片',
  kind: kind ?? 'picture',
  url,
});

/** Words of a step that not everybody may see, an exit interview's for one, are not everybody's either. */
function maySee({ flow, stored, viewerId, staff }: OpenCase, nodeId: string | null): boolean {
  const node = nodeId === null ? undefined : nodeOf(flow.definition, nodeId);
  return node === undefined || mayView(stored.state, node, viewerId, staff.directory);
}

function saidBy({ body }: CaseEvent, state: Case): Said | null {
  const plain = { mentions: [], itemKey: null, files: [] };
  switch (body.type) {
    case 'commented':
      return {
        text: body.text,
        nodeId: body.nodeId,
        mentions: body.mentions,
        itemKey: body.item ?? null,
        files: body.photos,
      };
    case 'taskDecided': {
      const nodeId = state.tasks[body.taskId]?.nodeId ?? null;
      // The reason of a return is said by the return itself.
      const text = body.outcome === 'returned' ? '' : (body.comment ?? '');
      return { ...plain, text, nodeId, files: body.photos };
    }
    case 'returned':
      return { ...plain, text: body.reason, nodeId: body.from };
    case 'talkAsked':
      return { ...plain, text: `约你谈一谈${body.note ? `：${body.note}` : ''}`, nodeId: body.nodeId };
    case 'waived':
      return { ...plain, text: `免办：${body.reason}`, nodeId: body.nodeId };
    case 'withdrawalAsked':
      return { ...plain, text: `申请撤回：${body.reason}`, nodeId: null };
    case 'withdrawalAnswered':
      return { ...plain, text: `${body.granted ? '同意撤回' : '不同意撤回'}：${body.reason}`, nodeId: null };
    case 'taskMoved':
      return body.note
        ? { ...plain, text: `转交：${body.note}`, nodeId: state.tasks[body.taskId]?.nodeId ?? null }
        : null;
    default:
      return null;
  }
}
