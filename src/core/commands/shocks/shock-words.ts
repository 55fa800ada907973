import type { OperationDocument } from '../../document.ts'
import type { Restriction } from '../../records/restriction.ts'
import type { Shock } from '../../records/shock.ts'
import { RESTRICTION_WORDS } from '../restrictions/restriction-words.ts'
import { rowFault } from '../row-fault.ts'

/** What keeps a shock and its restrictions from being kept, in a sentence for the person; null if they are sound. */
export function shockFault(
  document: OperationDocument,
  shock: Shock,
  restrictions: readonly Restriction[],
): string | null {
  const { tables } = document
  const isTaken = [...tables.shocks.values()].some(
    ({ id, name }) => id !== shock.id && name.toLowerCase() === shock.name.toLowerCase(),
  )
  if (isTaken) return `There is a shock called ${shock.name} already; give this one another name.`
  if (shock.lostBaseIds.some((id) => !tables.bases.has(id))) {
    return 'A base that the shock takes away is no longer there.'
  }
  const fault = rowFault('shocks', shock)
  if (fault) return fault
  for (const restriction of restrictions) {
    if (restriction.shockId !== shock.id) return `${restriction.name} belongs to no such shock.`
    const one =
      RESTRICTION_WORDS.guard(document, restriction, restriction) ??
      rowFault('restrictions', restriction)
    if (one) return one
  }
  return null
}
