import { addRestriction } from '#core/commands/restrictions/add-restriction.ts'
import { editRestriction } from '#core/commands/restrictions/edit-restriction.ts'
import { type OperationDocument, operationOf } from '#core/document.ts'
import type { Restriction } from '#core/records/restriction.ts'
import type { MapActions } from '#map/map-props.ts'
import { runCommand } from '#state/document-store.ts'
import type { Room } from '#ui/room.tsx'

type Geometry = Restriction['geometry']

/** Stands in for the id of a restriction that is being drawn. */
const DRAWN_ID = 'restriction-being-drawn'

/** What the map asks for while restrictions are drawn and moved. */
export function restrictionActions({
  documents,
  screen,
  tell,
  newId,
}: Room): Pick<MapActions, 'onRestrictionDraft' | 'onRestrictionDrawn' | 'onRestrictionMoved'> {
  const rowOf = (id: string | null) =>
    id === null ? undefined : documents.getState().document.tables.restrictions.get(id)
  /** The restriction whose shape is drawn anew; its sheet is open. */
  const redrawn = () => rowOf(screen.getState().editedRestrictionId)
  const newRow = (id: string, geometry: Geometry) =>
    newRestriction(documents.getState().document, { id, geometry })
  const move = (id: string, geometry: Geometry) => {
    const reason = runCommand(documents, editRestriction, { id, fields: { geometry } })
    if (reason !== null) tell(reason)
    screen.setState({ draftRestriction: null })
  }
  return {
    onRestrictionDraft(draft) {
      const before = draft && (rowOf(draft.restrictionId) ?? redrawn())
      screen.setState({
        draftRestriction:
          draft &&
          (before ? { ...before, geometry: draft.geometry } : newRow(DRAWN_ID, draft.geometry)),
      })
    },
    onRestrictionDrawn(geometry) {
      const before = redrawn()
      if (before) {
        move(before.id, geometry)
        screen.setState({ tool: 'select' })
        return
      }
      const row = newRow(newId(), geometry)
      const reason = runCommand(documents, addRestriction, { row })
      if (reason !== null) tell(reason)
      screen.setState({
        draftRestriction: null,
        tool: 'select',
        ...(reason === null
          ? {
              selection: { type: 'row', table: 'restrictions', id: row.id },
              editedRestrictionId: row.id,
            }
          : {}),
      })
    },
    onRestrictionMoved: move,
  }
}

const NEW: Readonly<
  Record<Geometry['type'], Pick<Restriction, 'kind' | 'effect'> & { readonly name: string }>
> = {
  area: { name: 'Closed area', kind: 'closedArea', effect: { type: 'closed' } },
  segment: { name: 'Closed stretch', kind: 'denial', effect: { type: 'closed' } },
  point: { name: 'Checkpoint', kind: 'checkpoint', effect: { type: 'delay', delayMinutes: 15 } },
}

/** In force from the planning instant until further notice, with the next free number, not yet verified by anybody. */
export function newRestriction(
  document: OperationDocument,
  { id, geometry }: Pick<Restriction, 'id' | 'geometry'>,
): Restriction {
  const { name, kind, effect } = NEW[geometry.type]
  const names = new Set([...document.tables.restrictions.values()].map((row) => row.name))
  let number = 1
  while (names.has(`${name} ${number}`)) number += 1
  return {
    id,
    name: `${name} ${number}`,
    kind,
    geometry,
    effect,
    severity: 2,
    validFrom: operationOf(document).planningAt,
    validTo: null,
    months: null,
    hours: null,
    shockId: null,
    confidenceShare: 0.8,
    source: '',
    lastVerifiedAt: null,
  }
}
