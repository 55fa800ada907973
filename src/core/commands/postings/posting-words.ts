import type { OperationDocument } from '../../document.ts'
import type { Posting } from '../../records/posting.ts'

/** "2 × Platoon at Gbarnga" */
export function postingName(
  { count, typeId, placeId }: Pick<Posting, 'count' | 'typeId' | 'placeId'>,
  { tables: { resourceTypes, bases, communities } }: OperationDocument,
): string {
  const place = bases.get(placeId)?.name ?? communities.get(placeId)?.name ?? placeId
  return `${count} × ${resourceTypes.get(typeId)?.name ?? typeId} at ${place}`
}
