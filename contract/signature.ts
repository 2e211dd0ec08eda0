import { LONGEST_DRAWING, MOST_STROKES } from '@domain/offboarding/signature-strokes';
import * as z from 'zod/mini';

/** Whole canvas units and milliseconds; domain/offboarding/signature-strokes.ts says what a name is. */
const penPoint = () =>
  z.strictObject({ x: z.int(), y: z.int(), t: z.int().check(z.minimum(0), z.maximum(LONGEST_DRAWING)) });

const canvasSide = () => z.int().check(z.minimum(50), z.maximum(4000));

/** A signature as it was drawn, over the document that the signer saw, in an identity session for that document. */
export const signatureInput = () =>
  z.strictObject({
    /** Of `identity.confirm`. */
    sessionId: z.string().check(z.minLength(1), z.maxLength(64)),
    /** SHA-256 in hex of what was shown. */
    digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    /** The domain counts the points of all strokes together. */
    strokes: z.array(z.array(penPoint())).check(z.maxLength(MOST_STROKES)),
    canvas: z.strictObject({ width: canvasSide(), height: canvasSide() }),
  });
