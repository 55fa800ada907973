import { degreesOfMetres } from '../../geo/mercator.ts'
import { withSimplifiedBorder } from '../../zoning/simplified-border.ts'
import { rowAt, rowsOfScenario } from '../row-fault.ts'
import { reshapeZone } from './reshape-zone.ts'
import { triedCommand } from './zone-command.ts'
import { lockedZone } from './zone-guard.ts'

/** Takes corners out of a border that move it by less than a tolerance, in all zones that share it. */
export const simplifyZone = triedCommand<{ readonly id: string; readonly toleranceMetres: number }>(
  {
    id: 'zone.simplify',
    title: 'Simplify border',

    attempt(document, { id, toleranceMetres }) {
      if (!document.tables.zones.has(id)) return 'That zone is no longer there.'
      const zone = rowAt(document, 'zones', id)
      const locked = lockedZone(zone)
      if (locked) return locked
      const zones = rowsOfScenario(document, 'zones', zone.scenarioId)
      const simplified = withSimplifiedBorder(
        zones,
        id,
        degreesOfMetres(toleranceMetres, zone.outline[0]?.[0]?.[1] ?? 0),
      )
      const outline = simplified.get(id)
      if (!outline) return `${zone.name} has no corner that could go. Choose a larger tolerance.`
      const along = new Map([...simplified].filter(([each]) => each !== id))
      const args = { id, outline, along, verb: 'Simplify' } as const
      return reshapeZone.blocked(document, args) ?? reshapeZone.change(document, args)
    },
  },
)
