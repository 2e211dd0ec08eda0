export default definePageConfig({ navigationBarTitleText: '考勤机记录' });
