import { isSamePosition } from '#core/geo/same-position.ts'
import type { LonLat, MultiPolygon } from '#core/place.ts'
import { rounded, simplifiedSoundly, type ToleranceAt } from './simplify.ts'

type Line = readonly LonLat[]

/** Countries whose common borders are the same points on both sides. */
export type SharedBorders = {
  /** By country, in the order given. */
  readonly outlines: readonly MultiPolygon[]
  /** Borders between two of them, each once. */
  readonly borders: readonly { readonly between: readonly [number, number]; readonly line: Line }[]
}

/** Smaller rings are a rock, a pond or a fault of the source. */
const LEAST_RING_SQUARE_KILOMETRES = 2
const SQUARE_KILOMETRES_PER_DEGREE = 111.2 * 111.2

/**
 * Simplifies countries together: where two meet, the line between them is cut out, simplified once
 * and used by both, so that no gap opens. Holes are left out, for they are lakes too small to see.
 */
export function shareBorders(
  countries: readonly MultiPolygon[],
  toleranceAt: ToleranceAt,
): SharedBorders {
  const rings = countries.flatMap((polygons, country) =>
    polygons
      .map(([outer]) => openRing(outer ?? []))
      .filter((ring) => ringSquareKilometres(ring) >= LEAST_RING_SQUARE_KILOMETRES)
      .map((ring) => ({ country, ring })),
  )
  const isJunction = junctionsOf(rings.map(({ ring }) => ring))
  const arcs = new Map<string, { line: Line; countries: number[] }>()
  const outlines: (readonly LonLat[])[][] = countries.map(() => [])
  for (const { country, ring } of rings) {
    const closed: LonLat[] = []
    for (const arc of arcsOf(ring, isJunction)) {
      const { key, isReversed } = canonical(arc)
      const known = arcs.get(key) ?? {
        line: simplifiedSoundly(isReversed ? [...arc].reverse() : arc, toleranceAt).map(rounded),
        countries: [],
      }
      arcs.set(key, known)
      known.countries.push(country)
      const line = isReversed ? [...known.line].reverse() : known.line
      closed.push(...line.slice(0, -1))
    }
    const sound = withoutLoops(closed)
    if (sound.length >= 3) outlines[country]!.push([...sound, sound[0]!])
  }
  return {
    outlines: outlines.map((outer) => outer.map((ring) => [ring])),
    borders: [...arcs.values()]
      .filter((arc) => arc.countries.length === 2 && arc.countries[0] !== arc.countries[1])
      .map(({ line, countries: [a, b] }) => ({ between: [a!, b!] as const, line })),
  }
}

/** Area of a ring without its closing point, as if it lay flat: good enough to tell an island from a rock. */
export function ringSquareKilometres(ring: Line): number {
  let sum = 0
  ring.forEach(([lon, lat], i) => {
    const [nextLon, nextLat] = ring[(i + 1) % ring.length]!
    sum += lon * nextLat - nextLon * lat
  })
  const squeeze = Math.cos(((ring[0]?.[1] ?? 0) * Math.PI) / 180)
  return (Math.abs(sum) / 2) * squeeze * SQUARE_KILOMETRES_PER_DEGREE
}

/** Where a ring touches itself the smaller part hangs by a point: it goes. */
function withoutLoops(ring: Line): Line {
  const kept: LonLat[] = []
  for (const point of ring) {
    const before = kept.findIndex((other) => isSamePosition(other, point))
    if (before < 0) kept.push(point)
    else if (kept.length - before < ring.length / 2) kept.length = before + 1
    else kept.splice(0, before)
  }
  return kept
}

function openRing(ring: Line): Line {
  return ring.slice(0, -1)
}

function keyOf([lon, lat]: LonLat): string {
  return `${lon} ${lat}`
}

/** Points at which rings part or meet: where they do not all come from and go to the same points. */
function junctionsOf(rings: readonly Line[]): (point: LonLat) => boolean {
  const sidesAt = new Map<string, string>()
  const junctions = new Set<string>()
  for (const ring of rings) {
    ring.forEach((point, i) => {
      const before = keyOf(ring[(i + ring.length - 1) % ring.length]!)
      const after = keyOf(ring[(i + 1) % ring.length]!)
      const sides = before < after ? `${before}|${after}` : `${after}|${before}`
      const key = keyOf(point)
      const known = sidesAt.get(key)
      if (known === undefined) sidesAt.set(key, sides)
      else if (known !== sides) junctions.add(key)
    })
  }
  return (point) => junctions.has(keyOf(point))
}

function arcsOf(ring: Line, isJunction: (point: LonLat) => boolean): Line[] {
  const first = ring.findIndex(isJunction)
  const start = first >= 0 ? first : leastIndex(ring)
  const turned = [...ring.slice(start), ...ring.slice(0, start), ring[start]!]
  const arcs: Line[] = []
  let from = 0
  for (let i = 1; i < turned.length; i++) {
    if (i < turned.length - 1 && !isJunction(turned[i]!)) continue
    arcs.push(turned.slice(from, i + 1))
    from = i
  }
  return arcs
}

function leastIndex(ring: Line): number {
  let least = 0
  ring.forEach((point, i) => {
    if (keyOf(point) < keyOf(ring[least]!)) least = i
  })
  return least
}

function canonical(arc: Line): { key: string; isReversed: boolean } {
  const forward = `${keyOf(arc[0]!)}|${keyOf(arc[1]!)}`
  const backward = `${keyOf(arc.at(-1)!)}|${keyOf(arc.at(-2)!)}`
  const isReversed = backward < forward
  const [one, other] = isReversed ? [backward, forward] : [forward, backward]
  return { key: `${one}|${other}|${arc.length}`, isReversed }
}
