/** What grows or stands on the ground, as far as it matters to who walks over it. */
export const LAND_COVERS = ['bare', 'grass', 'shrub', 'forest', 'wetland', 'water'] as const
export type LandCover = (typeof LAND_COVERS)[number]

/**
 * Walking on level ground, by land cover. 0: nobody walks there.
 *
 * @source AccessMod, by vegetation 5, 4, 3 and 2 (analysis.md §5.1); wetland is a guess.
 */
export const WALKING_KILOMETRES_PER_HOUR: Readonly<Record<LandCover, number>> = {
  bare: 5,
  grass: 4,
  shrub: 3,
  forest: 2,
  wetland: 1,
  water: 0,
}

/** What speeds off the road are said for: walkers make 4 km/h over grass and fields. */
export const OPEN_GROUND: LandCover = 'grass'
