export default definePageConfig({ navigationBarTitleText: '离职旅程', enablePullDownRefresh: true });
