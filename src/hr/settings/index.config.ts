export default definePageConfig({ navigationBarTitleText: '基础设置' });
