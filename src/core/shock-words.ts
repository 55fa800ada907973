import type { OperationDocument } from './document.ts'
import { firstFew, listed } from './figures.ts'
import type { Shock } from './records/shock.ts'
import { restrictionsOfShock } from './shocks-of.ts'

/** What a shock holds, a sentence a part; none: it changes nothing yet. */
export function shockParts(
  document: Pick<OperationDocument, 'tables'>,
  { id, season, lostBaseIds }: Shock,
): string[] {
  const bases = lostBaseIds.flatMap((baseId) => document.tables.bases.get(baseId)?.name ?? [])
  const names = restrictionsOfShock(document, id).map(({ name }) => name)
  return [
    ...(season === null ? [] : [`${season === 'wet' ? 'Wet' : 'Dry'}-season speeds.`]),
    ...(bases.length === 0 ? [] : [`Without ${listed(bases)}, and without the units there.`]),
    ...(names.length === 0 ? [] : [`Restricted: ${listed(shortened([...new Set(names)]))}.`]),
  ]
}

/** What a shock holds, in words. */
export function shockSentence(document: Pick<OperationDocument, 'tables'>, shock: Shock): string {
  return shockParts(document, shock).join(' ') || 'Changes nothing yet.'
}

const NAMED_COUNT = 4

function shortened(names: readonly string[]): readonly string[] {
  if (names.length <= NAMED_COUNT + 1) return names
  return firstFew(names, NAMED_COUNT)
}
