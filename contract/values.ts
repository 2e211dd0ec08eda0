import * as z from 'zod/mini';

/** Epoch milliseconds. */
export const instant = z.int();

export const localDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

export const month = z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/));

/** A moment that a phone claims, epoch ms: some time in this century's years of phones, 2020 to 2099. */
export const claimedInstant = z.int().check(z.minimum(1_577_836_800_000), z.maximum(4_102_444_799_999));

/** Made by the phone, repeated on a retry: 16–64 letters, digits, '-' or '_'. */
export const clientId = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/));

/** A claimed position in GCJ-02 degrees; accuracy is the radius in metres that the phone itself states. */
export const position = z.strictObject({
  latitude: z.number().check(z.minimum(-90), z.maximum(90)),
  longitude: z.number().check(z.minimum(-180), z.maximum(180)),
  accuracyMeters: z.number().check(z.minimum(0), z.maximum(100_000)),
});

/** The access point that a phone says it is connected to; the phone writes it in small letters with all its zeros. */
export const wifi = z.strictObject({
  bssid: z.string().check(z.regex(/^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/)),
  ssid: z.string().check(z.maxLength(64)),
});

export const cardKind = z.enum(['in', 'out']);

/** How a line or a day should look: shape, word and colour follow from it on the phone. */
export const tone = z.enum(['ok', 'late', 'early', 'missing', 'absent', 'rest', 'leave', 'info', 'none']);
