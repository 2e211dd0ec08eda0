export default definePageConfig({ navigationBarTitleText: '补卡限制' });
