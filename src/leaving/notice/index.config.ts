export default definePageConfig({ navigationBarTitleText: '离职通知' });
