import { extentOf } from '#core/geo/polygon.ts'
import { ZONE_KINDS } from '#core/records/zone.ts'
import { overlapsOf } from './coverage.ts'
import type { GroundKind } from './problem.ts'

/** Two zones of one kind that have the same ground: nobody knows who answers for it. */
export const OVERLAPS: GroundKind = {
  kind: 'overlap',
  find: ({ zones }) =>
    ZONE_KINDS.flatMap((kind) =>
      overlapsOf(zones.filter((zone) => zone.kind === kind)).flatMap(({ a, b, pieces }) =>
        pieces.length === 0
          ? []
          : [
              {
                id: `overlap:${[a.id, b.id].sort().join(':')}`,
                kind: 'overlap',
                severity: 'bad' as const,
                zoneId: a.id,
                sentence: `Overlaps ${b.name}`,
                figure: pieces.reduce((sum, piece) => sum + piece.squareKilometres, 0),
                unit: 'km²' as const,
                extent: extentOf(pieces.map(({ outline }) => outline)),
              },
            ],
      ),
    ),
}
