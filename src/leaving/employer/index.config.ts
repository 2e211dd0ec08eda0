export default definePageConfig({ navigationBarTitleText: '员工联系不上' });
