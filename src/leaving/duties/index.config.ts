export default definePageConfig({ navigationBarTitleText: '交接职责', enablePullDownRefresh: true });
