import { DEMO_PEOPLE } from '../../../scripts/demo/people';
import { phoneOf } from '../../../scripts/demo/personnel';
import type { Phone } from './phone';
import type { Stage } from './stage';

/** The code of the latest short message to this person. @throws when none came */
const codeFor = (stage: Stage, name: string): string => {
  const person = DEMO_PEOPLE.find((one) => one.name === name);
  if (!person) throw new Error(`Nobody in the demo company is called ${name}.`);
  const latest = stage.demo.cloud.sms
    .messages(phoneOf(person))
    .filter(({ template }) => template === 'signing-code')
    .at(-1);
  const [, code] = /(\d{6})/.exec(latest?.text ?? '') ?? [];
  if (code === undefined) throw new Error(`${name} has received no code.`);
  return code;
};

/** Goes through the open signing sheet as its owner would: reads, asks for the code, types it, writes a name. */
export const signOn = async (stage: Stage, phone: Phone, name: string): Promise<void> => {
  await phone.tap('signature-code-send');
  await phone.sees('signature-confirm', '确认');
  await phone.type('signature-code', codeFor(stage, name));
  await phone.tap('signature-confirm');
  await phone.sees('signature-draw', '写你的名字');
  await phone.draw('signature-pad', [
    [
      [0.1, 0.3],
      [0.45, 0.25],
      [0.7, 0.3],
    ],
    [
      [0.4, 0.1],
      [0.42, 0.5],
      [0.3, 0.9],
    ],
  ]);
  await phone.tap('signature-done');
  await phone.isGone('signature-sheet');
};
