export default definePageConfig({ navigationBarTitleText: '员工失联' });
