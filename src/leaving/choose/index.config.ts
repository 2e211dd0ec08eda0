export default definePageConfig({ navigationBarTitleText: '怎么离职' });
