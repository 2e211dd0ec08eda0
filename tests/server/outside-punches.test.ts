import { localDateOf } from '@domain/time/local-date';
import { organisations } from '@server/repositories/organisations';
import { type Company, openCompany } from './company';
import { granted, outcome, refused } from './company/answers';
import { DEVICE, freshId, metersNorth, type Person } from './company/person';

let company: Company;
let fang: Person;
let leader: Person;
let ming: Person;

const FAR = metersNorth(812);

/** 王芳 works under a rule whose presses outside wait for her head; 李明's count at once, with a picture. */
beforeAll(async () => {
  company = await openCompany({ at: '2026-03-09T08:00' });
  fang = await company.person('王芳').bind();
  leader = await company.person('陈思远').bind();
  ming = await company.person('李明').bind();
  await company.reorganise(({ rules }) => ({
    heads: { day: leader.employmentId },
    grants: [{ role: 'hr', personId: company.person('刘静').employmentId, branchId: null }],
    rules: rules.map((rule) => {
      if (rule.id === 'day') return { ...rule, outsidePunch: true, outsideApproval: true };
      return rule.id === 'elastic' ? { ...rule, outsidePunch: true, outsidePhoto: 'camera' } : rule;
    }),
  }));
});
afterAll(() => company.close());

interface Press {
  readonly punchId?: string;
  readonly position?: typeof FAR;
  readonly photoIds?: string[];
}

const outside = (person: Person, { punchId = freshId(), position = FAR, photoIds = [] }: Press = {}) =>
  person.call('punch.outside', { punchId, position, remark: '拜访客户', photoIds, device: DEVICE });

async function decide(action: 'agree' | 'reject', comment = ''): Promise<string> {
  const { items } = granted(await leader.call('inbox.list', { show: 'todo', before: null }));
  const { caseId, taskId, round } = items[0]?.link ?? {};
  if (!caseId || !taskId || !round) throw new Error('nothing waits');
  const link = { caseId, taskId, round, commandId: freshId(), comment, toEmploymentId: null };
  return granted(await leader.call('case.act', { ...link, action })).view.outcome ?? '';
}

const dayOf = async (person: Person, date: string) =>
  (await person.month('2026-03')).days.find((day) => day.date === date);

describe('a press outside that waits for a yes', () => {
  it('is offered on the page, waits once however often it is sent, and the evening is a 签退', async () => {
    await company.clockTo('08:55');
    const { button } = await fang.today(FAR);
    expect(button).toMatchObject({ enabled: false, refusal: { code: 'punch.outside-fence' } });
    expect(button.outside).toMatchObject({ photo: 'optional', needsApproval: true });

    const punchId = freshId();
    const answers = await Promise.all([1, 2, 3].map(() => outside(fang, { punchId })));
    const again = granted(await outside(fang, { punchId }));
    expect(answers.some(({ ok }) => ok)).toBe(true);
    expect(again.text).toBe('外勤签到 08:55 已提交，等待陈思远确认，确认后计入');
    expect(again.today.outside).toEqual([
      expect.objectContaining({
        text: '签到 08:55 · 距总部大楼 812 米',
        state: 'pending',
        remark: '拜访客户',
      }),
    ]);
    const { items } = granted(await leader.call('inbox.list', { show: 'todo', before: null }));
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ fact: '3月9日 周一 签到 08:55 · 距总部大楼 812 米' });
    expect(again.today.cards[0]).toMatchObject({ actual: null });
    expect(refused(await outside(fang)).code).toBe('punch.just-punched');

    await company.clockTo('18:05');
    expect((await fang.today()).button.word).toBe('签退');
    granted(await fang.punch());
  });

  it('counts with its own time once it is granted, and the day is judged anew with its reasons', async () => {
    await company.clockTo('2026-03-10T08:00');
    expect(await dayOf(fang, '2026-03-09')).toMatchObject({ word: '少上班卡' });
    expect(await decide('agree')).toContain('3月9日 周一 已重新判定：正常');
    expect(await dayOf(fang, '2026-03-09')).toMatchObject({
      word: '正常',
      outside: [expect.objectContaining({ state: 'counted' })],
    });
    expect([...(await fang.punchesOn('2026-03-09'))].sort()).toEqual(['in 08:55', 'out 18:05']);
  });

  it('does not count when it is refused, and the day says so', async () => {
    await company.clockTo('08:50');
    granted(await outside(fang));
    await decide('reject', '当天没有外出安排');
    const day = await dayOf(fang, '2026-03-10');
    expect(day?.outside).toEqual([expect.objectContaining({ state: 'refused' })]);
    expect((await fang.today()).button.word).toBe('签到');
    await company.clockTo('08:58');
    expect(granted(await fang.punch()).text).toBe('签到成功 08:58 · 正常');
  });

  it('waits for an open month', async () => {
    await company.clockTo('18:30');
    granted(await outside(fang));
    const { _id } = await fang.sheet('2026-03');
    await company.database.updateWhere('sheets', _id, {}, { set: { lock: 'locked' } });
    await expect(decide('agree')).rejects.toThrow('month.locked');
    await company.database.updateWhere('sheets', _id, {}, { set: { lock: 'open' } });
    await decide('agree');
    expect(await fang.punchesOn('2026-03-10')).toEqual(['in 08:58', 'out 18:30']);
  });

  it('inside a place is a punch like any other', async () => {
    await company.clockTo('2026-03-11T08:55');
    const said = granted(await outside(fang, { position: metersNorth(10) }));
    expect(said).toMatchObject({ text: '签到成功 08:55 · 正常', caseId: null });
    expect(said.today.outside).toBeUndefined();
  });
});

describe('a press outside that counts at once', () => {
  it('wants the picture that the rule wants, counts, and tells nobody', async () => {
    await company.clockTo('08:57');
    expect((await ming.today(FAR)).button.outside).toMatchObject({ photo: 'camera', needsApproval: false });
    expect(refused(await outside(ming)).code).toBe('punch.photo-missing');
    expect(refused(await outside(ming, { photoIds: ['cloud://x/inbox/another/a.jpg'] })).code).toBe(
      'file.unknown',
    );
    expect(await ming.acceptedFacts()).toEqual([]);
    const picture = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
    const cloudPath = `inbox/${ming.openid}/site.jpg`;
    const { fileID } = await company.sdk.uploadFile({ cloudPath, fileContent: picture });
    const punchId = freshId();
    const said = granted(await outside(ming, { punchId, photoIds: [fileID] }));
    expect(said).toMatchObject({ text: '外勤签到 08:57 成功 · 正常', tone: 'ok', caseId: null });
    expect(granted(await outside(ming, { punchId, photoIds: [fileID] })).text).toBe(said.text);
    expect(await ming.punchesOn('2026-03-11')).toEqual(['in 08:57']);
    const [press] = said.today.outside ?? [];
    expect(press).toMatchObject({ state: 'counted' });
    const inbox = granted(await ming.call('inbox.list', { show: 'news', before: null }));
    expect(inbox.items).toEqual([]);
    const view = granted(
      await ming.call('case.view', { caseId: press?.caseId ?? '', taskId: null, round: null }),
    );
    expect(view.photos).toHaveLength(1);
    expect(view.facts).toContainEqual({ label: '说明', value: '拜访客户' });
  });

  it('is not offered where the rule does not have it', async () => {
    const night = await company.person('宋立新').bind();
    await company.clockTo('21:50');
    expect((await night.today(FAR)).button.outside).toBeUndefined();
    expect(outcome(await outside(night))).toBe('punch.outside-fence');
  });
});

describe('Wi-Fi of a place', () => {
  const OWN = { bssid: '0a:1b:2c:3d:4e:5f', ssid: 'ZD-Office' };
  const wifiAt = (person: Person, wifi: typeof OWN | null, position: typeof FAR | null) =>
    person.call('punch.clock', { punchId: freshId(), position, wifi, claimedAt: null, device: DEVICE });

  it('stands in for a position, is kept with the fact, and a malformed one is refused by name', async () => {
    await company.reorganise(({ places }) => ({
      places: places.map((place) =>
        place.id === 'office' ? { ...place, wifi: [{ ssid: OWN.ssid, bssid: OWN.bssid }] } : place,
      ),
    }));
    await company.clockTo('2026-03-12T08:30');
    expect((await fang.today(null)).places[0]?.wifi).toEqual(['ZD-Office']);
    const malformed = await fang.callWith('punch.clock', {
      ...{ punchId: freshId(), position: null, claimedAt: null, device: DEVICE },
      wifi: { bssid: 'a:1b:2c', ssid: 'x' },
    });
    expect(refused(malformed)).toMatchObject({
      code: 'input.invalid',
      facts: { issues: [{ field: 'wifi.bssid', reason: 'bad-format' }] },
    });
    const other = { bssid: '0a:1b:2c:3d:4e:60', ssid: OWN.ssid };
    expect(outcome(await wifiAt(fang, other, null))).toBe('punch.position-needed');
    expect(granted(await wifiAt(fang, OWN, null)).text).toBe('签到成功 08:30 · 正常');
    expect((await fang.acceptedFacts()).at(-1)).toMatchObject({ placeId: 'office', wifi: OWN });
  });

  it('is wanted beside the position where HR says so', async () => {
    await company.reorganise(({ places }) => ({
      places: places.map((place) => (place.id === 'office' ? { ...place, wifiProof: 'beside' } : place)),
    }));
    expect((await organisations.read(company.database, 4)).places[0]?.wifiProof).toBe('beside');
    await company.clockTo('18:10');
    expect(refused(await wifiAt(fang, null, metersNorth(10)))).toEqual({
      code: 'punch.wifi-needed',
      facts: { placeName: '总部大楼', names: ['ZD-Office'] },
    });
    expect(outcome(await wifiAt(fang, OWN, FAR))).toBe('punch.outside-fence');
    expect(outcome(await wifiAt(fang, OWN, metersNorth(10)))).toBe('ok');
  });
});

describe('every way of working on the page', () => {
  type Rules = Parameters<Parameters<Company['reorganise']>[0]>[0]['rules'];
  const under = async (change: Partial<Rules[number]>, more: object = {}): Promise<void> =>
    company.reorganise(({ rules, shifts }) => ({
      rules: rules.map((rule) => (rule.id === 'roaming' ? { ...rule, ...change } : rule)),
      shifts: [
        ...shifts.filter(({ id }) => id !== 'flex'),
        {
          ...{ kind: 'flexible', id: 'flex', version: 1, name: '弹性班', rests: [{ from: 720, to: 780 }] },
          ...{
            effectiveFrom: localDateOf('2020-01-01'),
            requiredMinutes: 480,
            earliestIn: 480,
            latestIn: 600,
          },
        },
      ],
      ...more,
    }));
  const WEEKDAYS = [1, 2, 3, 4, 5] as const;
  let kexin: Person;

  it('flexible time says a span and a length, and the end once somebody is in', async () => {
    kexin = await company.person('周可心').bind();
    await under({
      mode: 'flexible',
      timetable: { system: 'standard', shiftId: 'flex', workdays: WEEKDAYS },
    });
    await company.clockTo('2026-03-13T08:30');
    const before = await kexin.today();
    expect(before.planText).toBe('弹性班 08:00–10:00 到，满 8 小时');
    expect(before.cards.map(({ expected }) => expected)).toEqual(['08:00–10:00', null]);
    granted(await kexin.punch());
    expect((await kexin.today()).cards[1]).toMatchObject({ expected: '17:30' });
  });

  it('on a day off overtime by punches is said before, and its length after', async () => {
    const workday = { recognise: 'punches', settle: 'pay', multiple: 2 } as const;
    await under(
      { overtime: { by: 'rule', overtimeRuleId: 'ot' } },
      { overtimeRules: [{ id: 'ot', name: '加班', days: { restday: workday } }] },
    );
    await company.clockTo('2026-03-14T10:00');
    expect((await kexin.today()).button.forecast?.text).toBe('今天休息，按签到到签退计加班');
    granted(await kexin.punch());
    await company.clockTo('13:00');
    granted(await kexin.punch());
    expect((await kexin.today()).cards.map(({ note }) => note)).toEqual(['已记录', '计加班 3 小时']);
  });

  it('alternating weeks say which week it is; whoever need not punch is told so', async () => {
    const rows = [{ weekdays: WEEKDAYS, shiftId: 'nine-to-six' }];
    await under({
      mode: 'fixed',
      timetable: { system: 'alternating', anchorMonday: localDateOf('2026-03-09'), odd: rows, even: rows },
    });
    await company.clockTo('2026-03-16T08:30');
    expect((await kexin.today()).planText).toBe('早班 09:00–18:00（双周）');
    await under({}, { excludedIds: [kexin.employmentId] });
    await company.clockTo('08:31');
    const { planText, button } = await kexin.today();
    expect(planText).toContain('今天免考勤');
    expect(button.forecast?.text).toBe('你免考勤，不用打卡，打卡只留记录');
    await under({}, { excludedIds: [] });
  });

  it('with 签退设置 the end says 签退 and that the in is missing; a 签退 that makes absence is asked about', async () => {
    await under({
      checkoutSetting: true,
      settings: { absenceOn: true },
      absence: { earlyOver: { on: true, thresholdMinutes: 60 } },
    });
    await company.clockTo('2026-03-16T18:00');
    expect((await kexin.today()).button).toMatchObject({
      word: '签退',
      forecast: { tone: 'missing', text: '没有签到；现在签退，上班卡仍少一次' },
      confirm: null,
    });
    await company.clockTo('2026-03-17T08:50');
    granted(await kexin.punch());
    await company.clockTo('15:00');
    expect((await kexin.today()).button.confirm).toBe('现在签退计旷工 3 小时，确定签退吗？');
  });
});
