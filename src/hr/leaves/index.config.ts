export default definePageConfig({ navigationBarTitleText: '假期类型' });
