import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Columns, numbersOf } from '#core/columns/columns.ts'
import { columnsFault } from '#core/columns/kinds.ts'
import { stretchesOf } from '#core/columns/road-columns.ts'
import { operationOf, TABLE_NAMES, TABLES } from '#core/document.ts'
import { metresBetween } from '#core/geo/distance.ts'
import { areaSquareKilometres, holds } from '#core/geo/polygon.ts'
import { newOperation } from '#core/new-operation.ts'
import { type OperationContents, writeOperationFile } from '#core/operation-file.ts'
import { epochMinutesOf, isWithin } from '#core/time/instant.ts'
import { contentsAfter, type ImportOutcome, importTables } from '#formats/import/import-tables.ts'
import { readTables } from '#formats/registry.ts'

const FOLDER = '../shared/data/liberia'
const FILES = [
  'ucdp-ged201-liberia-box.csv',
  'geopko-v2-unmil.csv',
  'lisgis_Road_current.zip',
  'settlements.geojson.gz',
  'census-2008-by-county.csv',
  'lbr_admbnda_adm2_ocha.zip',
  'lbr_admbnda_adm1_ocha.zip',
]

async function imported(
  files: readonly string[],
  start = newContents(),
): Promise<{
  outcome: ImportOutcome
  contents: OperationContents
}> {
  const tables = files.flatMap((file) => {
    const read = readTables(file, new Uint8Array(readFileSync(`${FOLDER}/${file}`)))
    if (!read.ok) throw new Error(read.issues[0]?.message)
    return read.value.map((table) => ({ table, fileHash: null }))
  })
  const run = { now: '2020-01-01T00:00:00Z', mayChoosePlanningAt: true }
  const outcome = await importTables(start, tables, run)
  return { outcome, contents: contentsAfter(start, outcome) }
}

function newContents(): OperationContents {
  const document = newOperation({
    id: 'liberia',
    name: 'Liberia',
    planningAt: '2020-01-01T00:00:00Z',
  })
  return { document, columns: new Map<string, Columns>() }
}

describe.skipIf(!existsSync(FOLDER))('the real files of Liberia', () => {
  let outcome: ImportOutcome
  let contents: OperationContents
  beforeAll(async () => {
    ;({ outcome, contents } = await imported(FILES))
  })

  const counts = (file: string) => {
    const plan = outcome.plans.find((candidate) => candidate.file === file)
    return plan && [plan.kind, plan.rowsRead, plan.rowsAccepted, plan.rowsRefused]
  }
  const columnsOf = (kind: string) => {
    const dataset = [...contents.document.tables.datasets.values()].find((row) => row.kind === kind)
    return contents.columns.get(dataset!.id)!
  }
  const troopsAt = (instantAt: string) => {
    const minutes = epochMinutesOf(instantAt)
    const units = [...contents.document.tables.units.values()].filter(({ validFrom, validTo }) =>
      isWithin(minutes, validFrom, validTo),
    )
    return units.reduce((sum, { strengthCount }) => sum + (strengthCount ?? 0), 0)
  }

  it('brings in the rows that the files hold, and names the rest', () => {
    expect(FILES.map(counts)).toEqual([
      ['incidents', 322, 322, 0],
      ['deployments', 1260, 1243, 17],
      ['roads', 3470, 3461, 9],
      ['communities', 14013, 14013, 0],
      ['population', 15, 15, 0],
      ['areas', 136, 136, 0],
      ['areas', 15, 15, 0],
    ])
  })

  it('gives every county its districts, census people and area', () => {
    const areas = [...contents.document.tables.areas.values()]
    const counties = areas.filter(({ level }) => level === 1)
    const districtCount = (id: string) => areas.filter(({ parentId }) => parentId === id).length
    expect(counties.map(({ id }) => districtCount(id))).toEqual([
      4, 12, 6, 8, 5, 8, 18, 7, 4, 7, 5, 17, 10, 8, 17,
    ])
    expect(counties.reduce((sum, area) => sum + (area.populationCount ?? 0), 0)).toBe(3_476_608)
    const area = counties.reduce((sum, { outline }) => sum + areaSquareKilometres(outline), 0)
    expect(Math.abs(area / 96_258.6 - 1)).toBeLessThan(1e-4)
  })

  it('puts settlements into the county that their code names, each under an id of its own', () => {
    const { communities, areas } = contents.document.tables
    const perCounty = new Map<string, number>()
    for (const { areaId } of communities.values()) {
      perCounty.set(areaId ?? '', (perCounty.get(areaId ?? '') ?? 0) + 1)
    }
    expect([...perCounty].sort().map(([, count]) => count)).toEqual([
      662, 2867, 424, 2303, 684, 268, 213, 933, 1417, 232, 1347, 1169, 210, 544, 740,
    ])
    const classes = [...communities.values()].map((community) => community.class)
    expect(classes.filter((one) => one === 'countyCapital')).toHaveLength(15)
    expect(classes.filter((one) => one === 'districtCapital')).toHaveLength(91)
    expect(classes.filter((one) => one === 'capital')).toHaveLength(1)
    const names = new Set([...communities.values()].map(({ name }) => name))
    const fewerByBlanks = 4
    expect(names.size).toBe(12_172 - fewerByBlanks)
    const outside = [...communities.values()]
      .filter((_, index) => index % 50 === 0)
      .filter(({ areaId, position }) => !holds(areas.get(areaId ?? '')!.outline, position))
    expect(outside).toEqual([])
  })

  it('measures the roads as drawn, lines that stand twice once', () => {
    const roads = columnsOf('roads')
    if (roads.geometry.type !== 'lines') throw new Error('roads are lines')
    const { positions, offsets } = roads.geometry
    const stretchAt = stretchesOf(roads)
    const kilometres = { paved: 0, gravel: 0, earth: 0 }
    for (let row = 0; row < roads.rowCount; row++) {
      for (let v = offsets[row]! + 1; v < offsets[row + 1]!; v++) {
        const from = [positions[2 * v - 2]!, positions[2 * v - 1]!] as const
        const to = [positions[2 * v]!, positions[2 * v + 1]!] as const
        kilometres[stretchAt(row).surface] += metresBetween(from, to) / 1000
      }
    }
    expect(kilometres.paved).toBeCloseTo(729.9, 0)
    expect(kilometres.gravel).toBeCloseTo(2924.5, 0)
    expect(kilometres.earth).toBeCloseTo(12_524.3, 0)
  })

  it('counts the troops of each map, without the guard in Freetown', () => {
    expect(troopsAt('2003-12-15T00:00:00Z')).toBe(5500)
    expect(troopsAt('2005-03-15T00:00:00Z')).toBe(15_175)
    expect(troopsAt('2006-03-15T00:00:00Z')).toBe(15_705 - 150)
    expect(troopsAt('2012-01-15T00:00:00Z')).toBe(10_665)
    expect(troopsAt('2016-02-15T00:00:00Z')).toBe(1720)
    expect(troopsAt('2018-12-15T00:00:00Z')).toBe(150)
    expect(troopsAt('2019-03-15T00:00:00Z')).toBe(0)
  })

  it('leaves a strength that no map gives unknown', () => {
    const { units } = contents.document.tables
    const unknown = [...units.values()].filter(
      ({ strengthCount, kind }) => strengthCount === null && kind === 'fpu',
    )
    expect(unknown.length).toBeGreaterThan(0)
    expect(
      unknown.every(({ elements }) => elements.every(({ typeId }) => typeId !== 'police-section')),
    ).toBe(true)
  })

  it('keeps events beyond the border, flagged, and how far their places may be off', () => {
    const plan = outcome.plans.find(({ kind }) => kind === 'incidents')
    expect(plan?.issues.filter(({ code }) => code === 'outside-border')).toHaveLength(202)
    const incidents = columnsOf('incidents')
    const deaths = numbersOf(incidents, 'affectedPeopleCount').reduce(
      (sum, count) => sum + count,
      0,
    )
    expect(deaths).toBe(9154)
    expect(new Set(numbersOf(incidents, 'positionErrorMetres'))).toEqual(
      new Set([5000, 25_000, 60_000, 200_000]),
    )
    expect(new Set(numbersOf(incidents, 'occurredErrorDays'))).toEqual(new Set([183]))
  })

  it('settles the operation on the middle of the deployments and on what the facts can feed', () => {
    const operation = operationOf(contents.document)
    expect(operation.planningAt.slice(0, 7)).toBe('2011-07')
    expect(operation.incidentWindowDays).toBe(3650)
    expect(operation.theatreName).toBe('Liberia')
    const [west, south, east, north] = operation.extentDegrees
    expect([west, south, east, north].map((degrees) => degrees.toFixed(1))).toEqual([
      '-11.5',
      '4.4',
      '-7.4',
      '8.6',
    ])
    expect([...contents.document.tables.indicators.keys()].sort()).toEqual([
      'travel-to-town',
      'violence-rate',
    ])
    expect(contents.document.tables.scenarios.size).toBe(1)
  })

  it('makes only rows and columns that the document allows', () => {
    for (const name of TABLE_NAMES) {
      for (const row of contents.document.tables[name].values()) {
        expect(TABLES[name].safeParse(row).error).toBeUndefined()
      }
    }
    for (const { id, kind } of contents.document.tables.datasets.values()) {
      expect(columnsFault(kind, contents.columns.get(id)!)).toBeNull()
    }
  })

  it('gives the same operation whatever the order of the files', async () => {
    const { contents: other } = await imported([...FILES].reverse())
    expect(writeOperationFile(other) === writeOperationFile(contents)).toBe(true)
  })

  it('asks for the coordinate system where none is stated, and places by it once told', () => {
    const file = 'lisgis_district-100_noprj.zip'
    const bytes = new Uint8Array(readFileSync(`${FOLDER}/${file}`))
    const unasked = readTables(file, bytes)
    expect(unasked.issues.map(({ code }) => code)).toEqual(['crs-missing'])
    const told = readTables(file, bytes, { crs: 'EPSG:32629' })
    if (!told.ok) throw new Error(told.issues[0]?.message)
    const [table] = told.value
    expect(table?.records).toHaveLength(137)
    expect(table?.headings.filter((heading) => heading.startsWith('FIRST_FIRS'))).toHaveLength(3)
  })

  it('have the same time and window whether the borders came first or last', async () => {
    const borders = FILES.filter((file) => file.startsWith('lbr_admbnda'))
    const others = FILES.filter((file) => !borders.includes(file))
    const { contents: earlier } = await imported(others)
    const inTwo = await imported(borders, earlier)
    const { planningAt, incidentWindowDays } = operationOf(inTwo.contents.document)
    const whole = operationOf(contents.document)
    expect([planningAt, incidentWindowDays]).toEqual([whole.planningAt, whole.incidentWindowDays])
  })
})
