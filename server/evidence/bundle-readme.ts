/** README.txt of every bundle: what it is, how to check it, and what a good check does not say. */
export const BUNDLE_README = `离职案件存证包

这里有什么
  index.csv          文件清单，可用表格软件打开
  documents/         各份文件
  events.jsonl       办理过程，一行一个事件，每个事件都带着前一个事件的哈希
  genesis.json       链的起点：企业、案件、流程版本
  checkpoints.jsonl  签名的检查点
  keys.jsonl         验证签名用的公钥
  personal.jsonl     与链分开存放的个人信息；按规定销毁的只留下摘要
  documents.jsonl    各份文件的摘要
  manifest.json      本包全部文件的摘要
  seal.json          导出时对 manifest.json 的签名
  verify.cjs         离线验证程序（Node.js 20 及以上）

怎样验证（不需要联网）
  node verify.cjs < 存证包.zip
  再用离职回执上印的“存证锚点”和“公钥编号”核对：
  node verify.cjs --anchor 3:0123456789abcdef --key 0123456789abcdef < 存证包.zip

验证说明什么，不说明什么
  1. 通过，说明包里的内容自检查点签名以来没有被改动。
  2. 只看这一个包，发现不了持有签名私钥的人把整条链重写一遍。
     能发现它的，是早先印在回执、证明上、握在他人手里的存证锚点。
  3. 从包里取出的验证程序和包一样可能被替换。要求更高时，请使用另行取得的验证程序。
  4. 签名证明内容完整，不证明签署人的身份；身份核验的方式写在各事件里。
`;
