import type { Canvas, Stroke } from '@domain/offboarding/signature-strokes';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Cipher, Database } from '../ports';
import { parseDocument } from './parse-document';
import { storedBox } from './stored-values';

const COLLECTION = 'signatureMarks';

/** A signature as it was drawn. */
export interface Drawing {
  readonly strokes: readonly Stroke[];
  readonly canvas: Canvas;
}

const markDocument = lazily(() =>
  z.object({
    /** SHA-256 in hex of the drawing's canonical JSON: the `mark` that the case's log names. */
    _id: z.string(),
    /** The identity session that it was drawn in: the same strokes never serve another one. */
    sessionId: z.string(),
    employmentId: z.string(),
    /** The canonical JSON under the personal key: how somebody signs is theirs. */
    drawing: storedBox(),
    keptAt: z.int(),
  }),
);

export type SignatureMark = z.output<ReturnType<typeof markDocument>>;

const placeOf = (digest: string): string => `${COLLECTION}/${digest}`;

export const signatureMarks = {
  async read(database: Database, digest: string): Promise<SignatureMark | null> {
    const found = await database.read(COLLECTION, digest);
    return found === null ? null : parseDocument(COLLECTION, markDocument, found);
  },
  /** Resolves to false when these very strokes are kept already. */
  add: (
    database: Database,
    cipher: Cipher,
    mark: Omit<SignatureMark, 'drawing'> & { readonly json: string },
  ): Promise<boolean> => {
    const { json, ...rest } = mark;
    const document: SignatureMark = { ...rest, drawing: cipher.seal(json, placeOf(mark._id)) };
    return database.add(COLLECTION, document);
  },
  /** After the retention: that this mark was drawn stays, how does not. */
  async forget(database: Database, cipher: Cipher, digest: string): Promise<void> {
    const nothing: Drawing = { strokes: [], canvas: { width: 1, height: 1 } };
    const drawing = cipher.seal(JSON.stringify(nothing), placeOf(digest));
    await database.updateWhere(COLLECTION, digest, {}, { set: { drawing } });
  },
  /** The strokes behind a mark, for drawing them on paper; null when there is no such mark. */
  async drawing(database: Database, cipher: Cipher, digest: string): Promise<Drawing | null> {
    const mark = await signatureMarks.read(database, digest);
    return mark && (JSON.parse(cipher.open(mark.drawing, placeOf(digest))) as Drawing);
  },
};
