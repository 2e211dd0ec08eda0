export default definePageConfig({ navigationBarTitleText: '出勤明细' });
