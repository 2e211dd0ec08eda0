export default definePageConfig({ navigationBarTitleText: '出勤报表' });
