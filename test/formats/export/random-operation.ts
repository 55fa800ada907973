import fc from 'fast-check'
import { type Columns, categoryColumn, numberColumn, textColumn } from '#core/columns/columns.ts'
import { hashOfColumns } from '#core/columns/hash-columns.ts'
import { type Shape, shapeColumns } from '#core/columns/shape-columns.ts'
import { contactIn } from '#core/contact-text.ts'
import { documentOf, operationOf } from '#core/document.ts'
import { onLattice } from '#core/geo/overlay/lattice.ts'
import { newOperation } from '#core/new-operation.ts'
import type { OperationContents } from '#core/operation-file.ts'
import { type LonLat, type Polygon, Sensitivity } from '#core/place.ts'
import type { Base } from '#core/records/base.ts'
import type { ControlMeasure } from '#core/records/control-measure.ts'
import type { Dataset, DatasetKind } from '#core/records/dataset.ts'
import { LAND_COVERS } from '#core/records/land-cover.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { ROAD_CLASSES, ROAD_SURFACES } from '#core/records/road.ts'
import { WATER_CLASSES } from '#core/records/waterway.ts'
import type { Zone } from '#core/records/zone.ts'
import { liesOver } from '#core/zoning/lies-over.ts'
import { levelOf } from '#core/zoning/zone-levels.ts'
import { wound } from '#formats/geometry/read-geometry.ts'
import { cleanLine, cleanText } from '#formats/import/cells/clean-text.ts'
import { protectedColumns } from '#support/protected.ts'

export const NOW = '2026-11-26T01:40:00Z'
export const SCENARIO = 'coa-1'

const NASTY = [
  '=1+1',
  '+231 77',
  '-5',
  '@SUM(A1)',
  "'=already",
  "''",
  '"quoted", comma; semicolon',
  '</Data>]]><!--',
  '&amp; <b> &#13;',
  'عربي 12 עברית',
  '＝full width',
  '_x000D_ _x0041_',
  '007',
  '1e5',
  'TRUE',
  'N/A',
  '2026-01-02',
  '👩🏽‍🌾 é ﬁ',
  'POINT (1 2)',
  '#loc+name',
]

const anyText = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc
    .tuple(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 8 }))
    .map((parts) => parts.join('')),
)
const writable = (text: string) => text.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '')

/** Text in one line, as rows hold it. */
const name = anyText.map((text) => cleanLine(writable(text)) || 'Place')
const optionalName = fc.option(
  name.filter((text) => text !== ''),
  { nil: null },
)
/** Of several lines, as titles of incidents are. */
const title = fc
  .tuple(anyText, fc.constantFrom('', '\n', '\r\n', '\t', ' '), anyText)
  .map((parts) => cleanText(writable(parts.join(''))))
/** Entries of a list that semicolons part. */
const aliases = fc.array(
  name.map((text) => cleanLine(text.replace(/[;|]/g, ' ')) || 'Other'),
  { maxLength: 3 },
)

const degrees = (limit: number) =>
  fc.oneof(
    fc.double({ min: -limit, max: limit, noNaN: true }).map((value) => value + 0),
    fc.constantFrom(-limit, limit, 1e-7, -1e-7, 0.1 + 0.2, 5e-324),
  )
/** Any but 0, 0, which stands for "none". */
const position = fc
  .tuple(degrees(180), degrees(90))
  .filter(([lon, lat]) => lon !== 0 || lat !== 0) as fc.Arbitrary<LonLat>
const count = fc.integer({ min: 0, max: 2_000_000_000 })
const amount = fc.double({ min: 0, max: 1e9, noNaN: true }).map((value) => value + 0)
const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
/** Whole seconds from 1950 to 2100, as an import counts them. */
const minutes = fc
  .tuple(fc.integer({ min: -7300, max: 47_000 }), fc.nat(1439), fc.nat(59))
  .map(([day, minute, second]) => 1440 * day + (minute + second / 60))
const instant = minutes.map(
  (value) => `${new Date(Math.round(value * 60) * 1000).toISOString().slice(0, 19)}Z`,
)
const validity = fc
  .tuple(maybe(instant), maybe(instant))
  .map(([a, b]) => (a !== null && b !== null && b < a ? [b, a] : [a, b]))
const id = fc
  .tuple(fc.constantFrom('a', 'cob-x', 'LR01', 'Ünï', '007', '=x'), fc.uuid())
  .map((parts) => parts.join('-'))

const square = (west: number, south: number, size: number): LonLat[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const polygon = fc
  .tuple(
    fc.double({ min: -170, max: 165, noNaN: true }),
    fc.double({ min: -80, max: 75, noNaN: true }),
    fc.double({ min: 0.01, max: 2, noNaN: true }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([west, south, size, hasHole, isTurned]): Polygon => {
    const hole = square(west + size / 4, south + size / 4, size / 2)
    const rings = hasHole ? [square(west, south, size), hole] : [square(west, south, size)]
    return isTurned ? rings.map((ring) => [...ring].reverse()) : rings
  })
const outline = fc.tuple(polygon, fc.boolean()).map(([first, isDouble]) => {
  const moved = first.map((ring) => ring.map(([lon, lat]): LonLat => [lon + 5, lat]))
  return isDouble ? [first, moved] : [first]
})
const eastward = position.map(([lon, lat]): LonLat => [Math.abs(lon) || 1e-7, lat])
/** Its middle is not 0, 0, which stands for "none". */
const line = fc
  .uniqueArray(eastward, { minLength: 2, maxLength: 6, selector: String })
  .filter((points) => points.length > 1)

const label = fc.constantFrom(...Sensitivity.options)
const word = <T extends string>(...words: T[]) => fc.constantFrom(...words)
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { minLength: 1, maxLength: 4 })

const area = fc.record({
  id,
  name,
  level: fc.integer({ min: 1, max: 3 }),
  placeCode: optionalName,
  parentId: maybe(id),
  aliases,
  outline,
  populationCount: maybe(count),
})
const community = fc.record({
  id,
  name,
  position,
  class: word('capital', 'countyCapital', 'districtCapital', 'town', 'village'),
  areaId: fc.constantFrom('county-1', null),
  populationCount: maybe(count),
  aliases,
})
const base = fc
  .tuple(id, name, position, amount, validity)
  .chain(([own, called, at, units, span]) =>
    word('headquarters', 'cob', 'tob', 'scd', 'teamSite', 'airfield').map(
      (kind): Base => ({
        id: own,
        name: called,
        position: at,
        kind,
        capacityUnits: units,
        validFrom: span[0]!,
        validTo: span[1]!,
      }),
    ),
  )
const project = fc
  .tuple(
    fc.record({
      id,
      name: fc.oneof(name, word('QIP well', 'CVR school')),
      sector: word(
        'education',
        'health',
        'jobs',
        'water',
        'roads',
        'food',
        'shelter',
        'protection',
        'governance',
        'other',
      ),
      kind: word('qip', 'cvr', 'partner'),
      status: word('planned', 'active', 'completed', 'suspended'),
      organisation: optionalName,
      position,
      positionErrorMetres: maybe(fc.integer({ min: 1, max: 90_000 })),
      costUsd: maybe(amount),
      beneficiaryCount: maybe(count),
    }),
    validity,
  )
  .map(([row, [startsAt, endsAt]]) => ({ ...row, startsAt: startsAt!, endsAt: endsAt! }))
const facility = fc.record({
  id,
  name: fc.oneof(name, word('Clinic', 'Court school')),
  position,
  class: word(
    'health',
    'education',
    'water',
    'market',
    'police',
    'court',
    'security',
    'landingSite',
    'administration',
    'other',
  ),
  status: word('open', 'damaged', 'closed', 'unknown'),
  capacityCount: maybe(count),
  aliases,
  source: name,
  lastVerifiedAt: maybe(instant),
})
const voicePlace = fc.record({
  communityId: fc.constantFrom('community-1', null),
  areaId: fc.constant('county-1'),
})
const group = word(
  'localLeaders',
  'women',
  'youth',
  'civilSociety',
  'religiousLeaders',
  'displaced',
  'security',
  'mixed',
  'other',
)
const topic = word(
  'security',
  'land',
  'services',
  'conductOfForces',
  'compensation',
  'humanRights',
  'other',
)
const summary = name.filter((text) => contactIn(text) === null)
const inOrder = fc
  .tuple(instant, maybe(instant))
  .map(([a, b]): [string, string | null] => (b !== null && b < a ? [b, a] : [a, b]))
const engagement = fc
  .tuple(
    fc.record({
      id,
      withWhom: group,
      topic,
      status: word('planned', 'held', 'followUpDue', 'closed'),
      summary,
    }),
    voicePlace,
    inOrder,
    maybe(fc.tuple(count, share)),
  )
  .map(([row, place, [heldAt, followUpAt], people]) => ({
    ...row,
    ...place,
    heldAt,
    followUpAt,
    participantCount: people ? people[0] : null,
    womenCount: people ? Math.floor(people[0] * people[1]) : null,
  }))
const grievance = fc
  .tuple(
    fc.record({
      id,
      topic,
      raisedBy: group,
      status: word('open', 'inProgress', 'resolved', 'referred'),
      summary,
      via: maybe(word('meeting', 'hotline', 'liaisonAssistant', 'partner')),
      isProtectedCase: fc.boolean(),
    }),
    voicePlace,
    inOrder,
  )
  .map(([row, place, [raisedAt, respondedAt]]) => ({
    ...row,
    ...place,
    communityId: row.isProtectedCase ? null : place.communityId,
    raisedAt,
    respondedAt,
  }))
const minute = fc.integer({ min: 0, max: 1439 })
const hours = fc.record({ fromMinute: minute, toMinute: minute })
const effect: fc.Arbitrary<Restriction['effect']> = fc.oneof(
  fc.constant({ type: 'closed' as const }),
  fc.constant({ type: 'footOnly' as const }),
  amount.map((delayMinutes) => ({ type: 'escortOnly' as const, delayMinutes })),
  amount.map((delayMinutes) => ({ type: 'delay' as const, delayMinutes })),
  amount.map((maxTonnes) => ({ type: 'massLimit' as const, maxTonnes })),
  fc.nat(150).map((maxLoadClass) => ({ type: 'classLimit' as const, maxLoadClass })),
  fc.constant({ type: 'dayOnly' as const }),
  share.filter((factor) => factor > 0).map((factor) => ({ type: 'speedFactor' as const, factor })),
)
const restriction = fc
  .tuple(
    fc.record({
      id,
      name: fc.oneof(name, word('Bridge checkpoint', 'Closed market')),
      kind: word(
        'closedArea',
        'escortRoad',
        'hazard',
        'brokenBridge',
        'seasonalTrack',
        'checkpoint',
      ),
      geometry: fc.oneof(
        polygon.map((own) => ({ type: 'area' as const, polygon: own })),
        line.map((own) => ({ type: 'segment' as const, line: own })),
        fc.tuple(position, amount).map(([at, radius]) => ({
          type: 'point' as const,
          position: at,
          radiusMetres: radius + 1,
        })),
      ),
      effect,
      severity: fc.integer({ min: 1, max: 3 }),
      months: maybe(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 4 })),
      hours: maybe(hours),
      shockId: fc.constant(null),
      confidenceShare: share,
      source: fc.constant('whoReportedRestriction'),
      lastVerifiedAt: maybe(instant),
    }),
    validity,
  )
  .map(([row, [from, to]]) => ({ ...row, validFrom: from!, validTo: to! }))
const unit = fc
  .tuple(
    fc.record({
      id,
      name,
      contributor: optionalName,
      kind: word('infantry', 'reserve', 'fpu', 'engineer', 'medical', 'headquarters', 'other'),
      echelon: word('section', 'platoon', 'company', 'battalion', 'brigade', 'team'),
      role: word('line', 'qrf', 'reserve', 'support'),
      baseId: fc.constant('base-1'),
      parentId: fc.constant(null),
      strengthCount: maybe(count),
      elements: fc.array(fc.record({ typeId: word('platoon', 'medical-team'), count }), {
        maxLength: 3,
      }),
    }),
    validity,
  )
  .map(([row, [from, to]]) => ({ ...row, validFrom: from!, validTo: to! }))
const zone = fc.record({
  id,
  scenarioId: fc.constant(SCENARIO),
  name,
  kind: word('sector', 'aor', 'patrolBox'),
  outline: polygon.map((rings) => rings.map((ring) => ring.map(onLattice))),
  tint: fc.integer({ min: 0, max: 7 }),
  isLocked: fc.boolean(),
  parentId: fc.constant(null),
  baseId: fc.constantFrom('base-1', null),
  unitIds: fc.constant([]),
})
const controlMeasure: fc.Arbitrary<ControlMeasure> = fc.oneof(
  fc.record({
    id,
    scenarioId: fc.constant(SCENARIO),
    name,
    kind: word('boundary', 'phaseLine', 'coordinationLine', 'axis'),
    geometry: line.map((own) => ({ type: 'line' as const, line: own })),
    isLocked: fc.boolean(),
  }),
  fc.record({
    id,
    scenarioId: fc.constant(SCENARIO),
    name,
    kind: word('rangeRings'),
    geometry: fc.record({
      type: word('rings'),
      centre: position,
      radiiMetres: fc.array(fc.double({ min: 0.1, max: 2e6, noNaN: true }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    isLocked: fc.boolean(),
  }),
)
const site = fc.record({
  id,
  scenarioId: fc.constant(SCENARIO),
  placeId: fc.constant('base-1'),
  rule: word('forced', 'forbidden'),
})
const posting = fc
  .tuple(
    fc.record({
      id,
      scenarioId: fc.constant(SCENARIO),
      typeId: word('platoon', 'medical-team'),
      count: fc.integer({ min: 1, max: 50 }),
      fromBaseId: fc.constantFrom('base-1', null),
      placeId: fc.constant('base-1'),
      reason: name,
      planHash: maybe(fc.constant('a'.repeat(64))),
    }),
    validity,
  )
  .map(([row, [startsAt, endsAt]]) => ({ ...row, startsAt: startsAt!, endsAt: endsAt! }))

const incident = fc.record({
  position,
  occurred: minutes,
  errorDays: fc.nat(400),
  category: word(
    'violence',
    'theft',
    'displacement',
    'roadblock',
    'rumour',
    'landDispute',
    'protest',
    'other',
  ),
  severity: maybe(share),
  confidence: maybe(share),
  affected: maybe(count),
  detection: maybe(word('reported', 'discovered', 'remote')),
  source: fc.constant('whoReportedIncident'),
  error: maybe(amount),
  title,
})
const incidents = some(incident).map((unordered): Columns => {
  const rows = [...unordered].sort((a, b) => a.occurred - b.occurred)
  const numbers = (pick: (row: (typeof rows)[number]) => number | null) =>
    numberColumn(rows.map(pick))
  return {
    rowCount: rows.length,
    geometry: { type: 'points', positions: Float64Array.from(rows.flatMap((row) => row.position)) },
    fields: {
      occurredEpochMinutes: numbers(({ occurred }) => occurred),
      occurredErrorDays: numbers(({ errorDays }) => errorDays),
      category: categoryColumn(rows.map(({ category }) => category)),
      severityShare: numbers(({ severity }) => severity),
      confidenceShare: numbers(({ confidence }) => confidence),
      affectedPeopleCount: numbers(({ affected }) => affected),
      detection: categoryColumn(rows.map(({ detection }) => detection)),
      source: categoryColumn(rows.map(({ source }) => source)),
      positionErrorMetres: numbers(({ error }) => error),
      title: textColumn(rows.map((row) => row.title)),
    },
  }
})

const track = fc.record({
  start: fc
    .tuple(
      fc.double({ min: -170, max: 170, noNaN: true }),
      fc.double({ min: -70, max: 70, noNaN: true }),
    )
    .filter(([lon, lat]) => lon !== 0 || lat !== 0),
  startsAt: minutes.map(Math.floor),
  steps: fc.array(fc.tuple(share, share, fc.integer({ min: 0, max: 300 })), { maxLength: 5 }),
  type: maybe(word('shortRange', 'night', 'joint')),
  baseId: maybe(word('base-1', 'elsewhere')),
  team: maybe(fc.integer({ min: 1, max: 40 })),
})
const patrols = some(track).map((rows): Columns => {
  const fixes = rows.map(({ start, startsAt, steps }) => {
    const all = [{ at: [start[0] + 0, start[1] + 0], minute: startsAt }]
    for (const [east, north, later] of steps) {
      const { at, minute } = all.at(-1)!
      all.push({ at: [at[0]! + east, at[1]! + north], minute: minute + later })
    }
    return all
  })
  const offsets = [0]
  for (const own of fixes) offsets.push(offsets.at(-1)! + own.length)
  return {
    rowCount: rows.length,
    geometry: {
      type: 'lines',
      positions: Float64Array.from(fixes.flat().flatMap(({ at }) => at)),
      offsets: Uint32Array.from(offsets),
      vertexEpochMinutes: Float64Array.from(fixes.flat(), ({ minute }) => minute),
    },
    fields: {
      startedEpochMinutes: numberColumn(fixes.map((own) => own[0]!.minute)),
      endedEpochMinutes: numberColumn(fixes.map((own) => own.at(-1)!.minute)),
      type: categoryColumn(rows.map(({ type }, i) => (i === 0 ? 'air' : type))),
      baseId: categoryColumn(rows.map(({ baseId }) => baseId)),
      ...(rows.some(({ team }) => team !== null)
        ? { teamPeopleCount: numberColumn(rows.map(({ team }) => team)) }
        : {}),
    },
  }
})

const surveys = some(fc.tuple(minutes, count, share, maybe(share), maybe(share))).map(
  (rows): Columns => ({
    rowCount: rows.length,
    geometry: { type: 'none' },
    fields: {
      areaId: categoryColumn(rows.map(() => 'county-1')),
      heldEpochMinutes: numberColumn(rows.map(([held]) => held)),
      sampleCount: numberColumn(rows.map(([, sample]) => sample)),
      designEffect: numberColumn(rows.map(([, , design]) => 1 + design)),
      feelSafeShare: numberColumn(rows.map(([, , , safe]) => safe)),
      trustMissionShare: numberColumn(rows.map(([, , , , trust]) => trust)),
    },
  }),
)
const signals = some(
  fc.tuple(minutes, count, maybe(share), maybe(word('good', 'partial', 'none')), topic),
).map(
  (rows): Columns => ({
    rowCount: rows.length,
    geometry: { type: 'none' },
    fields: {
      areaId: categoryColumn(rows.map(() => 'county-1')),
      heldEpochMinutes: numberColumn(rows.map(([held]) => held)),
      topic: categoryColumn(rows.map(([, , , , about]) => about)),
      volumeCount: numberColumn(rows.map(([, volume]) => volume)),
      negativeShare: numberColumn(rows.map(([, , negative]) => negative)),
      coverage: categoryColumn(rows.map(([, , , coverage]) => coverage)),
    },
  }),
)
const protectedIncidents = fc
  .uniqueArray(
    fc.tuple(fc.integer({ min: 24_000, max: 24_400 }), fc.constantFrom('county-1', null)),
    {
      minLength: 1,
      maxLength: 5,
      selector: String,
    },
  )
  .map((unordered): Columns => {
    const rows = unordered.toSorted((a, b) => a[0] - b[0] || ((a[1] ?? '') < (b[1] ?? '') ? -1 : 1))
    return protectedColumns(rows.map(([month, areaId], i) => [areaId, month, i + 1]))
  })
const roads = some(
  fc.tuple(
    line,
    fc.record({
      roadClass: word(...ROAD_CLASSES),
      surface: word(...ROAD_SURFACES),
      crossing: fc.constantFrom(null, 'bridge', 'ferry', 'ford'),
      maxTonnes: maybe(amount),
      laneCount: maybe(fc.integer({ min: 1, max: 8 })),
    }),
    fc.oneof(fc.constant(''), name),
  ),
).map((rows): Columns => {
  const offsets = [0]
  for (const [own] of rows) offsets.push(offsets.at(-1)! + own.length)
  return {
    rowCount: rows.length,
    geometry: {
      type: 'lines',
      positions: Float64Array.from(rows.flatMap(([own]) => own.flat())),
      offsets: Uint32Array.from(offsets),
      vertexEpochMinutes: null,
    },
    fields: {
      roadClass: categoryColumn(rows.map(([, own]) => own.roadClass)),
      surface: categoryColumn(rows.map(([, own]) => own.surface)),
      ...(rows.some(([, own]) => own.crossing !== null)
        ? { crossing: categoryColumn(rows.map(([, own]) => own.crossing)) }
        : {}),
      ...(rows.some(([, own]) => own.maxTonnes !== null)
        ? { maxTonnes: numberColumn(rows.map(([, own]) => own.maxTonnes)) }
        : {}),
      ...(rows.some(([, own]) => own.laneCount !== null)
        ? { laneCount: numberColumn(rows.map(([, own]) => own.laneCount)) }
        : {}),
      name: textColumn(rows.map(([, , own]) => own.replace(/^[_-]+$/, ''))),
    },
  }
})
const population = fc
  .uniqueArray(fc.integer({ min: 0, max: 0xffffff }), { minLength: 1, maxLength: 5 })
  .map(
    (cells): Columns => ({
      rowCount: cells.length,
      geometry: { type: 'none' },
      fields: {
        cell: textColumn(cells.map((cell) => `86${cell.toString(16).padStart(6, '0')}7ffffff`)),
        peopleCount: numberColumn(cells.map((cell, i) => (i === 1 ? null : cell / 7))),
      },
    }),
  )

/** A batch as a dataset with provenance. */
export function datasetOf(
  kind: DatasetKind,
  columns: Columns,
  sensitivity: Dataset['sensitivity'],
): Dataset {
  return {
    id: kind,
    kind,
    title: `Batch of ${kind}`,
    rowCount: columns.rowCount,
    columnsHash: hashOfColumns(columns),
    file: 'fileOfTheSource.xlsx',
    fileHash: null,
    source: 'JMAC provenance-mark',
    licence: 'Licence-mark 4.0',
    asOf: '2026-11-20T00:00:00Z',
    expectedEveryHours: null,
    sensitivity,
    isExercise: true,
    importedAt: NOW,
  }
}

const drawnLine = line.map((own): Shape => ({ type: 'lines', lines: [own] }))
/** Turned as an export turns them. */
const drawnOutline = outline.map(
  (polygons): Shape => ({ type: 'polygons', polygons: polygons.map(wound) }),
)
const waterwaysOf = (shape: fc.Arbitrary<Shape>) =>
  some(
    fc.record({
      shape,
      waterClass: word(...WATER_CLASSES),
      widthMetres: maybe(fc.integer({ min: 1, max: 900 })),
      name: fc.oneof(fc.constant(''), name),
    }),
  )
const waterways = fc
  .oneof(waterwaysOf(drawnLine), waterwaysOf(drawnOutline))
  .map((rows): Columns => {
    const { geometry, fields, shapeOfRow } = shapeColumns(rows.map(({ shape }) => shape))
    const ofRows = shapeOfRow.map((shape) => rows[shape]!)
    return {
      rowCount: ofRows.length,
      geometry,
      fields: {
        ...fields,
        waterClass: categoryColumn(ofRows.map((row) => row.waterClass)),
        widthMetres: numberColumn(ofRows.map((row) => row.widthMetres)),
        name: textColumn(ofRows.map((row) => row.name)),
      },
    }
  })
const landCover = some(fc.tuple(drawnOutline, word(...LAND_COVERS))).map((rows): Columns => {
  const { geometry, fields, shapeOfRow } = shapeColumns(rows.map(([shape]) => shape))
  return {
    rowCount: shapeOfRow.length,
    geometry,
    fields: { ...fields, cover: categoryColumn(shapeOfRow.map((shape) => rows[shape]![1])) },
  }
})

const BATCHES = {
  incidents,
  protectedIncidents,
  patrols,
  surveys,
  signals,
  roads,
  waterways,
  landCover,
  population,
}

/** An operation with something in every table and every kind of dataset. */
export const randomOperation: fc.Arbitrary<OperationContents> = fc
  .record({
    areas: some(area),
    communities: some(community),
    bases: some(base),
    projects: some(project),
    facilities: some(facility),
    engagements: some(engagement),
    grievances: some(grievance),
    restrictions: some(restriction),
    units: some(unit).map((list) =>
      list.map((row, i) => ({ ...row, parentId: (i % 2 === 1 && list[i - 1]?.id) || null })),
    ),
    zones: some(zone),
    controlMeasures: some(controlMeasure),
    sites: some(site),
    postings: some(posting),
    batches: fc.record(BATCHES),
    terms: fc.array(fc.record({ sensitivity: label, source: name, licence: name }), {
      minLength: Object.keys(BATCHES).length,
      maxLength: Object.keys(BATCHES).length,
    }),
  })
  .map(({ batches, terms, ...rows }) => {
    const fresh = newOperation({ id: 'op', name: 'Op LANTERN', planningAt: NOW, isExercise: true })
    const kinds = Object.entries(batches) as [DatasetKind, Columns][]
    const county = { ...fixed.county }
    return {
      document: documentOf('op', {
        ...rows,
        zones: bonded(rows.zones, rows.units),
        operation: [operationOf(fresh)],
        resourceTypes: [...fresh.tables.resourceTypes.values()],
        areas: [county, ...rows.areas],
        communities: [fixed.community, ...rows.communities],
        bases: [fixed.base, ...rows.bases],
        scenarios: [fixed.scenario],
        datasets: kinds.map(([kind, columns], index) => ({
          ...datasetOf(kind, columns, 'low'),
          ...terms[index],
        })),
      }),
      columns: new Map(kinds),
    }
  })

/** Each zone on the ground of the first larger one, if there is any, with a unit or two of its own. */
function bonded(zones: readonly Zone[], units: readonly { readonly id: string }[]): Zone[] {
  const parentOf = (own: Zone) => zones.find(({ kind }) => levelOf(kind) < levelOf(own.kind))
  const groundOf = (own: Zone): Polygon => {
    const parent = parentOf(own)
    return parent ? groundOf(parent) : own.outline
  }
  return zones.map((own, i) => {
    const outline = groundOf(own)
    return {
      ...own,
      outline,
      parentId: liesOver(outline, outline) ? (parentOf(own)?.id ?? null) : null,
      unitIds: units.filter((_, at) => at % zones.length === i).map((each) => each.id),
    }
  })
}

const fixed = {
  county: {
    id: 'county-1',
    name: 'Qqq County',
    level: 1,
    placeCode: null,
    parentId: null,
    aliases: [],
    outline: [[square(10, 10, 1)]],
    populationCount: 5,
  },
  community: {
    id: 'community-1',
    name: 'Qqq Town',
    position: [10.6, 10.6] as const,
    class: 'town' as const,
    areaId: 'county-1',
    populationCount: 7,
    aliases: [],
  },
  base: {
    id: 'base-1',
    name: 'Base one',
    position: [10.5, 10.5] as const,
    kind: 'cob' as const,
    capacityUnits: 40,
    validFrom: null,
    validTo: null,
  },
  scenario: {
    id: SCENARIO,
    name: 'COA 1',
    title: '',
    isBaseline: false,
    number: 1,
    shockIds: [],
    orderKey: 'a',
  },
}
