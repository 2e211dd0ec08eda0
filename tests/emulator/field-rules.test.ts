import { fitsField, type FieldKind } from '../../emulator/wechat/field-rules';

test.each<[FieldKind, string[], string[]]>([
  ['thing', ['早', '字'.repeat(20), '𠮷'.repeat(20)], ['', ' ', '字'.repeat(21), 'a\nb']],
  ['number', ['0', '12.5', '9'.repeat(32)], ['', 'x', '1e3', '9'.repeat(33)]],
  ['letter', ['abc', 'A'.repeat(32)], ['', 'a1', '字', 'A'.repeat(33)]],
  ['symbol', ['+', '!!!'], ['', 'a', '1', '!!!!!!']],
  ['character_string', ['A-1/2', 'x'.repeat(32)], ['', '字', 'a b', 'x'.repeat(33)]],
  [
    'time',
    ['15:01', '2019年10月1日 15:01', '2019年10月1日 15:01~2019年10月2日 15:01'],
    ['', '15', '2019-10-01 15:01'],
  ],
  ['date', ['2019年10月1日', '2019年10月1日 15:01'], ['', '2019-10-01', '15:01']],
  ['amount', ['100元', '¥10.5', '$3'], ['', '元', '12345678901', 'ten']],
  ['phone_number', ['+86-0766-66888866'], ['', 'phone', '1'.repeat(18)]],
  ['car_number', ['粤A8Z888挂'], ['', '粤'.repeat(9)]],
  ['name', ['李雷', '阿卜杜拉·买买', 'Jim Green'], ['', '李'.repeat(11), 'x'.repeat(21), '李Lei']],
  ['phrase', ['通过', '一二三四五'], ['', '一二三四五六', 'ok']],
  ['const', ['在职'], ['', '字'.repeat(21)]],
])('%s', (kind, good, bad) => {
  expect(good.filter((value) => !fitsField(kind, value))).toEqual([]);
  expect(bad.filter((value) => fitsField(kind, value))).toEqual([]);
});
