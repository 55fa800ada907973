import type { DatasetKind } from '../records/dataset.ts'
import type { Column, Columns, Geometry, TextColumn } from './columns.ts'
import { SHAPE_FIELDS } from './shape-columns.ts'

type KindSpec = {
  readonly geometry: Geometry['type']
  readonly fields: Readonly<Record<string, Column['type']>>
  /** Fields that may be left out. */
  readonly optional?: Readonly<Record<string, Column['type']>>
}

/** What the columns of each kind of dataset are called. Fields that are not optional are present; values may be missing. */
export const KIND_SPECS: Readonly<Record<DatasetKind, KindSpec>> = {
  /** One row an event, placed where it happened. */
  incidents: {
    geometry: 'points',
    fields: {
      /** When it happened, not when it was reported. */
      occurredEpochMinutes: 'number',
      /** violence, theft, displacement, roadblock, rumour, landDispute, protest, other. */
      category: 'category',
      /** Harm done: 0 none, 1 worst on the mission's own scale. */
      severityShare: 'number',
      confidenceShare: 'number',
      affectedPeopleCount: 'number',
      /** reported (by the population), discovered (by a patrol), remote (media). */
      detection: 'category',
      source: 'category',
      /** Radius within which the true place lies. */
      positionErrorMetres: 'number',
      title: 'text',
    },
  },
  /**
   * Sexual violence and violence against children, one row a county and month: all that is kept of them.
   * A kind of its own, so that whoever reads incidents has none of these.
   */
  protectedIncidents: {
    geometry: 'none',
    fields: {
      /** Missing where the county is not known. */
      areaId: 'category',
      /** Year × 12 + month. */
      month: 'number',
      incidentCount: 'number',
    },
  },
  /** One row a patrol; its vertices carry their times. */
  patrols: {
    geometry: 'lines',
    fields: {
      startedEpochMinutes: 'number',
      endedEpochMinutes: 'number',
      /** shortRange, longRange, night, joint, market, city, air, escort. */
      type: 'category',
      /** Base it set out from, by id. */
      baseId: 'category',
    },
    /** How many people went. */
    optional: { teamPeopleCount: 'number' },
  },
  /** One row per survey wave and level-1 area. */
  surveys: {
    geometry: 'none',
    fields: {
      areaId: 'category',
      heldEpochMinutes: 'number',
      sampleCount: 'number',
      designEffect: 'number',
      feelSafeShare: 'number',
      trustMissionShare: 'number',
    },
    /** women, men or youth: the row is of them alone; missing: of all who were asked. */
    optional: { group: 'category' },
  },
  /** One row a level-1 area, day and topic: what is posted, which is no answer to a survey. */
  signals: {
    geometry: 'none',
    fields: {
      areaId: 'category',
      heldEpochMinutes: 'number',
      topic: 'category',
      /** Posts; 0 where nothing was heard, which says nothing without coverage. */
      volumeCount: 'number',
      negativeShare: 'number',
      /** good, partial, none: whether people there can post at all. */
      coverage: 'category',
    },
  },
  /** One row a stretch of road, as drawn; not noded. */
  roads: {
    geometry: 'lines',
    fields: {
      /** primary, secondary, local, track; see `stretchesOf` for older words. */
      roadClass: 'category',
      name: 'text',
    },
    optional: {
      /** paved, gravel, earth. */
      surface: 'category',
      /** bridge, ferry, ford; missing: none. */
      crossing: 'category',
      /** Heaviest vehicle that its bridge or ferry takes. */
      maxTonnes: 'number',
      laneCount: 'number',
    },
  },
  /** Rivers as lines, lakes as outlines; one row a line or ring, see `shapeColumns`. */
  waterways: {
    geometry: 'lines',
    fields: {
      ...SHAPE_FIELDS,
      /** river, lake, stream, canal. */
      waterClass: 'category',
      widthMetres: 'number',
      name: 'text',
    },
  },
  /** What stands on the ground, as outlines; one row a ring, see `shapeColumns`. Later ones lie on top. */
  landCover: {
    geometry: 'lines',
    fields: {
      ...SHAPE_FIELDS,
      /** bare, grass, shrub, forest, wetland, water. */
      cover: 'category',
    },
  },
  /** One row a square of a grid in degrees, at its middle; squares of which nothing is known are left out. */
  elevation: {
    geometry: 'points',
    fields: {
      /** Above the sea. */
      metres: 'number',
      /** The side of a square, the same in every row. */
      cellDegrees: 'number',
    },
  },
  /** One row an H3 cell of the operation's resolution. */
  population: {
    geometry: 'none',
    fields: { cell: 'text', peopleCount: 'number' },
  },
}

/** What is wrong with columns that claim to be of a kind; null if nothing is. 3 ms a million incidents. */
export function columnsFault(kind: DatasetKind, columns: Columns): string | null {
  const spec = KIND_SPECS[kind]
  if (columns.geometry.type !== spec.geometry) return `its geometry is not "${spec.geometry}"`
  const lengthFault = geometryFault(columns)
  if (lengthFault) return lengthFault
  for (const [field, type] of Object.entries({ ...spec.fields, ...spec.optional })) {
    const column = columns.fields[field]
    if (column === undefined && spec.optional?.[field]) continue
    if (column?.type !== type) return `its field "${field}" is missing or not of type "${type}"`
    const length = lengthOf(column)
    if (length !== columns.rowCount) return `its field "${field}" has ${length} values`
    if (column.type === 'text' && !isWhole(column))
      return `the texts of its field "${field}" overlap`
  }
  return null
}

function lengthOf(column: Column): number {
  if (column.type === 'text') return column.offsets.length - 1
  return column.type === 'category' ? column.codes.length : column.values.length
}

function isWhole({ bytes, offsets }: TextColumn): boolean {
  return offsets[0] === 0 && offsets.at(-1) === bytes.length && areRising(offsets)
}

function areRising(offsets: Uint32Array): boolean {
  for (let row = 1; row < offsets.length; row++) {
    if (offsets[row]! < offsets[row - 1]!) return false
  }
  return true
}

function areFinite(numbers: Float64Array): boolean {
  for (let i = 0; i < numbers.length; i++) {
    if (!Number.isFinite(numbers[i])) return false
  }
  return true
}

function geometryFault({ geometry, rowCount }: Columns): string | null {
  if (geometry.type === 'points' && geometry.positions.length !== 2 * rowCount) {
    return 'it has not one position a row'
  }
  if (geometry.type !== 'none' && !areFinite(geometry.positions)) {
    return 'one of its positions is no number'
  }
  if (geometry.type !== 'lines') return null
  const vertexCount = geometry.positions.length / 2
  const times = geometry.vertexEpochMinutes
  if (geometry.offsets.length !== rowCount + 1) return 'its line offsets do not fit its rows'
  if (geometry.offsets[rowCount] !== vertexCount) return 'its line offsets do not fit its positions'
  if (geometry.offsets[0] !== 0 || !areRising(geometry.offsets))
    return 'its line offsets do not rise'
  if (times && times.length !== vertexCount) return 'it has not one time a vertex'
  return null
}
