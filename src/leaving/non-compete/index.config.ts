export default definePageConfig({ navigationBarTitleText: '竞业限制' });
