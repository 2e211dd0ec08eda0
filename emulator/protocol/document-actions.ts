import type { Action } from './action';
import { addCollection } from './add-collection';
import { calculateDocument, getDocument } from './get-document';
import { insertDocument } from './insert-document';
import { modifyAndReturnDoc, modifyDocument } from './modify-document';
import { removeDocument } from './remove-document';

export const DOCUMENT_ACTIONS: Record<string, Action> = {
  'database.insertDocument': insertDocument,
  'database.getDocument': getDocument,
  'database.calculateDocument': calculateDocument,
  'database.modifyDocument': modifyDocument,
  'database.modifyAndReturnDoc': modifyAndReturnDoc,
  'database.removeDocument': removeDocument,
  'database.addCollection': addCollection,
};
