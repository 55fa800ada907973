import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Columns, categoryColumn, numberColumn, textColumn } from '#core/columns/columns.ts'
import { documentOf, operationOf } from '#core/document.ts'
import { metresBetween } from '#core/geo/distance.ts'
import { newOperation } from '#core/new-operation.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { Sensitivity } from '#core/place.ts'
import type { Facility } from '#core/records/facility.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { EXPORT_FORMATS } from '#formats/export/formats.ts'
import { EXPORT_LAYERS } from '#formats/export/layers/registry.ts'
import { exportLayers, planExport } from '#formats/export/plan-export.ts'
import { readFile } from '#formats/read-file.ts'
import { datasetOf, NOW } from './random-operation.ts'

const ALL = EXPORT_LAYERS.map(({ id }) => id)
const FORMATS = EXPORT_FORMATS.map(({ id }) => id)
const OLD = epochMinutesOf('2026-11-20T07:31:00Z')
const RECENT = epochMinutesOf('2026-11-25T21:17:00Z')
const TRUE_PLACE = [-9.471234, 6.991357] as const

const incidents: Columns = {
  rowCount: 2,
  geometry: { type: 'points', positions: Float64Array.from([...TRUE_PLACE, -9.4, 7.123987]) },
  fields: {
    occurredEpochMinutes: numberColumn([OLD, RECENT]),
    category: categoryColumn(['violence', 'theft']),
    severityShare: numberColumn([0.5, 0.25]),
    confidenceShare: numberColumn([0.7, null]),
    affectedPeopleCount: numberColumn([3, 40]),
    detection: categoryColumn(['reported', 'remote']),
    source: categoryColumn(['informantSecret', 'informantSecret']),
    positionErrorMetres: numberColumn([137, null]),
    title: textColumn(['=victimSecret', 'recentSecret']),
  },
}
const patrols: Columns = {
  rowCount: 1,
  geometry: {
    type: 'lines',
    positions: Float64Array.from([-9.1, 6.9, -9.123457, 6.9]),
    offsets: Uint32Array.from([0, 2]),
    vertexEpochMinutes: Float64Array.from([OLD, OLD + 10]),
  },
  fields: {
    startedEpochMinutes: numberColumn([OLD]),
    endedEpochMinutes: numberColumn([OLD + 10]),
    type: categoryColumn(['night']),
    baseId: categoryColumn(['patrolBaseSecret']),
  },
}
const surveys: Columns = {
  rowCount: 3,
  geometry: { type: 'none' },
  fields: {
    areaId: categoryColumn(['county-1', 'county-2', 'county-3']),
    heldEpochMinutes: numberColumn([OLD, OLD, OLD]),
    sampleCount: numberColumn([9, 29, 400]),
    designEffect: numberColumn([1, 1, 1]),
    feelSafeShare: numberColumn([0.111111, 0.222222, 0.333333]),
    trustMissionShare: numberColumn([null, null, null]),
  },
}

const roads: Columns = {
  rowCount: 1,
  geometry: {
    type: 'lines',
    positions: Float64Array.from([-9.1, 6.9, -9.2, 6.9]),
    offsets: Uint32Array.from([0, 2]),
    vertexEpochMinutes: null,
  },
  fields: { roadClass: categoryColumn(['track']), name: textColumn(['Road']) },
}
const FACILITY: Facility = {
  id: 'facility-1',
  name: 'Clinic',
  position: [-9, 7],
  class: 'health',
  status: 'open',
  capacityCount: null,
  aliases: [],
  source: 'nurseSecret',
  lastVerifiedAt: '2026-10-02T00:00:00Z',
}

function operation(incidentLabel: Sensitivity = 'high'): OperationContents {
  const fresh = newOperation({
    id: 'op',
    name: 'Op "LANTERN" & <Co>',
    planningAt: NOW,
    isExercise: true,
  })
  return {
    document: documentOf('op', {
      operation: [
        {
          ...operationOf(fresh),
          sources: [
            source('registerSecret.xlsx › sheet 2', ['projects']),
            source('Ministry of Works', ['projects']),
            source('Bureau of others', ['areas']),
            { ...source('Bureau of old', []), tables: undefined },
          ],
        },
      ],
      facilities: [FACILITY],
      datasets: [
        { ...datasetOf('incidents', incidents, incidentLabel), source: 'fileOfTheSource.xlsx' },
        { ...datasetOf('roads', roads, 'low'), source: 'fileOfTheSource' },
        datasetOf('patrols', patrols, 'high'),
        datasetOf('surveys', surveys, 'moderate'),
      ],
      projects: [
        {
          id: 'project-1',
          name: 'Well',
          sector: 'water',
          kind: 'qip',
          status: 'active',
          organisation: null,
          position: [-9, 7],
          positionErrorMetres: null,
          costUsd: 10,
          beneficiaryCount: null,
          startsAt: null,
          endsAt: null,
        },
      ],
    }),
    columns: new Map([
      ['incidents', incidents],
      ['roads', roads],
      ['patrols', patrols],
      ['surveys', surveys],
    ]),
  }
}

function source(title: string, tables: readonly string[]) {
  return { title, licence: 'CC BY', asOf: null, tables }
}

async function written(format: string, audience: Sensitivity, layers: readonly string[] = ALL) {
  const wish = { layers, format, audience, now: NOW }
  return exportLayers({ contents: operation(), scenarioId: null }, wish)
}

/** All that stands in a file, unpacked where it is a zip. */
function textIn(bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3
  const parts = isZip ? Object.values(unzipSync(bytes)) : [bytes]
  return parts.map((part) => strFromU8(part, true) + strFromU8(part)).join('\n')
}

/** A double as it lies in binary files. */
function doubleText(value: number): string {
  return strFromU8(new Uint8Array(Float64Array.of(value).buffer), true)
}

describe.each(FORMATS)('%s', (format) => {
  const layers = format === 'gpx' ? ['patrols'] : ALL

  it('carries marking, date-time group, source, licence and label', async () => {
    const file = await written(format, 'severe', layers)
    const text = file.ok ? textIn(file.value.bytes) : ''
    for (const word of [
      'UNCLASSIFIED // EXERCISE',
      '260140Z NOV 26',
      'JMAC provenance-mark',
      'Licence-mark 4.0',
      'LANTERN',
    ]) {
      expect(text).toContain(word)
    }
    expect(text).toMatch(/sensitivity|high/i)
  })
})

const SECRETS = ['victimSecret', 'recentSecret', 'patrolBaseSecret']
const FILES = ['fileOfTheSource', 'registerSecret.xlsx']

/** GPX holds patrols alone, which never leave for an open audience; see below. */
describe.each(FORMATS.filter((format) => format !== 'gpx'))('%s', (format) => {
  it('lets nothing out that is above the audience', async () => {
    const all = await written(format, 'severe')
    const open = await written(format, 'low')
    const whole = all.ok ? textIn(all.value.bytes) : ''
    const text = open.ok ? textIn(open.value.bytes) : 'nothing'
    for (const secret of [...SECRETS, ...FILES]) {
      expect(whole).toContain(secret)
      expect(text).not.toContain(secret)
    }
    expect(whole).not.toMatch(/informantSecret|nurseSecret/)
    for (const place of [...TRUE_PLACE, 7.123987, -9.123457]) {
      const isThere = whole.includes(String(place)) || whole.includes(doubleText(place))
      expect(isThere).toBe(true)
      expect(text).not.toContain(String(place))
      expect(text).not.toContain(doubleText(place))
    }
    expect(text).not.toMatch(/07:31|21:17/)
    expect(text).toContain('Well')
  })
})

it('refuses where nothing may leave, and says why', async () => {
  const file = await written('gpx', 'low', ['patrols'])
  expect(file.ok).toBe(false)
  expect(file.issues.map(({ message }) => message).join(' ')).toContain('labelled high, above low')
})

it('coarsens incidents to cells with an error that holds the true place, three days late', async () => {
  const file = await written('geojson', 'low', ['incidents'])
  const read = file.ok ? await readFile('out.geojson', file.value.bytes) : null
  const [table] = read?.ok ? read.value : []
  expect(table?.records).toHaveLength(1)
  const cell = (name: string) => table?.records[0]?.cells[table.headings.indexOf(name)]
  const geometry = table?.records[0]?.geometry
  const place = geometry?.type === 'points' ? geometry.points[0]! : ([0, 0] as const)
  expect(metresBetween(place, TRUE_PLACE)).toBeGreaterThan(1)
  expect(metresBetween(place, TRUE_PLACE)).toBeLessThanOrEqual(Number(cell('position_error_m')))
  expect(cell('date')).toBe('2026-11-20T00:00:00Z')
  expect(cell('affected')).toBeNull()
  expect(table?.headings).not.toContain('detection')
  expect(file.issues[0]?.message).toContain('1 of the last 72 hours left out')
})

it('blocks severe incidents altogether', () => {
  const contents = operation('severe')
  const wish = { layers: ['incidents'], format: 'csv', audience: 'high' as const, now: NOW }
  const { tables, planned } = planExport({ contents, scenarioId: null }, wish)
  expect(tables).toEqual([])
  expect(planned[0]?.withheld).toContain('kept back')
})

it('shows answers of few people to planners only', () => {
  const samplesFor = (audience: Sensitivity) => {
    const wish = { layers: ['surveys'], format: 'csv', audience, now: NOW }
    const [table] = planExport({ contents: operation(), scenarioId: null }, wish).tables
    return table?.rows.map(({ cells }) => [cells[3], cells[5]])
  }
  expect(samplesFor('high')).toEqual([
    [9, 0.111111],
    [29, 0.222222],
    [400, 0.333333],
  ])
  expect(samplesFor('moderate')).toEqual([
    [29, null],
    [400, 0.333333],
  ])
})

function tablesFor(audience: Sensitivity, contents = operation()) {
  const wish = { layers: ALL, format: 'gpkg', audience, now: NOW }
  return planExport({ contents, scenarioId: null }, wish)
}

it('names of a register the sources of its own rows, and how new they are known to be', () => {
  const told = ({ tables }: ReturnType<typeof tablesFor>, layer: string) =>
    tables.find((table) => table.layer === layer)?.provenance
  const [open, planners] = [tablesFor('low'), tablesFor('high')]
  expect(told(open, 'projects')).toMatchObject({ sources: ['Ministry of Works'], asOf: null })
  expect(told(planners, 'projects')?.sources).toEqual([
    'registerSecret.xlsx › sheet 2',
    'Ministry of Works',
  ])
  expect(told(open, 'facilities')).toMatchObject({
    sources: ['Op "LANTERN" & <Co>'],
    asOf: FACILITY.lastVerifiedAt,
  })
})

it('does not tell by the date of the data of rows that came later than what leaves', () => {
  const contents = operation()
  const dataset = contents.document.tables.datasets.get('incidents')!
  const dated = { ...dataset, asOf: '2026-11-25T21:17:00Z' }
  const tables = { ...contents.document.tables, datasets: new Map([[dated.id, dated]]) }
  const { tables: leaving } = tablesFor('low', {
    ...contents,
    document: { ...contents.document, tables },
  })
  const incidentsOut = leaving.find(({ layer }) => layer === 'incidents')
  expect(incidentsOut?.provenance.asOf).toBe('2026-11-23T00:00:00Z')
})

it.each([
  ['ACLED terms of use; not to be passed on', 'low', false],
  ['ACLED terms of use; not to be passed on', 'moderate', false],
  ['ACLED terms of use; not to be passed on', 'high', true],
  ['CC BY 4.0', 'low', true],
] as const)('hands data under "%s" to %s: %s', (licence, audience, leaves) => {
  const contents = operation('low')
  const dataset = { ...contents.document.tables.datasets.get('incidents')!, licence }
  const tables = { ...contents.document.tables, datasets: new Map([[dataset.id, dataset]]) }
  const document = { ...contents.document, tables }
  const plan = tablesFor(audience, { ...contents, document })
  const incidentsPlanned = plan.planned.find(({ id }) => id === 'incidents')
  expect(incidentsPlanned?.leavingCount).toBe(leaves ? 2 : 0)
  expect(incidentsPlanned?.withheld ?? '').toContain(leaves ? '' : 'its licence')
})

it('keeps limits of a format apart from what is kept back', async () => {
  const { about } = planExport(
    { contents: operation(), scenarioId: null },
    { layers: ['roads', 'patrols'], format: 'gpx', audience: 'severe', now: NOW },
  )
  expect(about.withheld).toEqual([])
  expect(about.notInFormat).toEqual(['Batch of roads: GPX takes patrol tracks only.'])
  const file = await written('gpx', 'severe', ['roads', 'patrols'])
  const text = file.ok ? textIn(file.value.bytes) : ''
  expect(text).toContain('Not in this format: Batch of roads')
  expect(text).not.toContain('Withheld')
  expect(text).toContain('Cleared for: Named few')
})

it('says that who reported stays only where something is reported', () => {
  const withheldOf = (layers: readonly string[]) =>
    planExport(
      { contents: operation(), scenarioId: null },
      { layers, format: 'csv', audience: 'severe', now: NOW },
    ).about.withheld
  expect(withheldOf(['roads', 'projects'])).toEqual([])
  expect(withheldOf(['incidents', 'facilities'])).toEqual([
    'Who reported an incident or a facility is never exported.',
  ])
})

it.each([
  ['postings', 'csv', 'severe', /no rows/],
  ['roads', 'gpx', 'severe', /GPX of patrols can hold none of it/],
  ['patrols', 'csv', 'low', /kept back from "Anyone"/],
  ['patrols,roads', 'gpx', 'low', /does not fit into GPX of patrols, and the rest is kept back/],
] as const)('says of %s as %s for %s why nothing leaves', async (layers, format, audience, why) => {
  const file = await written(format, audience, layers.split(','))
  expect(file.ok).toBe(false)
  expect(file.issues.at(-1)?.message).toMatch(why)
})

it('leaves out one of two datasets of a kind', () => {
  const contents = operation()
  const first = contents.document.tables.datasets.get('roads')!
  const second = { ...first, id: 'roads-b' }
  const datasets = new Map([first, second].map((row) => [row.id, row]))
  const tables = { ...contents.document.tables, datasets }
  const both = {
    document: { ...contents.document, tables },
    columns: new Map([...contents.columns, [second.id, roads]]),
  }
  const wish = { layers: ['roads'], format: 'csv', audience: 'low' as const, now: NOW }
  const { planned } = planExport({ contents: both, scenarioId: null }, wish)
  expect(planned.map(({ id, title }) => [id, title])).toEqual([
    ['roads', first.title],
    ['roads-b', first.title],
  ])
  const rest = planExport({ contents: both, scenarioId: null }, { ...wish, leftOut: ['roads'] })
  expect(rest.tables.map(({ id }) => id)).toEqual(['roads-b'])
})
