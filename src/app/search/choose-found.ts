import { baselineOf } from '#core/document.ts'
import { rowExtent } from '#core/row-extent.ts'
import { restrictionSheet } from '#panels/access/draw-restriction.ts'
import { INCIDENTS } from '#panels/tables/kinds/incidents.ts'
import { tableRows } from '#panels/tables/rows-of.ts'
import { flightTo } from '#state/flight-to.ts'
import type { ScreenState } from '#state/screen-store.ts'
import type { Room } from '#ui/room.tsx'
import type { Findable } from './findables.ts'
import type { IncidentHit } from './incident-hits.ts'

const CLOSEST_ZOOM = 10.5

type Stores = Pick<Room, 'screen' | 'documents'>

/** Selects what was found, opens the paper that it stands on, and flies there. */
export function chooseFound(
  { screen, documents }: Stores,
  { table, rowId }: Findable,
  openShocks: () => void,
): void {
  if (table === 'shocks') {
    openShocks()
    return
  }
  const { document } = documents.getState()
  const extent = rowExtent(document, table, rowId)
  screen.setState({
    ...placeFor(screen.getState()),
    selection: { type: 'row', table, id: rowId },
    ...(extent ? { flight: flightTo(extent, CLOSEST_ZOOM) } : {}),
    ...(table === 'restrictions' ? restrictionSheet(rowId) : {}),
    ...(table === 'slides' ? { place: 'brief' } : {}),
    ...(table === 'scenarios' ? { scenarioId: rowId, selection: null } : {}),
    ...decisionState(),
  })

  function decisionState(): Partial<ScreenState> {
    if (table !== 'zones' && table !== 'controlMeasures') return {}
    const scenarioId = document.tables[table].get(rowId)?.scenarioId ?? baselineOf(document)?.id
    return { place: 'zones', isRightOpen: true, ...(scenarioId ? { scenarioId } : {}) }
  }
}

/** Selects an incident and flies to where it happened, as far as that is known. */
export function chooseIncident({ screen, documents }: Stores, { index, selection }: IncidentHit) {
  const { document, columns } = documents.getState()
  const scenarioId = screen.getState().scenarioId ?? ''
  const rows = tableRows(INCIDENTS, { document, columns, scenarioId })
  const extent = rows.indexOf(selection) === index ? rows.extentAt(index) : null
  screen.setState({
    ...placeFor(screen.getState()),
    selection,
    ...(extent ? { flight: flightTo(extent) } : {}),
  })
}

/** The place with a map of its own to show things on: this one, else Situation. */
export function placeFor({ place }: ScreenState): Partial<ScreenState> {
  return place === 'compare' || place === 'brief' ? { place: 'situation', tool: 'select' } : {}
}
