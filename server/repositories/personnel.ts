import { maskedIdNumber, maskedPhone } from '@domain/people/id-number';
import type { LocalDate } from '@domain/time/local-date';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Cipher, Database, Transaction } from '../ports';
import { parseDocument } from './parse-document';
import { storedBox, storedDate } from './stored-values';

const COLLECTION = 'personnel';

/** A value that only the cipher's key opens, with what may be shown of it. */
const secret = () => z.nullable(z.object({ box: storedBox(), masked: z.string() }));

const personnelDocument = lazily(() =>
  z.object({
    /** The employment. */
    _id: z.string(),
    postName: z.string(),
    /** What conditions of flows ask of the post: `post.secrecy`. */
    postFacts: z.object({ secrecy: z.boolean() }),
    contract: z.object({
      kind: z.enum(['fixed', 'open', 'task']),
      from: storedDate,
      /** Last day of a fixed term; null without one. */
      to: z.nullable(storedDate),
    }),
    /** Last day of probation; null when there is none. */
    probationEnd: z.nullable(storedDate),
    phone: secret(),
    idNumber: secret(),
    /** HMAC of the ID number, for finding it without opening any. */
    idNumberDigest: z.nullable(z.string()),
    /** Grows with every change that HR makes to the person; absent: none since it was written. */
    revision: z.optional(z.int()),
    /** Who made the last one, and when. */
    changed: z.optional(z.object({ byName: z.string(), at: z.int() })),
  }),
);

export type PersonnelFile = z.output<ReturnType<typeof personnelDocument>>;

/** A file as HR writes it: phone and ID number readable, for this moment only. */
export interface PersonnelEntry {
  readonly employmentId: string;
  readonly postName: string;
  readonly secrecy: boolean;
  readonly contract: {
    readonly kind: 'fixed' | 'open' | 'task';
    readonly from: LocalDate;
    readonly to: LocalDate | null;
  };
  readonly probationEnd: LocalDate | null;
  readonly phone: string | null;
  readonly idNumber: string | null;
}

type SecretName = 'phone' | 'idNumber';

/** What HR changes of a file: absent stays, null is taken out. */
export type PersonnelChange = Partial<
  Pick<PersonnelEntry, 'contract' | 'probationEnd' | 'phone' | 'idNumber'>
>;

const parse = (document: unknown): PersonnelFile => parseDocument(COLLECTION, personnelDocument, document);

/** A box opens only where it was put: moved to another person's file it is refused. */
const placeOf = (employmentId: string, name: SecretName): string => `${COLLECTION}/${employmentId}/${name}`;

/** What a person's terms are; phone and ID number lie in boxes. */
export const personnel = {
  async read(database: Database | Transaction, employmentId: string): Promise<PersonnelFile | null> {
    const found = await database.read(COLLECTION, employmentId);
    return found === null ? null : parse(found);
  },
  async ofIds(database: Database, employmentIds: readonly string[]): Promise<readonly PersonnelFile[]> {
    if (employmentIds.length === 0) return [];
    return (await database.find(COLLECTION, { _id: { in: employmentIds } }, { limit: 1000 })).map(parse);
  },
  /** Whose ID number this is, by its keyed digest. */
  async ofIdNumber(database: Database, cipher: Cipher, idNumber: string): Promise<readonly PersonnelFile[]> {
    const where = { idNumberDigest: idNumberDigest(cipher, idNumber) };
    return (await database.find(COLLECTION, where, { limit: 20 })).map(parse);
  },
  /** Resolves to false when the person has a file already. */
  add: (database: Database, cipher: Cipher, entry: PersonnelEntry): Promise<boolean> =>
    database.add(COLLECTION, sealed(cipher, entry)),
  addInside: (transaction: Transaction, cipher: Cipher, entry: PersonnelEntry): Promise<void> =>
    transaction.add(COLLECTION, sealed(cipher, entry)),
  addAllInside: (
    transaction: Transaction,
    cipher: Cipher,
    entries: readonly PersonnelEntry[],
  ): Promise<void> =>
    transaction.addAll(
      COLLECTION,
      entries.map((entry) => sealed(cipher, entry)),
    ),
  removeInside: (transaction: Transaction, employmentId: string): Promise<void> =>
    transaction.remove(COLLECTION, employmentId),
  /** Puts back what was on file before, boxes unopened, as one more change. */
  restore: (
    transaction: Transaction,
    { _id, ...before }: PersonnelFile,
    next: { readonly revision: number; readonly changed: NonNullable<PersonnelFile['changed']> },
  ): Promise<void> => transaction.update(COLLECTION, _id, { set: { ...before, ...next } }),
  /** Whose ID numbers have these keyed digests; a thousand at most. */
  async ofDigests(database: Database, digests: readonly string[]): Promise<readonly PersonnelFile[]> {
    if (digests.length === 0) return [];
    const where = { idNumberDigest: { in: [...digests] } };
    return (await database.find(COLLECTION, where, { limit: 1000 })).map(parse);
  },
  /** What is named changes; the rest stays. The file must be there. */
  change: (
    transaction: Transaction,
    cipher: Cipher,
    employmentId: string,
    { phone, idNumber, ...plain }: PersonnelChange,
    next: { readonly revision: number; readonly changed: NonNullable<PersonnelFile['changed']> },
  ): Promise<void> =>
    transaction.update(COLLECTION, employmentId, {
      set: {
        ...plain,
        ...next,
        ...(phone !== undefined && { phone: secretOf(cipher, employmentId, 'phone', phone) }),
        ...(idNumber !== undefined && {
          idNumber: secretOf(cipher, employmentId, 'idNumber', idNumber),
          idNumberDigest: idNumber && idNumberDigest(cipher, idNumber),
        }),
      },
    }),
  digestOf: (cipher: Cipher, idNumber: string): string => idNumberDigest(cipher, idNumber),
  /** Whose probation, or whose fixed term, ends on this day or later; the soonest first, at most 1000. */
  async endingFrom(
    database: Database,
    field: 'probationEnd' | 'contract.to',
    today: LocalDate,
  ): Promise<readonly PersonnelFile[]> {
    const where = { [field]: { gte: today } };
    return (await database.find(COLLECTION, where, { limit: 1000, orderBy: [field, 'asc'] })).map(parse);
  },
  /** The phone number or the ID number itself; null when none is on file. Only for using it, never for a list. */
  open(cipher: Cipher, file: PersonnelFile, name: SecretName): string | null {
    const kept = file[name];
    return kept && cipher.open(kept.box, placeOf(file._id, name));
  },
};

const idNumberDigest = (cipher: Cipher, idNumber: string): string => cipher.digest('id-number', idNumber);

function sealed(cipher: Cipher, entry: PersonnelEntry): PersonnelFile {
  const { employmentId, postName, secrecy, contract, probationEnd, phone, idNumber } = entry;
  return {
    _id: employmentId,
    postName,
    postFacts: { secrecy },
    contract,
    probationEnd,
    phone: secretOf(cipher, employmentId, 'phone', phone),
    idNumber: secretOf(cipher, employmentId, 'idNumber', idNumber),
    idNumberDigest: idNumber === null ? null : idNumberDigest(cipher, idNumber),
  };
}

const MASKS = { phone: maskedPhone, idNumber: maskedIdNumber } as const;

const secretOf = (
  cipher: Cipher,
  employmentId: string,
  name: SecretName,
  text: string | null,
): PersonnelFile[SecretName] =>
  text === null ? null : { box: cipher.seal(text, placeOf(employmentId, name)), masked: MASKS[name](text) };
