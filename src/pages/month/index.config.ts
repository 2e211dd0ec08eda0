export default definePageConfig({ navigationBarTitleText: '我的月历', enablePullDownRefresh: true });
