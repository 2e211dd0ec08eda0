export default definePageConfig({ navigationBarTitleText: '交接清单', enablePullDownRefresh: true });
