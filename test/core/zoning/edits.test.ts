import { describe, expect, it } from 'vitest'
import { applyChange, type Change } from '#core/change.ts'
import type { Command } from '#core/commands/command.ts'
import { giveGround } from '#core/commands/zones/give-ground.ts'
import { mergeZones } from '#core/commands/zones/merge-zones.ts'
import { reshapeZone } from '#core/commands/zones/reshape-zone.ts'
import { simplifyZone } from '#core/commands/zones/simplify-zone.ts'
import { splitZone } from '#core/commands/zones/split-zone.ts'
import { documentOf, type OperationDocument } from '#core/document.ts'
import { dissolved } from '#core/geo/overlay/dissolved.ts'
import { facesOf } from '#core/geo/overlay/faces.ts'
import { onLattice } from '#core/geo/overlay/lattice.ts'
import { nodedEdges } from '#core/geo/overlay/noded.ts'
import { areaSquareKilometres } from '#core/geo/polygon.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import { createRandom, type Random } from '#core/random.ts'
import type { Zone } from '#core/records/zone.ts'
import { groundOutside } from '#core/zoning/ground-outside.ts'
import {
  type CornerEdit,
  withCornerAtMoved,
  withCornerAtRemoved,
  withSideCut,
} from '#core/zoning/shared-corners.ts'
import { aBase, aScenario, aUnit, aZone } from '#support/build.ts'

const COLUMNS = 4
const ROWS = 3
const SIDE = 0.25
const [WEST, SOUTH] = [-9, 6]

function box(west: number, south: number, width: number, height: number): Polygon {
  const corners: LonLat[] = [
    [west, south],
    [west + width, south],
    [west + width, south + height],
    [west, south + height],
  ]
  const ring = corners.map(onLattice)
  return [[...ring, ring[0]!]]
}

const WHOLE = box(WEST, SOUTH, COLUMNS * SIDE, ROWS * SIDE)

/** Two sectors side by side, each with six areas of responsibility, each with a company at its base. */
function tiled(): OperationDocument {
  const areas = Array.from({ length: COLUMNS * ROWS }, (_, i) => {
    const [column, row] = [i % COLUMNS, Math.floor(i / COLUMNS)]
    const position: LonLat = [WEST + (column + 0.4) * SIDE, SOUTH + (row + 0.45) * SIDE]
    return { i, column, row, position }
  })
  return documentOf('tiled', {
    scenarios: [aScenario()],
    bases: areas.map(({ i, position }) => aBase({ id: `base-${i}`, position })),
    units: areas.map(({ i }) => aUnit({ id: `unit-${i}`, baseId: `base-${i}` })),
    zones: [
      ...[0, 1].map((half) =>
        aZone({
          id: `sector-${half}`,
          name: `Sector ${half}`,
          outline: box(WEST + half * 2 * SIDE, SOUTH, 2 * SIDE, ROWS * SIDE),
        }),
      ),
      ...areas.map(({ i, column, row }) =>
        aZone({
          id: `aor-${i}`,
          name: `AOR ${i}`,
          kind: 'aor',
          parentId: `sector-${column < 2 ? 0 : 1}`,
          baseId: `base-${i}`,
          unitIds: [`unit-${i}`],
          outline: box(WEST + column * SIDE, SOUTH + row * SIDE, SIDE, SIDE),
        }),
      ),
    ],
  })
}

type Tried = (
  document: OperationDocument,
  random: Random,
  newIds: readonly string[],
) => Change | null

function done<A>(document: OperationDocument, command: Command<A>, args: A): Change | null {
  return command.blocked(document, args) === null ? command.change(document, args) : null
}

const zonesOf = (document: OperationDocument, kind: Zone['kind'] = 'aor') =>
  [...document.tables.zones.values()].filter((zone) => zone.kind === kind)

const pickOf = <T>(random: Random, items: readonly T[]): T => items[random.below(items.length)]!

function kept(document: OperationDocument, zone: Zone, edit: CornerEdit): Change | null {
  const outline = edit.ok ? edit.outlines.get(zone.id) : undefined
  if (!edit.ok || !outline) return null
  const along = new Map([...edit.outlines].filter(([id]) => id !== zone.id))
  const newIds = Array.from({ length: 9 }, (_, i) => `piece-${document.tables.zones.size}-${i}`)
  return done(document, reshapeZone, { id: zone.id, outline, along, newIds })
}

const isOuter = ([lon, lat]: LonLat) =>
  [WEST, WEST + COLUMNS * SIDE].some((edge) => Math.abs(lon - edge) < 1e-6) ||
  [SOUTH, SOUTH + ROWS * SIDE].some((edge) => Math.abs(lat - edge) < 1e-6)

const near = (random: Random, [lon, lat]: LonLat, reach: number): LonLat => [
  lon + (random.next() - 0.5) * reach,
  lat + (random.next() - 0.5) * reach,
]

const EDITS: readonly Tried[] = [
  function moveCorner(document, random) {
    const zone = pickOf(random, zonesOf(document))
    const inner = zone.outline.flat().filter((corner) => !isOuter(corner))
    if (inner.length === 0) return null
    const from = pickOf(random, inner)
    const zones = [...document.tables.zones.values()]
    return kept(document, zone, withCornerAtMoved(zones, new Map(), from, near(random, from, 0.2)))
  },
  function addCorner(document, random) {
    const zone = pickOf(random, zonesOf(document))
    const ring = zone.outline[0]!
    const at = random.below(ring.length - 1)
    const [a, b] = [ring[at]!, ring[at + 1]!]
    if (isOuter(a) && isOuter(b)) return null
    const share = 0.2 + 0.6 * random.next()
    const corner: LonLat = [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]
    const zones = [...document.tables.zones.values()]
    const cut = withSideCut(zones, new Map(), [a, b], corner)
    if (!cut.ok) return null
    return kept(
      document,
      zone,
      withCornerAtMoved(zones, cut.outlines, onLattice(corner), near(random, corner, 0.05)),
    )
  },
  function removeCorner(document, random) {
    const zone = pickOf(random, zonesOf(document))
    const inner = zone.outline.flat().filter((corner) => !isOuter(corner))
    if (inner.length === 0) return null
    const zones = [...document.tables.zones.values()]
    return kept(document, zone, withCornerAtRemoved(zones, new Map(), pickOf(random, inner)))
  },
  function split(document, random, newIds) {
    const zone = pickOf(random, zonesOf(document, random.next() < 0.1 ? 'sector' : 'aor'))
    if (document.tables.zones.size > 40) return null
    const [lon, lat] = zone.outline[0]![0]!
    const line = [near(random, [lon, lat], 1.5), near(random, [lon, lat], 1.5)]
    return done(document, splitZone, { id: zone.id, line, newIds })
  },
  function merge(document, random) {
    const kind = random.next() < 0.1 ? 'sector' : 'aor'
    const zones = zonesOf(document, kind)
    if (zones.length < 3) return null
    return done(document, mergeZones, { ids: [pickOf(random, zones).id, pickOf(random, zones).id] })
  },
  function paint(document, random, newIds) {
    const zone = pickOf(random, zonesOf(document))
    const [lon, lat] = near(random, zone.outline[0]![0]!, 0.2)
    const sides = 6
    const radius = 0.02 + 0.06 * random.next()
    const ring = Array.from({ length: sides }, (_, i): LonLat => {
      const angle = (2 * Math.PI * i) / sides
      return [lon + radius * Math.cos(angle), lat + radius * Math.sin(angle)]
    })
    const ground = [[[...ring, ring[0]!]]]
    return done(document, giveGround, { id: zone.id, ground, note: 'Paint', newIds })
  },
  function simplify(document, random) {
    // Small enough that no corner of the whole goes.
    const { id } = pickOf(random, zonesOf(document))
    return done(document, simplifyZone, { id, toleranceMetres: 50 + random.below(250) })
  },
]

function squareMetresOf(outlines: readonly Polygon[]): number {
  return 1e6 * outlines.reduce((sum, each) => sum + areaSquareKilometres([each]), 0)
}

/** Ground of the whole that no zone has, and ground that two have, in square metres. */
function faultsOf(zones: readonly Zone[]): { readonly gap: number; readonly overlap: number } {
  const outlines = [...zones.map(({ outline }) => outline), WHOLE]
  const faces = facesOf(
    nodedEdges(outlines.map((outline) => ({ type: 'area', outline: [outline] }))),
  )
  const whole = zones.length
  const held = dissolved(faces, (face) => {
    const sources = faces.sources[face]!
    const holders = sources.size - Number(sources.has(whole))
    return holders === 0 ? 'gap' : holders > 1 ? 'overlap' : null
  })
  return {
    gap: squareMetresOf(held.get('gap') ?? []),
    overlap: squareMetresOf(held.get('overlap') ?? []),
  }
}

describe('a thousand random edits of zones', () => {
  it.each([1, 2])(
    'leave no gap and no overlap, children in their parents, and every unit with one zone (%i)',
    (seed) => {
      const random = createRandom(seed)
      let document = tiled()
      const counts = new Map<string, number>()
      let doneCount = 0
      for (let tries = 0; doneCount < 1000 && tries < 6000; tries++) {
        const edit = pickOf(random, EDITS)
        const newIds = Array.from({ length: 9 }, (_, i) => `new-${tries}-${i}`)
        const change = edit(document, random, newIds)
        if (!change) continue
        document = applyChange(document, change)
        doneCount++
        counts.set(edit.name, (counts.get(edit.name) ?? 0) + 1)
      }
      expect(doneCount).toBe(1000)
      for (const { name } of EDITS) expect(counts.get(name) ?? 0).toBeGreaterThan(0)
      for (const kind of ['aor', 'sector'] as const) {
        const { gap, overlap } = faultsOf(zonesOf(document, kind))
        expect(gap).toBeLessThan(1)
        expect(overlap).toBeLessThan(1)
      }
      for (const zone of zonesOf(document)) {
        const parent = document.tables.zones.get(zone.parentId ?? '')
        expect(parent?.kind).toBe('sector')
        expect(1e6 * groundOutside(zone.outline, parent!.outline)).toBeLessThan(1)
      }
      const units = zonesOf(document).flatMap(({ unitIds }) => unitIds)
      expect([...units].sort()).toEqual([...document.tables.units.keys()].sort())
    },
    30_000,
  )
})
