export default definePageConfig({ navigationBarTitleText: '离职面谈' });
