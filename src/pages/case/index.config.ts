export default definePageConfig({
  navigationBarTitleText: '申请',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
});
