export default definePageConfig({ navigationBarTitleText: '节假日与特殊日期' });
