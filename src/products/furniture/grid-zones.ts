/** Ground of one UTM zone, in degrees; longitudes may lie beyond ±180. */
export type ZonePart = {
  readonly zone: number
  /** What has to be added to a longitude of the zone to come to those of the part. */
  readonly turnDegrees: number
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

type Extent = readonly [west: number, south: number, east: number, north: number]

/** The grid ends here; the caps have another one. */
const [SOUTH_END, NORTH_END] = [-80, 84]

/** Zones that are wider or narrower than six degrees: of Norway and Svalbard. */
const WIDENED = [
  {
    south: 56,
    north: 64,
    zones: [
      [31, 0, 3],
      [32, 3, 12],
    ],
  },
  {
    south: 72,
    north: 84,
    zones: [
      [31, 0, 9],
      [33, 9, 21],
      [35, 21, 33],
      [37, 33, 42],
    ],
  },
] as const
const CUTS = [SOUTH_END, 56, 64, 72, NORTH_END] as const

/** The zones that an extent touches, each cut to it. */
export function zonePartsIn([west, south, east, north]: Extent): ZonePart[] {
  const belts = CUTS.slice(1).map((end, i) => ({ south: CUTS[i] ?? SOUTH_END, north: end }))
  return belts.flatMap((belt) =>
    zonesOfBelt(belt.south, west, east).flatMap((part): ZonePart[] => {
      const cut = {
        ...part,
        west: Math.max(part.west, west),
        east: Math.min(part.east, east),
        south: Math.max(belt.south, south),
        north: Math.min(belt.north, north),
      }
      return cut.west < cut.east && cut.south < cut.north ? [cut] : []
    }),
  )
}

function zonesOfBelt(beltSouth: number, west: number, east: number) {
  const special = WIDENED.find(({ south }) => south === beltSouth)?.zones ?? []
  const [first, last] = [Math.floor((west + 180) / 6), Math.floor((east + 180) / 6)]
  const turns = new Set<number>()
  const parts: Pick<ZonePart, 'zone' | 'turnDegrees' | 'west' | 'east'>[] = []
  for (let strip = first; strip <= last; strip++) {
    const zone = (((strip % 60) + 60) % 60) + 1
    const turnDegrees = 360 * Math.floor(strip / 60)
    turns.add(turnDegrees)
    const stripWest = 6 * zone - 186
    if (stripWest >= 0 && stripWest < (special.at(-1)?.[2] ?? 0)) continue
    const from = stripWest + turnDegrees
    parts.push({ zone, turnDegrees, west: from, east: from + 6 })
  }
  for (const turnDegrees of turns) {
    for (const [zone, from, to] of special) {
      parts.push({ zone, turnDegrees, west: from + turnDegrees, east: to + turnDegrees })
    }
  }
  return parts
}

/** Parallels at which one letter of the grid ends and the next begins. */
export function bandEdgesIn([, south, , north]: Extent): number[] {
  const edges = [...Array.from({ length: 20 }, (_, i) => 8 * i - 80), NORTH_END]
  return edges.filter((edge) => edge > south && edge < north)
}
