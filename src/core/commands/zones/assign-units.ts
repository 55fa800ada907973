import { put } from '../../change.ts'
import type { OperationDocument } from '../../document.ts'
import { counted } from '../../figures.ts'
import type { Zone } from '../../records/zone.ts'
import type { Command } from '../command.ts'
import { rowAt, rowsOfScenario } from '../row-fault.ts'
import { lockedZone, scenarioFault } from './zone-guard.ts'

type Assignment = {
  readonly scenarioId: string
  readonly unitIds: readonly string[]
  /** Null: they answer for no zone of this COA. */
  readonly zoneId: string | null
}

/** Says which zone of a COA units answer for; whatever they answered for there before, they no longer do. */
export const assignUnits: Command<Assignment> = {
  id: 'zone.assign',
  title: 'Say who answers for a zone',

  blocked(document, assignment) {
    const { scenarioId, unitIds, zoneId } = assignment
    const { units, zones } = document.tables
    const noScenario = scenarioFault(document, scenarioId)
    if (noScenario !== null) return noScenario
    if (unitIds.length === 0) return 'No unit was chosen. Choose one first.'
    if (unitIds.some((id) => !units.has(id))) return 'That unit is no longer there.'
    if (zoneId !== null && zones.get(zoneId)?.scenarioId !== scenarioId) {
      return 'That zone is not in this COA. Choose one that is.'
    }
    for (const { before } of touched(document, assignment)) {
      const locked = lockedZone(before)
      if (locked !== null) return locked
    }
    return null
  },

  change(document, assignment) {
    const { unitIds, zoneId } = assignment
    const [first = ''] = unitIds
    const many = new Set(unitIds).size
    const who = many === 1 ? rowAt(document, 'units', first).name : counted(many, 'unit')
    const what = zoneId === null ? 'no zone' : rowAt(document, 'zones', zoneId).name
    return {
      note: `${who}: ${many === 1 ? 'answers' : 'answer'} for ${what}`,
      rows: touched(document, assignment).map(({ after }) => put(document, 'zones', after)),
    }
  },
}

/** Zones of the COA that an assignment changes. */
function touched(
  document: OperationDocument,
  { scenarioId, unitIds, zoneId }: Assignment,
): { readonly before: Zone; readonly after: Zone }[] {
  return rowsOfScenario(document, 'zones', scenarioId).flatMap((before) => {
    const isTarget = before.id === zoneId
    const stay = before.unitIds.filter((id) => isTarget || !unitIds.includes(id))
    const come = isTarget ? [...new Set(unitIds)].filter((id) => !stay.includes(id)) : []
    const isSame = come.length === 0 && stay.length === before.unitIds.length
    return isSame ? [] : [{ before, after: { ...before, unitIds: [...stay, ...come] } }]
  })
}
