import type { Change } from '#core/change.ts'
import type { Command } from '#core/commands/command.ts'
import { giveGround } from '#core/commands/zones/give-ground.ts'
import { mergeZones } from '#core/commands/zones/merge-zones.ts'
import { reshapeZone } from '#core/commands/zones/reshape-zone.ts'
import { simplifyZone } from '#core/commands/zones/simplify-zone.ts'
import { splitZone } from '#core/commands/zones/split-zone.ts'
import { documentOf, type OperationDocument } from '#core/document.ts'
import { onLattice } from '#core/geo/overlay/lattice.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import type { Random } from '#core/random.ts'
import type { Zone } from '#core/records/zone.ts'
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

export const WHOLE = box(WEST, SOUTH, COLUMNS * SIDE, ROWS * SIDE)

/** Two sectors side by side, each with six areas of responsibility, each with a company at its base. */
export function tiled(): OperationDocument {
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

export type Tried = (
  document: OperationDocument,
  random: Random,
  newIds: readonly string[],
) => Change | null

export function done<A>(document: OperationDocument, command: Command<A>, args: A): Change | null {
  return command.blocked(document, args) === null ? command.change(document, args) : null
}

export const zonesOf = (document: OperationDocument, kind: Zone['kind'] = 'aor') =>
  [...document.tables.zones.values()].filter((zone) => zone.kind === kind)

export const pickOf = <T>(random: Random, items: readonly T[]): T =>
  items[random.below(items.length)]!

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

export const EDITS: readonly Tried[] = [
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
