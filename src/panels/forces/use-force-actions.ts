import { addUnit } from '#core/commands/units/add-unit.ts'
import { moveUnits } from '#core/commands/units/move-units.ts'
import { assignUnits } from '#core/commands/zones/assign-units.ts'
import { freeName } from '#core/free-name.ts'
import { useDocument, useRoom, useRun, useScenarioId, useScreen } from '#ui/room.tsx'
import { idIn } from './force-rows.ts'

/** What a person can do to the task organisation; what is refused is told, and answers false. */
export function useForceActions() {
  const { screen, documents, newId } = useRoom()
  const run = useRun()
  const scenarioId = useScenarioId()
  const hasBases = useDocument((state) => state.document.tables.bases.size > 0)
  const selectedId = useScreen(({ selection }) =>
    selection?.type === 'row' && selection.table === 'units' ? selection.id : null,
  )
  return {
    reasonNotToAdd: hasBases ? null : 'A unit lives at a base. Import a base first.',
    move: (ids: readonly string[], parentId: string | null) => run(moveUnits, { ids, parentId }),
    assign: (unitIds: readonly string[], zoneId: string | null) =>
      run(assignUnits, { scenarioId, unitIds, zoneId }),
    /** The zone that a row stands for: a unit’s row for the zone that the unit answers for. */
    zoneAt: (key: string): string | null => {
      const zoneId = idIn(key, 'zone')
      if (zoneId !== null) return zoneId
      const unitId = idIn(key, 'unit') ?? ''
      const { zones } = documents.getState().document.tables
      const answered = [...zones.values()].find(
        (zone) => zone.scenarioId === scenarioId && zone.unitIds.includes(unitId),
      )
      return answered?.id ?? null
    },
    /** A company of unknown strength under the selected unit and at its base; it is selected then. */
    add: () => {
      const { units, bases } = documents.getState().document.tables
      const superior = units.get(selectedId ?? '')
      const baseId = superior?.baseId ?? [...bases.keys()][0] ?? ''
      const id = newId()
      const isDone = run(addUnit, {
        row: {
          id,
          name: freeName(
            'New unit',
            [...units.values()].map(({ name }) => name),
          ),
          contributor: null,
          kind: 'infantry',
          echelon: 'company',
          role: 'line',
          baseId,
          parentId: superior?.id ?? null,
          strengthCount: null,
          elements: [],
          validFrom: null,
          validTo: null,
        },
      })
      if (isDone) screen.setState({ selection: { type: 'row', table: 'units', id } })
    },
  }
}
