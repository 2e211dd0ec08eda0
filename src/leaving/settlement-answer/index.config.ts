export default definePageConfig({ navigationBarTitleText: '离职结算', enablePullDownRefresh: true });
