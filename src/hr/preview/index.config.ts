export default definePageConfig({ navigationBarTitleText: '影响与发布' });
