import { ZONE_KINDS } from '#core/records/zone.ts'
import { coverageOf } from './coverage.ts'
import { extentOfCells, squareKilometresOf } from './parts.ts'
import type { GroundKind } from './problem.ts'

/** Two zones of one kind that have the same ground: nobody knows who answers for it. */
export const OVERLAPS: GroundKind = {
  kind: 'overlap',
  find: ({ ground, zones }) =>
    ZONE_KINDS.flatMap((kind) =>
      coverageOf(
        ground.grid,
        zones.filter((zone) => zone.kind === kind),
        null,
      ).overlaps.map(({ a, b, both }) => ({
        id: `overlap:${[a.id, b.id].sort().join(':')}`,
        kind: 'overlap',
        severity: 'bad' as const,
        zoneId: a.id,
        sentence: `Overlaps ${b.name}`,
        figure: squareKilometresOf(ground, both),
        unit: 'km²' as const,
        extent: extentOfCells(ground.grid, both.cells),
      })),
    ),
}
