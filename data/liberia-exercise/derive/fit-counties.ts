import type { LonLat, MultiPolygon } from '#core/place.ts'
import { nearestOnStretch, rounded, simplifiedSoundly } from './simplify.ts'
import type { Topology } from './theatre-sources.ts'

type Line = readonly LonLat[]

/** A place on the outline: after which of its points, and how far to the next. */
type Anchor = { readonly position: LonLat; readonly along: number }

export type FittedCounty = { readonly name: string; readonly outline: MultiPolygon }

/** A border ends this far from the outline and is led to it straight. */
const TRIM_DEGREES = 0.006

/**
 * Counties of one source inside the outline of another. The borders between counties stay where
 * they are; their ends on the old outline are led to the nearest point of the new one, and the old
 * coast and frontier are replaced by the new. So the counties fill the outline without gap or
 * overlap.
 *
 * @param outline the largest ring is shared out; smaller ones go whole to the nearest county.
 * @throws Error if the borders do not meet the outline in the order in which the counties lie.
 */
export function fitCounties(
  topology: Topology,
  outline: MultiPolygon,
  toleranceDegrees: number,
): FittedCounty[] {
  const arcs = decodedArcs(topology)
  const shapes = Object.values(topology.objects)[0]?.geometries ?? []
  const counties = shapes
    .map(({ properties, arcs: list }) => ({ name: properties.name ?? '', rings: outerRings(list) }))
    .filter(({ rings }) => rings.length > 0)
  const useCount = new Map<number, number>()
  for (const index of counties.flatMap(({ rings }) => rings.flat())) {
    useCount.set(plain(index), (useCount.get(plain(index)) ?? 0) + 1)
  }
  const isInner = (index: number) => useCount.get(plain(index)) === 2
  const [mainRing, ...islands] = ringsBySize(outline)
  if (!mainRing) throw new Error('the country has no outline')
  const ring = turnedLike(mainRing, outlineTurn(arcs, counties[0]?.rings[0] ?? []))
  const shore = createShore(ring)
  const inner = new Map(
    arcs.map((arc, index) => [
      index,
      isInner(index) ? simplifiedSoundly(arc, () => toleranceDegrees) : arc,
    ]),
  )
  const ends = shoreEnds(inner, isInner)
  const fitted = new Map(
    [...inner].map(([index, arc]) => [index, isInner(index) ? ledToShore(arc, ends, shore) : arc]),
  )
  const result = counties.map(({ name, rings }) => ({
    name,
    outline: rings
      .filter((indexes) => indexes.some(isInner) || counties.length === 1)
      .map((indexes) => [closedRing(indexes, { fitted, isInner, shore })]),
  }))
  return withIslands(result, islands)
}

function decodedArcs({ arcs, transform }: Topology): Line[] {
  const [scaleX, scaleY] = transform?.scale ?? [1, 1]
  const [x0, y0] = transform?.translate ?? [0, 0]
  return arcs.map((arc) => {
    let [x, y] = [0, 0]
    return arc.map(([dx, dy]): LonLat => {
      x = transform ? x + dx : dx
      y = transform ? y + dy : dy
      return [x * scaleX + x0, y * scaleY + y0]
    })
  })
}

function outerRings(list: Topology['objects'][string]['geometries'][number]['arcs']): number[][] {
  return (list ?? []).flatMap((entry) => {
    const isRing = typeof entry[0] === 'number'
    return [(isRing ? entry : entry[0]) as number[]]
  })
}

function plain(index: number): number {
  return index < 0 ? ~index : index
}

function directed(arc: Line, index: number): Line {
  return index < 0 ? [...arc].reverse() : arc
}

function ringsBySize(outline: MultiPolygon): Line[] {
  return outline
    .map(([outer]) => outer!.slice(0, -1))
    .sort((a, b) => Math.abs(signedArea(b)) - Math.abs(signedArea(a)))
}

function signedArea(ring: Line): number {
  return ring.reduce((sum, [lon, lat], i) => {
    const [nextLon, nextLat] = ring[(i + 1) % ring.length]!
    return sum + (lon * nextLat - nextLon * lat) / 2
  }, 0)
}

function outlineTurn(arcs: readonly Line[], indexes: readonly number[]): number {
  const ring = indexes.flatMap((index) => directed(arcs[plain(index)]!, index).slice(0, -1))
  return Math.sign(signedArea(ring))
}

function turnedLike(ring: Line, turn: number): Line {
  return Math.sign(signedArea(ring)) === turn ? ring : [...ring].reverse()
}

function keyOf([lon, lat]: LonLat): string {
  return `${lon.toFixed(6)} ${lat.toFixed(6)}`
}

/** Ends of inner arcs that no two other inner arcs share: they lie on the old outline. */
function shoreEnds(
  arcs: ReadonlyMap<number, Line>,
  isInner: (index: number) => boolean,
): ReadonlySet<string> {
  const outer = new Set<string>()
  for (const [index, arc] of arcs) {
    if (isInner(index)) continue
    outer.add(keyOf(arc[0]!))
    outer.add(keyOf(arc.at(-1)!))
  }
  return outer
}

type Shore = ReturnType<typeof createShore>

function createShore(ring: Line) {
  const anchors = new Map<string, Anchor>()
  const nearest = (point: LonLat) => {
    let best = { along: 0, position: ring[0]!, degrees: Number.POSITIVE_INFINITY }
    for (let i = 0; i < ring.length; i++) {
      const found = nearestOnStretch(point, ring[i]!, ring[(i + 1) % ring.length]!)
      if (found.degrees < best.degrees) best = { ...found, along: i + found.along }
    }
    return best
  }
  return {
    nearest,
    holds: (point: LonLat) => isInRing(ring, point),
    /** Where the end of a border at an old shore point now lies; fixed by the first border that asks. */
    anchorFor(oldEnd: LonLat, lastKept: LonLat): Anchor {
      const key = keyOf(oldEnd)
      const known = anchors.get(key)
      if (known) return known
      const { along, position } = nearest(lastKept)
      const anchor = { along, position: rounded(position) }
      anchors.set(key, anchor)
      return anchor
    },
    anchorAt(oldEnd: LonLat): Anchor {
      const anchor = anchors.get(keyOf(oldEnd))
      if (!anchor) throw new Error(`no border was led to the outline at ${keyOf(oldEnd)}`)
      return anchor
    },
    /** Points of the outline after one anchor up to and with the next, in its own direction. */
    between(from: Anchor, to: Anchor): LonLat[] {
      const start = Math.floor(from.along)
      const span = (to.along - from.along + ring.length) % ring.length
      const points: LonLat[] = []
      for (let i = start + 1; i <= from.along + span; i++) points.push(ring[i % ring.length]!)
      return [...points, to.position]
    },
  }
}

function isInRing(ring: Line, [lon, lat]: LonLat): boolean {
  let isInside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [lonA, latA] = ring[i]!
    const [lonB, latB] = ring[j]!
    const crosses = latA > lat !== latB > lat
    if (crosses && lon < ((lonB - lonA) * (lat - latA)) / (latB - latA) + lonA) {
      isInside = !isInside
    }
  }
  return isInside
}

function ledToShore(arc: Line, ends: ReadonlySet<string>, shore: Shore): Line {
  let line = arc
  for (const side of ['start', 'end'] as const) {
    const inward = side === 'start' ? line : [...line].reverse()
    const oldEnd = inward[0]!
    if (!ends.has(keyOf(oldEnd))) continue
    const nearHalf = inward.slice(0, Math.ceil(inward.length / 2))
    const lastOut = nearHalf.findLastIndex((point) => !isWellInside(point, shore))
    const kept = inward.slice(Math.min(lastOut + 1, inward.length - 1))
    const led = [shore.anchorFor(oldEnd, kept[0]!).position, ...kept]
    line = side === 'start' ? led : led.reverse()
  }
  return line.map(rounded)
}

function isWellInside(point: LonLat, shore: Shore): boolean {
  return shore.holds(point) && shore.nearest(point).degrees > TRIM_DEGREES
}

function closedRing(
  indexes: readonly number[],
  facts: {
    readonly fitted: ReadonlyMap<number, Line>
    readonly isInner: (index: number) => boolean
    readonly shore: Shore
  },
): LonLat[] {
  const { fitted, isInner, shore } = facts
  const first = Math.max(0, indexes.findIndex(isInner))
  const turned = [...indexes.slice(first), ...indexes.slice(0, first)]
  const points: LonLat[] = []
  let leftShoreAt: LonLat | null = null
  for (const index of turned) {
    const arc = directed(fitted.get(plain(index))!, index)
    if (!isInner(index)) {
      leftShoreAt ??= arc[0]!
      continue
    }
    if (leftShoreAt) points.push(...stretch(leftShoreAt, arc, facts))
    leftShoreAt = null
    points.push(...arc.slice(points.length > 0 ? 1 : 0))
  }
  if (leftShoreAt) {
    const lastOuter = directed(fitted.get(plain(turned.at(-1)!))!, turned.at(-1)!)
    const from = shore.anchorAt(leftShoreAt)
    points.push(...shore.between(from, shore.anchorAt(lastOuter.at(-1)!)))
  }
  const closed = points.filter((point, i) => i === 0 || keyOf(point) !== keyOf(points[i - 1]!))
  if (keyOf(closed[0]!) !== keyOf(closed.at(-1)!)) throw new Error('a county does not close')
  return closed
}

function stretch(leftShoreAt: LonLat, next: Line, { shore }: { readonly shore: Shore }): LonLat[] {
  const from = shore.anchorAt(leftShoreAt)
  const { along } = shore.nearest(next[0]!)
  return shore.between(from, { along, position: next[0]! })
}

function withIslands(counties: readonly FittedCounty[], islands: readonly Line[]): FittedCounty[] {
  const homes = islands.map((island) => nearestCounty(counties, island[0]!))
  return counties.map(({ name, outline }, index) => ({
    name,
    outline: [
      ...outline,
      ...islands
        .filter((_, i) => homes[i] === index)
        .map((island) => [[...island, island[0]!].map(rounded)]),
    ].map(([outer]) => [counterClockwise(outer!)]),
  }))
}

function counterClockwise(ring: Line): Line {
  return signedArea(ring.slice(0, -1)) > 0 ? ring : [...ring].reverse()
}

function nearestCounty(counties: readonly FittedCounty[], point: LonLat): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  counties.forEach(({ outline }, index) => {
    for (const [outer] of outline) {
      for (const [lon, lat] of outer!) {
        const degrees = Math.hypot(lon - point[0], lat - point[1])
        if (degrees < least) {
          least = degrees
          best = index
        }
      }
    }
  })
  return best
}
