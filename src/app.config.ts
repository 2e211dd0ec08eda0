export default defineAppConfig({
  pages: [
    'pages/punch/index',
    'pages/inbox/index',
    'pages/month/index',
    'pages/bind/index',
    'pages/case/index',
    'pages/correction/index',
    'pages/mine/index',
    'pages/delegation/index',
  ],
  // Needed by whoever leaves and those around them, not by everybody every morning.
  subPackages: [
    {
      root: 'leaving',
      pages: [
        'choose/index',
        'notice/index',
        'journey/index',
        'handover/index',
        'review/index',
        'duties/index',
        'papers/index',
        'verify/index',
      ],
    },
  ],
  window: {
    navigationStyle: 'default',
    navigationBarTitleText: '周到',
    navigationBarBackgroundColor: '@barBackground',
    navigationBarTextStyle: '@barText' as 'black',
    backgroundColor: '@pageBackground',
    backgroundTextStyle: '@pullText' as 'dark',
  },
  tabBar: {
    color: '@tabText',
    selectedColor: '@tabChosen',
    backgroundColor: '@tabBackground',
    borderStyle: '@tabBorder' as 'black',
    list: [
      {
        pagePath: 'pages/punch/index',
        text: '打卡',
        iconPath: 'assets/tab/punch.png',
        selectedIconPath: 'assets/tab/punch-chosen.png',
      },
      {
        pagePath: 'pages/inbox/index',
        text: '待办',
        iconPath: 'assets/tab/inbox.png',
        selectedIconPath: 'assets/tab/inbox-chosen.png',
      },
      {
        pagePath: 'pages/month/index',
        text: '我的月历',
        iconPath: 'assets/tab/month.png',
        selectedIconPath: 'assets/tab/month-chosen.png',
      },
      {
        pagePath: 'pages/mine/index',
        text: '我的',
        iconPath: 'assets/tab/mine.png',
        selectedIconPath: 'assets/tab/mine-chosen.png',
      },
    ],
  },
  // Taro's type keeps `cloud` out of an app's own configuration; app.json needs it.
  ...{ cloud: true },
  darkmode: true,
  themeLocation: 'theme.json',
  resizable: true,
  lazyCodeLoading: 'requiredComponents',
  requiredPrivateInfos: ['getLocation'],
  permission: {
    'scope.userLocation': { desc: '只在打开打卡页和打卡时读取位置，用来判断是否在打卡范围内' },
  },
  __usePrivacyCheck__: true,
});
