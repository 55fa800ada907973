import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Columns, categoryColumn, numberColumn, textColumn } from '#core/columns/columns.ts'
import { documentOf } from '#core/document.ts'
import { metresBetween } from '#core/geo/distance.ts'
import { newOperation } from '#core/new-operation.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { Sensitivity } from '#core/place.ts'
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

function operation(incidentLabel: Sensitivity = 'high'): OperationContents {
  const fresh = newOperation({
    id: 'op',
    name: 'Op "LANTERN" & <Co>',
    planningAt: NOW,
    isExercise: true,
  })
  return {
    document: documentOf('op', {
      operation: [...fresh.tables.operation.values()],
      datasets: [
        datasetOf('incidents', incidents, incidentLabel),
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
      ['patrols', patrols],
      ['surveys', surveys],
    ]),
  }
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

/** GPX holds patrols alone, which never leave for an open audience; see below. */
describe.each(FORMATS.filter((format) => format !== 'gpx'))('%s', (format) => {
  it('lets nothing out that is above the audience', async () => {
    const all = await written(format, 'severe')
    const open = await written(format, 'low')
    const whole = all.ok ? textIn(all.value.bytes) : ''
    const text = open.ok ? textIn(open.value.bytes) : 'nothing'
    for (const secret of ['victimSecret', 'recentSecret', 'patrolBaseSecret']) {
      expect(whole).toContain(secret)
      expect(text).not.toContain(secret)
    }
    expect(whole).not.toContain('informantSecret')
    for (const place of [...TRUE_PLACE, 7.123987, -9.123457]) {
      const isThere = whole.includes(String(place)) || whole.includes(doubleText(place))
      expect(isThere).toBe(true)
      expect(text).not.toContain(String(place))
      expect(text).not.toContain(doubleText(place))
    }
    expect(text).not.toMatch(/07:31|21:17|fileOfTheSource.xlsx/)
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
  const { tables, layers } = planExport({ contents, scenarioId: null }, wish)
  expect(tables).toEqual([])
  expect(layers[0]?.note).toContain('kept back')
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
