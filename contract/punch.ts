import * as z from 'zod/mini';
import { procedure } from './procedure';
import { shiftChoice } from './shift-choice';
import { cardKind, claimedInstant, clientId, instant, localDate, position, tone, wifi } from './values';

const place = () =>
  z.object({
    id: z.string(),
    name: z.string(),
    latitude: z.number(),
    longitude: z.number(),
    /** null: punching is allowed anywhere (the attendance rules §18). */
    radiusMeters: z.nullable(z.number()),
    /** Names of the Wi-Fi that proves the place; absent: none does, and the phone need not look. */
    wifi: z.optional(z.array(z.string())),
  });

/** A press outside every place, on the day it belongs to. */
const outsidePress = () =>
  z.object({
    punchId: z.string(),
    /** '签到 08:55 · 距总部大楼 512 米' */
    text: z.string(),
    remark: z.string(),
    state: z.enum(['pending', 'counted', 'refused', 'withdrawn']),
    /** The case in which the leader decides; null: it counted at once. */
    caseId: z.nullable(z.string()),
  });

export const outsidePresses = () => z.optional(z.array(outsidePress()));

/** What the server made of the claimed position. */
const whereabouts = () =>
  z.object({
    state: z.enum(['inside', 'outside', 'anywhere', 'unknown', 'inaccurate']),
    placeName: z.nullable(z.string()),
    distanceMeters: z.nullable(z.number()),
    radiusMeters: z.nullable(z.number()),
    missingMeters: z.nullable(z.number()),
    accuracyMeters: z.nullable(z.number()),
  });

/** One line of the short timeline: 应到 09:00 · 实到 08:55. */
const card = () =>
  z.object({
    kind: cardKind,
    /** '上班' or '下班', with the segment's number where there are several. */
    title: z.string(),
    /** '09:30' after flexibility, '次日06:00' past midnight; null where nothing is demanded. */
    expected: z.nullable(z.string()),
    actual: z.nullable(z.string()),
    tone,
    /** '正常', '迟到 7 分钟', '还没打卡'. */
    note: z.string(),
  });

const forecast = () => z.object({ tone, text: z.string() });

const button = () =>
  z.object({
    kind: cardKind,
    /** '签到', '签退', '更新签退'. The phone shows this word and no other. */
    word: z.string(),
    enabled: z.boolean(),
    /** What a punch right now would be: '现在打卡：正常'. */
    forecast: z.nullable(forecast()),
    /** True when a careless tap would cost the person something (an early leave): ask first. */
    confirm: z.nullable(z.string()),
    /** Why it is not enabled, in the same words a refused punch would get. */
    refusal: z.nullable(z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) })),
    /** When an open page should ask again, epoch ms. */
    nextChangeAt: z.nullable(instant),
    /** 外勤打卡 is offered in place of the refusal; absent: it is not. */
    outside: z.optional(
      z.object({
        /** `camera`: taken now, with the camera. */
        photo: z.enum(['optional', 'required', 'camera']),
        needsApproval: z.boolean(),
        /** Where the phone may put the pictures. */
        uploadFolder: z.string(),
      }),
    ),
  });

const nudge = () => z.object({ text: z.string(), date: localDate, action: z.enum(['see-day']) });

/** The day in front of the button. */
const deskView = () =>
  z.object({
    now: instant,
    /** Minutes to add to UTC for the wall clock that the rule uses. */
    utcOffsetMinutes: z.number(),
    dateText: z.string(),
    person: z.object({ name: z.string(), departmentName: z.string() }),
    dutyDate: localDate,
    /** '早班 09:00–18:00', '今天休息', '今天未排班'. */
    planText: z.string(),
    /** '今日应到 09:30，应走 18:30，因昨晚 19:05 下班'; null when the plan line says it all. */
    effectiveText: z.nullable(z.string()),
    button: button(),
    whereabouts: whereabouts(),
    places: z.array(place()),
    cards: z.array(card()),
    /** 外勤打卡 of this day; absent: none. */
    outside: outsidePresses(),
    /** An unscheduled day on which the person may choose the shift; absent: nothing to choose. */
    choice: z.optional(shiftChoice()),
    nudge: z.nullable(nudge()),
  });

/** What the page opens with: the desk, and what is left of the messages that the person asked for. */
export const todayView = () =>
  z.extend(deskView(), {
    /** Template ids to ask acceptance for, with what is left of each. */
    reminders: z.array(z.object({ templateId: z.string(), title: z.string(), left: z.number() })),
  });

// The access ends at six on the last day; whoever stays longer still punches out. Days after it are refused as what they are.
export const today = procedure({
  callers: 'bound',
  afterLeaving: true,
  input: () => z.strictObject({ position: z.nullable(position), wifi: z.optional(z.nullable(wifi)) }),
  output: todayView,
  refusals: [],
});

const device = () =>
  z.strictObject({
    model: z.string().check(z.maxLength(64)),
    /** The phone's own zone offset in minutes; stored, never used. */
    utcOffsetMinutes: z.number().check(z.minimum(-840), z.maximum(840)),
    /** A random id that this phone keeps. Weak proof: it can be cleared and copied. */
    id: z.optional(clientId),
  });

/** One punch. Its kind, time and verdict are the server's; a repeat of the same punchId gives the same answer. */
export const clock = procedure({
  callers: 'bound',
  afterLeaving: true,
  input: () =>
    z.strictObject({
      punchId: clientId,
      position: z.nullable(position),
      wifi: z.optional(z.nullable(wifi)),
      /** Only for a punch that waited on the phone: a claim, kept as such, never used as the time. */
      claimedAt: z.nullable(claimedInstant),
      device: device(),
    }),
  output: () =>
    z.object({
      kind: cardKind,
      at: instant,
      atText: z.string(),
      dutyDate: localDate,
      tone,
      /** '签到成功 08:55 · 正常' */
      text: z.string(),
      why: z.array(z.string()),
      /** For a delayed punch: the claimed time, offered as a correction. */
      correction: z.nullable(z.object({ date: localDate, claimedAt: instant, claimedAtText: z.string() })),
      /** The page as it stands now. A punch changes nothing of what is left of messages. */
      today: deskView(),
    }),
  refusals: [
    'punch.outside-fence',
    'punch.position-needed',
    'punch.inaccurate',
    'punch.wifi-needed',
    'punch.not-employed',
    'punch.choose-shift',
    'punch.unscheduled',
    'punch.just-punched',
    'punch.too-many',
    'punch.month-locked',
    'punch.id-reused',
    'conflict.busy',
  ],
});

/**
 * 外勤打卡: a punch outside every place of the rule, with a remark and pictures. By the rule it counts at once, or after
 * the leader's yes. Inside a place it is an ordinary punch.
 */
export const clockOutside = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      /** Names the case too, beside the person. */
      punchId: clientId,
      position,
      remark: z.string().check(z.trim(), z.minLength(2), z.maxLength(100)),
      /** File ids of pictures that this person has just uploaded. */
      photoIds: z.array(z.string().check(z.maxLength(300))).check(z.maxLength(3)),
      device: device(),
    }),
  output: () =>
    z.object({
      /** '外勤签到 08:55 已提交，等待陈思远确认' */
      text: z.string(),
      tone,
      /** Where the leader decides; null: it counted at once. */
      caseId: z.nullable(z.string()),
      today: deskView(),
    }),
  refusals: [
    'punch.outside-fence',
    'punch.position-needed',
    'punch.inaccurate',
    'punch.wifi-needed',
    'punch.not-employed',
    'punch.choose-shift',
    'punch.unscheduled',
    'punch.just-punched',
    'punch.too-many',
    'punch.month-locked',
    'punch.id-reused',
    'punch.photo-missing',
    'case.cannot-move',
    'command.id-taken',
    'file.unknown',
    'file.not-a-picture',
    'file.too-large',
    'conflict.busy',
  ],
});
