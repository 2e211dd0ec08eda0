export default definePageConfig({ navigationBarTitleText: '员工档案', enableShareAppMessage: true });
