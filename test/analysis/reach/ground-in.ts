import type { Ground } from '#analysis/ground.ts'
import { groundOf } from '#analysis/ground-of.ts'
import type { LonLat } from '#core/place.ts'

/** The ground of one area within a ring, empty but for what is told. */
export function groundIn(
  ring: readonly LonLat[],
  parts: Partial<Parameters<typeof groundOf>[0]> = {},
): Ground {
  return groundOf({
    areas: [
      {
        id: 'a',
        name: 'A',
        level: 1,
        placeCode: null,
        parentId: null,
        aliases: [],
        outline: [[ring]],
        populationCount: 1000,
      },
    ],
    communities: [],
    population: null,
    roads: [],
    gridResolution: 6,
    ...parts,
  })
}
