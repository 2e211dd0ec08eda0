import { RETENTION } from '@domain/evidence/retention';
import { isIdNumber, maskedIdNumber } from '@domain/people/id-number';
import { ok, refuse } from '@domain/result';
import type { Caller } from '../caller';
import type { Ports } from '../ports';
import { cardChecks } from '../repositories/card-checks';
import { personnel } from '../repositories/personnel';
import { type Answer, useCase } from '../use-case';
import { ownPicture } from '../workflow/take-photos';

/**
 * Compares an ID card or a badge with what HR has on file, where the leaver wants it. The picture is never kept: it
 * goes from the phone's folder to the reader and is removed, whatever comes of it.
 */
export const compareCard = useCase('leaving.compareCard', {
  async run(ports, caller, { card, fileId, consent }): Promise<Answer<'leaving.compareCard'>> {
    const picture = await ownPicture(ports, caller.openid, fileId);
    // Nobody removes what is not his own.
    if (!picture.ok && picture.refusal.code === 'file.unknown') return picture;
    try {
      if (!picture.ok) return picture;
      if (!ports.cards) return refuse('leaving.card-not-offered', {});
      if (!consent) return refuse('leaving.card-without-consent', {});
      const reading = await ports.cards.read(card, picture.value);
      if (!reading.read) {
        ports.log.write({ ocr: card, outcome: reading.reason });
        return refuse('leaving.card-unread', {});
      }
      const { name } = reading;
      const number = reading.number?.toUpperCase() ?? null;
      if (card === 'idCard' && (number === null || !isIdNumber(number)))
        return refuse('leaving.card-misread', {});
      const onFile = card === 'badge' ? caller.employment.name : await idNumberOnFile(ports, caller);
      const result =
        onFile === null
          ? 'nothing-on-file'
          : onFile === (card === 'badge' ? name : number)
            ? 'same'
            : 'different';
      if (result !== 'nothing-on-file') await keep(ports, caller, card, result);
      return ok({
        result,
        name: name ?? '',
        numberMasked: card === 'idCard' && number !== null ? maskedIdNumber(number) : null,
        kept: `照片已删除（${RETENTION.identityPhoto.basis}）`,
      });
    } finally {
      await ports.files.remove(fileId);
    }
  },
});

async function idNumberOnFile({ database, cipher }: Ports, { employment }: Caller): Promise<string | null> {
  const file = await personnel.read(database, employment._id);
  return file && personnel.open(cipher, file, 'idNumber');
}

const keep = (
  { database, clock }: Ports,
  { employment }: Caller,
  card: 'idCard' | 'badge',
  result: 'same' | 'different',
): Promise<void> =>
  cardChecks.keep(database, {
    _id: `${employment._id}:${card}`,
    employmentId: employment._id,
    card,
    result,
    consentedAt: clock.now(),
  });
