export default definePageConfig({ navigationBarTitleText: '假期余额' });
