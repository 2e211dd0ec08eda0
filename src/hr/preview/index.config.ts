export default definePageConfig({ navigationBarTitleText: '影响预览与发布' });
