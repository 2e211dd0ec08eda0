import * as z from 'zod/mini';

/** Whole canvas units and milliseconds; domain/offboarding/signature-strokes.ts says what a name is. */
const penPoint = () =>
  z.strictObject({ x: z.int(), y: z.int(), t: z.int().check(z.minimum(0), z.maximum(600_000)) });

const canvasSide = () => z.int().check(z.minimum(50), z.maximum(4000));

/** A signature as it was drawn, over the document that the signer saw, in an identity session for that document. */
export const signatureInput = () =>
  z.strictObject({
    /** Of `identity.confirm`. */
    sessionId: z.string().check(z.minLength(1), z.maxLength(64)),
    /** SHA-256 in hex of what was shown. */
    digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    strokes: z.array(z.array(penPoint()).check(z.maxLength(5000))).check(z.maxLength(200)),
    canvas: z.strictObject({ width: canvasSide(), height: canvasSide() }),
  });
