import { CORRECTION_FLOW } from '@domain/approval/flows/correction';
import { isHuman } from '@domain/approval/flow';
import { LEAVING_FLOWS } from '@domain/offboarding/flows/leaving-flows';
import { choiceLabel, documentTitle, fieldLabel } from '@server/workflow/field-words';

const NODES = [CORRECTION_FLOW, ...LEAVING_FLOWS].flatMap(({ nodes }) => nodes);
const FIELDS = NODES.flatMap((node) => ('requires' in node ? (node.requires?.fields ?? []) : []));
const DOCUMENTS = NODES.flatMap((node) => [
  ...('requires' in node && node.requires?.signature ? [node.requires.signature.document] : []),
  ...(isHuman(node) ? (node.writes ?? []) : []),
  ...(node.kind === 'generate' ? [node.document] : []),
]);

it.each([...new Set(FIELDS.map(({ name }) => name))])('the field %s has a Chinese name', (name) => {
  expect(fieldLabel(name)).toMatch(/[\u4e00-\u9fff]/);
});

it.each([...new Set(FIELDS.flatMap(({ choices = [] }) => choices))])(
  'the choice %s has Chinese words',
  (choice) => {
    expect(choiceLabel(choice)).toMatch(/[\u4e00-\u9fff]/);
  },
);

it.each([...new Set(DOCUMENTS)])('the document %s has a title', (key) => {
  expect(documentTitle(key)).not.toBe('文件');
});
