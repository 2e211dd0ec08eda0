import type { OutputOf } from '@contract/contract';
import {
  type Asset,
  type AssetMove,
  type AssetProof,
  type AssetRole,
  type AssetState,
  isSettled,
  movesOf,
} from '@domain/offboarding/assets';
import type { Caller } from '../caller';
import { showFiles } from '../files/show-files';
import type { Ports } from '../ports';
import { assets, type IssuedThings } from '../repositories/assets';
import { momentText } from '../wall-text';
import type { OpenCase } from '../workflow/open-case';
import { linkOf, openLeavingCase, taskAt } from '../workflow/open-leaving-case';
import { uploadFolderOf } from '../files/uploads';

export type AssetsView = OutputOf<'assets.view'>;

/** The step that brings the company's things together. */
export const ASSETS_NODE = 'assets';

/** The leaver's things as one of the two sides, or HR, has them in front of them. */
export interface AssetsDesk {
  readonly leaving: OpenCase;
  readonly things: IssuedThings;
  readonly role: AssetRole | null;
  readonly proof: AssetProof;
  readonly canIssue: boolean;
}

/** Null for whoever has no business with these things. */
export async function openAssetsDesk(
  ports: Ports,
  caller: Caller,
  caseId: string,
): Promise<AssetsDesk | null> {
  const leaving = await openLeavingCase(ports, caller, caseId);
  if (!leaving) return null;
  const role = roleIn(leaving);
  const isHr = leaving.may('checkAsHr');
  if (role === null && !isHr) return null;
  return {
    leaving,
    things: await assets.read(ports.database, leaving.stored.applicantId),
    role,
    proof: leaving.stored.flowId === 'leave-remote' ? 'photo or note' : 'photo',
    canIssue: isHr || role === 'keeper',
  };
}

function roleIn({ stored, viewerId, may }: OpenCase): AssetRole | null {
  if (viewerId === stored.applicantId) return 'employee';
  return may('clearAccountsAndAssets') ? 'keeper' : null;
}

export async function assetsView(ports: Ports, caller: Caller, desk: AssetsDesk): Promise<AssetsView> {
  const { leaving, things, role, proof, canIssue } = desk;
  const urls = await showFiles(ports, photosOf(things.items));
  return {
    caseId: leaving.stored._id,
    employeeName: leaving.staff.nameOf(leaving.stored.applicantId),
    role: role ?? 'reader',
    fromAfar: proof === 'photo or note',
    assets: things.items.map((asset) => thingView(leaving, asset, role, urls)),
    canIssue,
    settled: isSettled(things.items),
    close: linkOf(taskAt(leaving, ASSETS_NODE)),
    uploadFolder: uploadFolderOf(caller.openid),
  };
}

const STATES: Readonly<Record<AssetState, readonly [AssetsView['assets'][number]['tone'], string]>> = {
  issued: ['missing', '待归还'],
  claimed: ['info', '员工称已归还，等保管人确认'],
  returned: ['ok', '已归还'],
  lost: ['late', '已报遗失'],
};

/** '待归还' */
export const assetStateText = (state: AssetState): string => STATES[state][1];

const STEPS: Readonly<Record<AssetMove, string>> = {
  claim: '称已归还',
  confirm: '确认收回',
  reject: '没有收到',
  reportLost: '报告遗失',
  find: '找到并收回',
};

/** What the case's conversation says about a step, so that the other side hears of it with its picture. */
export const moveText = ({ name, number }: Asset, move: AssetMove, note: string): string =>
  `${name}（${number}）：${STEPS[move]}${note === '' ? '' : `。${note}`}`;

function thingView(
  { org, staff }: OpenCase,
  asset: Asset,
  role: AssetRole | null,
  urls: ReadonlyMap<string, string>,
): AssetsView['assets'][number] {
  const [tone, stateText] = STATES[asset.state];
  return {
    id: asset.id,
    name: asset.name,
    number: asset.number,
    tone,
    stateText,
    steps: asset.history.map(({ move, by, at, note, photos: digests }) => ({
      text: `${staff.nameOf(by)} ${STEPS[move]}`,
      note,
      whenText: momentText(org.zone, at),
      photos: digests.flatMap((digest) => {
        const url = urls.get(digest);
        return url === undefined ? [] : [{ digest, url }];
      }),
    })),
    moves: role === null ? [] : [...movesOf(asset, role)],
  };
}

const photosOf = (items: readonly Asset[]): readonly string[] => [
  ...new Set(items.flatMap(({ history }) => history.flatMap((step) => step.photos))),
];
