import { bitCount } from '../../cells/zone-cells.ts'
import { cellsOf } from '../known-cells.ts'
import { extentOfCells, squareKilometresOf } from './parts.ts'
import type { GroundKind } from './problem.ts'

/** A zone that reaches out of the one that it is part of. */
export const OUTSIDE_PARENT: GroundKind = {
  kind: 'outsideParent',
  find: ({ ground, zones }) => {
    const byId = new Map(zones.map((zone) => [zone.id, zone]))
    return zones.flatMap((zone) => {
      const parent = byId.get(zone.parentId ?? '')
      if (!parent) return []
      const around = cellsOf(ground.grid, parent.outline)
      const maskOf = new Map([...around.cells].map((cell, i) => [cell, around.masks[i]!]))
      const own = cellsOf(ground.grid, zone.outline)
      const out = { cells: [] as number[], parts: [] as number[] }
      own.cells.forEach((cell, i) => {
        const part = bitCount(own.masks[i]! & ~(maskOf.get(cell) ?? 0))
        if (part === 0) return
        out.cells.push(cell)
        out.parts.push(part)
      })
      if (out.cells.length === 0) return []
      return [
        {
          id: `outsideParent:${zone.id}`,
          kind: 'outsideParent',
          severity: 'bad' as const,
          zoneId: zone.id,
          sentence: `Reaches out of ${parent.name}`,
          figure: squareKilometresOf(ground, out),
          unit: 'km²' as const,
          extent: extentOfCells(ground.grid, out.cells),
        },
      ]
    })
  },
}
