export default definePageConfig({ navigationBarTitleText: '公司物品', enablePullDownRefresh: true });
