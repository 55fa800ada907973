import type { Ground } from '#analysis/ground.ts'
import type { OperationDocument } from '#core/document.ts'
import type { Selection } from '#state/screen-store.ts'
import type { Room } from '#ui/room.tsx'

/**
 * Takes a click for the place where a suggestion shall go, if the next click was asked for that.
 *
 * @returns whether it did; else the click selects as any other.
 */
export function takePlace(
  { screen, documents, results, tell }: Pick<Room, 'screen' | 'documents' | 'results' | 'tell'>,
  selection: Selection | null,
): boolean {
  const { planOverride, place } = screen.getState()
  if (!planOverride?.isPicking || place !== 'plan') return false
  if (selection === null) {
    screen.setState({ planOverride: { ...planOverride, isPicking: false } })
    tell('No place was chosen on the map.')
    return true
  }
  const { document } = documents.getState()
  const placeId = placeOfSelection(selection, document, results.getState().ground.value)
  if (placeId === null) tell('There is no base or community just there. Click nearer to one.')
  else screen.setState({ planOverride: { ...planOverride, placeId, isPicking: false } })
  return true
}

/** The base or community that was hit, or the largest community of a hexagon; null: none is there. */
function placeOfSelection(
  selection: Selection,
  { tables }: OperationDocument,
  ground: Ground | null,
): string | null {
  if (selection.type === 'cell') return ground ? largestIn(ground, selection.cell) : null
  if (selection.type !== 'row') return null
  const { table, id } = selection
  if (table === 'bases' || table === 'communities') return id
  if (table === 'units') return tables.units.get(id)?.baseId ?? null
  return table === 'postings' ? (tables.postings.get(id)?.placeId ?? null) : null
}

function largestIn(ground: Ground, cell: number): string | null {
  let best = -1
  ground.communityCell.forEach((other, at) => {
    const people = ground.communityPeopleCount
    if (other === cell && (best < 0 || people[at]! > people[best]!)) best = at
  })
  return ground.communityIds[best] ?? null
}
