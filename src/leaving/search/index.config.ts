export default definePageConfig({ navigationBarTitleText: '离职办理', enablePullDownRefresh: true });
