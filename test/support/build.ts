import { type Columns, categoryColumn, numberColumn, textColumn } from '#core/columns/columns.ts'
import { hashOfColumns } from '#core/columns/hash-columns.ts'
import type { GivenVerdict } from '#core/commands/verdicts/record-verdict.ts'
import { FIRST_DECK } from '#core/decks-of.ts'
import { DEFAULT_INDICATORS } from '#core/defaults/indicators.ts'
import { DEFAULT_RESOURCE_TYPES } from '#core/defaults/resource-types.ts'
import { DEFAULT_VEHICLES } from '#core/defaults/vehicles.ts'
import { documentOf, type OperationDocument, operationOf, type RowOf } from '#core/document.ts'
import { onLattice } from '#core/geo/overlay/lattice.ts'
import { newOperation } from '#core/new-operation.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import type { Base } from '#core/records/base.ts'
import type { Community } from '#core/records/community.ts'
import type { ControlMeasure } from '#core/records/control-measure.ts'
import type { Criterion } from '#core/records/criterion.ts'
import type { Dataset } from '#core/records/dataset.ts'
import type { Deck } from '#core/records/deck.ts'
import type { Engagement } from '#core/records/engagement.ts'
import type { Grievance } from '#core/records/grievance.ts'
import type { HandedOver } from '#core/records/handed-over.ts'
import type { FrozenPage } from '#core/records/page.ts'
import type { Posting } from '#core/records/posting.ts'
import type { Restriction } from '#core/records/restriction.ts'
import type { Scenario } from '#core/records/scenario.ts'
import type { Shock } from '#core/records/shock.ts'
import type { Slide } from '#core/records/slide.ts'
import type { Unit } from '#core/records/unit.ts'
import type { Zone } from '#core/records/zone.ts'

/** The instant at which test operations are planned. */
export const PLANNING_AT = '2026-11-22T12:00:00Z'

/** A closed ring from a corner, counter-clockwise, on the lattice of zones. */
export function aBox([west, south]: LonLat, sizeDegrees = 0.2): Polygon {
  const [east, north] = [west + sizeDegrees, south + sizeDegrees]
  const corners: LonLat[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return [corners.map(onLattice)]
}

/** A deployment zone of COA 1. */
export function aZone(parts: Partial<Zone> = {}): Zone {
  return {
    id: 'zone-1',
    scenarioId: 'coa-1',
    name: 'Sector North',
    kind: 'sector',
    outline: aBox([-9.5, 6.5]),
    tint: 0,
    isLocked: false,
    parentId: null,
    baseId: null,
    unitIds: [],
    ...parts,
  }
}

export function aControlMeasure(parts: Partial<ControlMeasure> = {}): ControlMeasure {
  return {
    id: 'measure-1',
    scenarioId: 'coa-1',
    name: 'PL IRON',
    kind: 'phaseLine',
    geometry: {
      type: 'line',
      line: [
        [-9.5, 6.6],
        [-9.3, 6.6],
        [-9.1, 6.6],
      ],
    },
    isLocked: false,
    ...parts,
  }
}

export function aScenario(parts: Partial<Scenario> = {}): Scenario {
  return {
    id: 'coa-1',
    name: 'COA 1',
    title: 'Forward, north and east',
    isBaseline: false,
    number: 1,
    shockIds: [],
    orderKey: 'b',
    ...parts,
  }
}

/** A crossing out, without its restriction. */
export function aShock(parts: Partial<Shock> = {}): Shock {
  return {
    id: 'shock-1',
    name: 'Crossing out',
    season: null,
    lostBaseIds: [],
    orderKey: 'a',
    ...parts,
  }
}

export function aBase(parts: Partial<Base> = {}): Base {
  return {
    id: 'base-1',
    name: 'Camp Alpha',
    position: [-9.45, 6.55],
    kind: 'cob',
    capacityUnits: 40,
    validFrom: null,
    validTo: null,
    ...parts,
  }
}

/** A company with three platoons and eight vehicles. */
export function aUnit(parts: Partial<Unit> = {}): Unit {
  return {
    id: 'unit-1',
    name: 'A Company',
    contributor: null,
    kind: 'infantry',
    echelon: 'company',
    role: 'line',
    baseId: 'base-1',
    parentId: null,
    strengthCount: 140,
    elements: [
      { typeId: 'platoon', count: 3 },
      { typeId: 'patrol-vehicle', count: 8 },
    ],
    validFrom: null,
    validTo: null,
    ...parts,
  }
}

export function aCommunity(parts: Partial<Community> = {}): Community {
  return {
    id: 'town-1',
    name: 'Market Town',
    position: [-9.3, 6.6],
    class: 'town',
    areaId: 'area-1',
    populationCount: 12_000,
    aliases: [],
    ...parts,
  }
}

/** One platoon from the base to the town, under COA 1. */
export function aPosting(parts: Partial<Posting> = {}): Posting {
  return {
    id: 'posting-1',
    scenarioId: 'coa-1',
    typeId: 'platoon',
    count: 1,
    fromBaseId: 'base-1',
    placeId: 'town-1',
    startsAt: null,
    endsAt: null,
    reason: '',
    planHash: null,
    ...parts,
  }
}

export function aRestriction(parts: Partial<Restriction> = {}): Restriction {
  return {
    id: 'restriction-1',
    name: 'Broken bridge',
    kind: 'brokenBridge',
    geometry: { type: 'point', position: [-9.4, 6.6], radiusMetres: 100 },
    effect: { type: 'footOnly' },
    severity: 2,
    validFrom: null,
    validTo: null,
    months: null,
    hours: null,
    shockId: null,
    confidenceShare: 1,
    source: 'patrol',
    lastVerifiedAt: null,
    ...parts,
  }
}

/** A meeting of forty with the women of the town. */
export function anEngagement(parts: Partial<Engagement> = {}): Engagement {
  return {
    id: 'engagement-1',
    heldAt: '2026-11-02T00:00:00Z',
    communityId: 'town-1',
    areaId: 'area-1',
    withWhom: 'women',
    participantCount: 40,
    womenCount: 38,
    topic: 'security',
    status: 'held',
    followUpAt: null,
    summary: '',
    ...parts,
  }
}

/** An open complaint of the youth of the town about land. */
export function aGrievance(parts: Partial<Grievance> = {}): Grievance {
  return {
    id: 'grievance-1',
    raisedAt: '2026-10-13T00:00:00Z',
    communityId: 'town-1',
    areaId: 'area-1',
    topic: 'land',
    raisedBy: 'youth',
    status: 'open',
    respondedAt: null,
    summary: '',
    via: 'meeting',
    isProtectedCase: false,
    ...parts,
  }
}

export function aHandover(parts: Partial<HandedOver> = {}): HandedOver {
  return {
    id: 'handover-1',
    at: '2026-11-22T12:00:00Z',
    by: 'G5',
    what: 'data',
    layers: ['incidents', 'projects'],
    format: 'gpkg',
    rowCount: 12,
    clearedFor: 'moderate',
    label: 'high',
    fileName: 'Op A.gpkg',
    sha256: '0'.repeat(64),
    ...parts,
  }
}

export function aSlide(parts: Partial<Slide> = {}): Slide {
  return {
    id: 'slide-1',
    kind: 'map',
    orderKey: 'V',
    headline: 'The north is thinly held',
    body: '',
    scenarioId: 'coa-1',
    againstScenarioId: null,
    camera: { centre: [-9.4, 6.6], zoom: 8 },
    layers: ['need'],
    windowFrom: null,
    windowTo: null,
    dwellSeconds: 20,
    ...parts,
  }
}

export function aDeckRow(parts: Partial<Deck> = {}): Deck {
  return { ...FIRST_DECK, id: 'deck-1', name: 'Decision brief', orderKey: 'W', ...parts }
}

/** A slide's page as it stood, with one paragraph and no map. */
export function aFrozenPage(slideId: string, text = 'As it stood.'): FrozenPage {
  return {
    at: PLANNING_AT,
    level: 'internal',
    picture: null,
    page: {
      slideId,
      headline: text,
      coas: [],
      window: null,
      blocks: [{ type: 'text', paragraphs: [text] }],
      stale: null,
      under: null,
      withheld: [],
    },
  }
}

/** A criterion that people judge. */
export function aCriterion(parts: Partial<Criterion> = {}): Criterion {
  return {
    id: 'criterion-1',
    measureId: null,
    name: 'Acceptance by the host',
    definition: 'How the county administrations take it, as civil affairs judge.',
    unit: 'points',
    isHighGood: true,
    weight: 10,
    benchmark: null,
    scale: { worst: 0, best: 10 },
    values: {},
    orderKey: 'V',
    ...parts,
  }
}

/** The commander approves COA 1 beside the current posture. */
export function aGivenVerdict(parts: Partial<GivenVerdict> = {}): GivenVerdict {
  return {
    id: 'verdict-1',
    kind: 'approved',
    scenarioId: 'coa-1',
    decidedAt: PLANNING_AT,
    decidedBy: 'FC',
    reason: 'It reaches the north before the rains.',
    riskAcceptedBy: '',
    recommendedName: 'COA 1',
    criteria: [],
    comparedIds: ['coa-1'],
    ...parts,
  }
}

/** Incident columns: as many rows as places. */
export function someIncidents(places: readonly LonLat[]): Columns {
  return {
    rowCount: places.length,
    geometry: { type: 'points', positions: Float64Array.from(places.flat()) },
    fields: {
      occurredEpochMinutes: numberColumn(places.map((_, i) => 29_900_000 - 1440 * i)),
      category: categoryColumn(places.map((_, i) => (i % 2 ? 'violence' : 'theft'))),
      severityShare: numberColumn(places.map(() => 0.5)),
      confidenceShare: numberColumn(places.map(() => null)),
      affectedPeopleCount: numberColumn(places.map(() => null)),
      detection: categoryColumn(places.map(() => 'reported')),
      source: categoryColumn(places.map(() => null)),
      positionErrorMetres: numberColumn(places.map(() => 0)),
      title: textColumn(places.map((_, i) => `Incident ${i} – “é”`)),
    },
  }
}

/** The register row of columns. */
export function aDataset(columns: Columns, parts: Partial<Dataset> = {}): Dataset {
  return {
    id: 'incidents-1',
    kind: 'incidents',
    title: 'Incidents',
    rowCount: columns.rowCount,
    columnsHash: hashOfColumns(columns),
    file: 'incidents.csv',
    fileHash: null,
    source: 'exercise',
    licence: 'CC0',
    asOf: null,
    expectedEveryHours: null,
    sensitivity: 'low',
    isExercise: true,
    importedAt: PLANNING_AT,
    ...parts,
  }
}

/** A small operation: one county, a base with a company, a town, the current posture and COA 1. */
export function anOperation(
  rows: { readonly [T in keyof OperationDocument['tables']]?: readonly RowOf<T>[] } = {},
): OperationDocument {
  const started = newOperation({ id: 'operation-1', name: 'Op TEST', planningAt: PLANNING_AT })
  return documentOf('operation-1', {
    operation: [
      { ...operationOf(started), extentDegrees: [-9.6, 6.4, -9, 7], centre: [-9.3, 6.7] },
    ],
    areas: [
      {
        id: 'area-1',
        name: 'Alpha County',
        level: 1,
        placeCode: null,
        parentId: null,
        aliases: [],
        outline: [aBox([-9.6, 6.4], 0.6)],
        populationCount: 40_000,
      },
    ],
    communities: [aCommunity()],
    bases: [aBase()],
    units: [aUnit()],
    vehicles: DEFAULT_VEHICLES,
    resourceTypes: DEFAULT_RESOURCE_TYPES,
    indicators: DEFAULT_INDICATORS,
    scenarios: [...started.tables.scenarios.values(), aScenario()],
    ...rows,
  })
}

/** The same with a dataset of three incidents. */
export function someContents(rows: Parameters<typeof anOperation>[0] = {}): OperationContents {
  const columns = someIncidents([
    [-9.41, 6.61],
    [-9.2, 6.8],
    [-9.35, 6.5],
  ])
  return {
    document: anOperation({ datasets: [aDataset(columns)], ...rows }),
    columns: new Map([['incidents-1', columns]]),
  }
}
