import { metersText } from '../lengths';
import { dayText, monthText } from '../times';
import type { CodesOf, Wording } from './wording';

/** Why a punch cannot be one right now: the fact, and how far it is from being one. */
export const ofPunches: Wording<CodesOf<'punch'> | CodesOf<'machine'>> = {
  'punch.outside-fence': ({ missingMeters }) => ({
    text: `还差 ${metersText(missingMeters)}进入打卡范围`,
  }),
  'punch.position-needed': () => ({
    text: '打卡需要知道你在不在打卡范围内',
  }),
  'punch.inaccurate': ({ accuracyMeters, radiusMeters }) => ({
    text: `定位还不够准（±${metersText(accuracyMeters)}，打卡范围 ${metersText(radiusMeters)}），到窗边或室外再试`,
  }),
  'punch.wifi-needed': ({ placeName, names }) => ({
    text: `还要连上${placeName}的 Wi-Fi（${names.join('、')}）才能打卡`,
  }),
  'machine.file-gone': () => ({ text: '这个文件已经过期，请重新上传' }),
  'punch.photo-missing': () => ({ text: '外勤打卡要带一张照片，拍好再打' }),
  'punch.unscheduled': ({ dutyDate }) => ({ text: `${dayText(dutyDate)}没有排班，不需要打卡` }),
  'punch.choose-shift': ({ dutyDate }) => ({ text: `${dayText(dutyDate)}没有排班，先选一个班次再打卡` }),
  'punch.not-employed': ({ dutyDate }) => ({ text: `${dayText(dutyDate)}不在任职期间，不需要打卡` }),
  'punch.just-punched': ({ kind, at }) => ({
    text: `刚刚（${at}）已经${kind === 'in' ? '签到' : '签退'}，不用再打`,
  }),
  'punch.too-many': ({ limit }) => ({ text: `今天已经打了 ${limit} 次卡，够了` }),
  'punch.month-locked': ({ month }) => ({ text: `${monthText(month)}的考勤已经封存，需要更改请联系 HR` }),
  'punch.id-reused': () => ({ text: '这次打卡没有成功，请再打一次' }),
};
