export default definePageConfig({ navigationBarTitleText: '编辑班次' });
