export default definePageConfig({ navigationBarTitleText: '核对交接', enablePullDownRefresh: true });
