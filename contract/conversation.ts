import * as z from 'zod/mini';
import { caseView } from './case-view';
import { caseId, caseRefusals } from './cases';
import { procedure } from './procedure';
import { clientId } from './values';

/** A word on a case, or on one item of its list; whoever is mentioned hears of it. Text or files, or both. */
export const sayInCase = procedure({
  callers: 'bound',
  afterLeaving: true,
  input: () =>
    z.strictObject({
      commandId: clientId,
      caseId: caseId(),
      text: z.string().check(z.trim(), z.maxLength(1000)),
      /** Employment ids of parties of the case. */
      mentions: z.array(z.string().check(z.maxLength(64))).check(z.maxLength(20)),
      /** The item of the handover that it is about; null for the case as a whole. */
      itemKey: z.nullable(z.string().check(z.minLength(1), z.maxLength(64))),
      /** File ids of what this person has just uploaded, each with the name it goes by. */
      files: z
        .array(
          z.strictObject({
            fileId: z.string().check(z.maxLength(300)),
            name: z.string().check(z.trim(), z.maxLength(120)),
          }),
        )
        .check(z.maxLength(9)),
    }),
  output: () => z.object({ text: z.string(), view: caseView() }),
  refusals: [
    ...caseRefusals,
    'file.unknown',
    'file.wrong-kind',
    'file.too-large',
    'file.empty',
    'handover.unknown-item',
  ],
});

/** Whether anything happened since the page was drawn. Cheap: an open page asks every few seconds. */
export const pulseOfCase = procedure({
  callers: 'bound',
  afterLeaving: true,
  input: () => z.strictObject({ caseId: caseId() }),
  /** The last event of the case, as `seq` of its view. */
  output: () => z.object({ seq: z.number() }),
  refusals: ['case.unknown'],
});

/** The caller has read the conversation as far as this event. */
export const seeCase = procedure({
  callers: 'bound',
  afterLeaving: true,
  input: () => z.strictObject({ caseId: caseId(), seq: z.int().check(z.minimum(0), z.maximum(1_000_000)) }),
  output: () => z.object({}),
  refusals: ['case.unknown'],
});
