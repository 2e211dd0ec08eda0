export default definePageConfig({ navigationBarTitleText: '不在时由谁代办', enablePullDownRefresh: true });
