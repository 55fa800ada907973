import { type Columns, categoryColumn, textColumn } from '#core/columns/columns.ts'
import { operationOf } from '#core/document.ts'
import { onLattice } from '#core/geo/overlay/lattice.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { LonLat } from '#core/place.ts'
import { createRandom } from '#core/random.ts'
import type { Area } from '#core/records/area.ts'
import type { Zone } from '#core/records/zone.ts'
import {
  aBase,
  aBox,
  aCommunity,
  aDataset,
  anOperation,
  aUnit,
  aZone,
  someIncidents,
} from '#support/build.ts'

const [WEST, SOUTH] = [-9.6, 6.4]
const SIZE_DEGREES = 6.85
const COLUMN_COUNT = 25
const ROW_COUNT = 20
const COUNTIES_A_SIDE = 4
const COUNTS = { communities: 14_000, incidents: 10_000 }
const BASE_COUNT = 18
const ROAD_COUNT = 70

/**
 * An operation of 20,000 cells under 500 zones that tile it, 50 corners each, borders shared corner
 * for corner; every zone has a unit of its own, so that its workload is known.
 */
export function manyZonesOperation(counts: typeof COUNTS = COUNTS): OperationContents {
  const random = createRandom(11)
  const anywhere = (): LonLat => at(random.next(), random.next())
  const areas = counties()
  const zones = tiledZones()
  const incidents = someIncidents(Array.from({ length: counts.incidents }, anywhere))
  const roads = roadGrid()
  const started = anOperation()
  const operation = {
    ...operationOf(started),
    gridResolution: 6,
    extentDegrees: [WEST, SOUTH, WEST + SIZE_DEGREES, SOUTH + SIZE_DEGREES] as const,
    centre: at(0.5, 0.5),
  }
  const document = anOperation({
    operation: [operation],
    areas,
    communities: Array.from({ length: counts.communities }, (_, i) =>
      aCommunity({
        id: `town-${i}`,
        name: `Town ${i}`,
        position: anywhere(),
        class: i % 50 === 0 ? 'town' : 'village',
        areaId: areas[0]!.id,
        populationCount: 100 + (i % 900),
      }),
    ),
    bases: Array.from({ length: BASE_COUNT }, (_, i) =>
      aBase({
        id: `base-${i}`,
        name: `Camp ${i + 1}`,
        position: at(((i % 6) + 0.5) / 6, (Math.floor(i / 6) + 0.5) / 3),
      }),
    ),
    units: zones.map((_, i) =>
      aUnit({ id: `unit-${i}`, name: `Company ${i + 1}`, baseId: `base-${i % BASE_COUNT}` }),
    ),
    zones,
    datasets: [
      aDataset(incidents),
      aDataset(roads, { id: 'roads-1', kind: 'roads', title: 'Roads', file: 'roads.geojson' }),
    ],
  })
  return {
    document,
    columns: new Map([
      ['incidents-1', incidents],
      ['roads-1', roads],
    ]),
  }
}

/** Zones side by side; a border is worked out once for both that share it. */
export function tiledZones(): Zone[] {
  return Array.from({ length: COLUMN_COUNT * ROW_COUNT }, (_, i) => {
    const [x, y] = [i % COLUMN_COUNT, Math.floor(i / COLUMN_COUNT)]
    const ring = [
      ...eastward(x, y),
      ...northward(x + 1, y),
      ...eastward(x, y + 1, true),
      ...northward(x, y, true),
    ]
    return aZone({
      id: `zone-${i}`,
      name: `Zone ${i + 1}`,
      tint: (x + 3 * y) % 8,
      unitIds: [`unit-${i}`],
      outline: [[...ring, ring[0]!]],
    })
  })
}

function at(x: number, y: number): LonLat {
  return [WEST + x * SIZE_DEGREES, SOUTH + y * SIZE_DEGREES]
}

/** 13 corners from a crossing of the lattice to the next in the east, that one left out. */
function eastward(x: number, y: number, isBack = false): LonLat[] {
  return side(13, isBack, (along) => {
    const isEdge = y === 0 || y === ROW_COUNT
    const off = isEdge ? 0 : 0.06 * Math.sin(Math.PI * along) * Math.sin(9 * (x + 2 * y + along))
    return at((x + along) / COLUMN_COUNT, (y + off) / ROW_COUNT)
  })
}

/** 12 corners, to the next in the north. */
function northward(x: number, y: number, isBack = false): LonLat[] {
  return side(12, isBack, (along) => {
    const isEdge = x === 0 || x === COLUMN_COUNT
    const off = isEdge ? 0 : 0.06 * Math.sin(Math.PI * along) * Math.sin(9 * (2 * x + y + along))
    return at((x + off) / COLUMN_COUNT, (y + along) / ROW_COUNT)
  })
}

function side(count: number, isBack: boolean, corner: (along: number) => LonLat): LonLat[] {
  const points = Array.from({ length: count + 1 }, (_, k) => onLattice(corner(k / count)))
  return (isBack ? points.reverse() : points).slice(0, -1)
}

function counties(): Area[] {
  return Array.from({ length: COUNTIES_A_SIDE ** 2 }, (_, i) => {
    const [x, y] = [i % COUNTIES_A_SIDE, Math.floor(i / COUNTIES_A_SIDE)]
    return {
      id: `county-${i}`,
      name: `County ${i + 1}`,
      level: 1,
      placeCode: null,
      parentId: null,
      aliases: [],
      outline: [aBox(at(x / COUNTIES_A_SIDE, y / COUNTIES_A_SIDE), SIZE_DEGREES / COUNTIES_A_SIDE)],
      populationCount: null,
    }
  })
}

/** Roads from edge to edge, crossing each other. */
function roadGrid(): Columns {
  const steps = 60
  const lines = Array.from({ length: ROAD_COUNT }, (_, i) => {
    const across = (Math.floor(i / 2) + 0.37) / (ROAD_COUNT / 2)
    return Array.from({ length: steps + 1 }, (_, k): LonLat => {
      const wave = across + 0.006 * Math.sin(k + i)
      return i % 2 ? at(wave, k / steps) : at(k / steps, wave)
    })
  })
  return {
    rowCount: lines.length,
    geometry: {
      type: 'lines',
      positions: Float64Array.from(lines.flat(2)),
      offsets: Uint32Array.from({ length: lines.length + 1 }, (_, i) => i * (steps + 1)),
      vertexEpochMinutes: null,
    },
    fields: {
      roadClass: categoryColumn(lines.map((_, i) => (i % 4 ? 'local' : 'primary'))),
      name: textColumn(lines.map((_, i) => `Road ${i + 1}`)),
    },
  }
}
