import { existsSync, readFileSync } from 'node:fs'
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { numbersOf } from '#core/columns/columns.ts'
import { documentOf } from '#core/document.ts'
import { metresBetween } from '#core/geo/distance.ts'
import type { Area } from '#core/records/area.ts'
import type { Community } from '#core/records/community.ts'
import { ledgerOf } from '#formats/import/ledger.ts'
import { locate, POSITION_FIELDS } from '#formats/import/locate.ts'
import { planImport } from '#formats/import/plan-import.ts'
import type { ImportPlan } from '#formats/import/plan-reading.ts'
import { NAME_FIELDS } from '#formats/import/position/from-name.ts'
import { mappingOf, sheetOf } from '#formats/import/sheet.ts'
import { type Theatre, theatreOf } from '#formats/import/theatre.ts'
import { readFile } from '#formats/read-file.ts'
import { readTables } from '#formats/registry.ts'

function county(id: string, name: string, west: number, east: number): Area {
  const ring = [
    [west, 5],
    [east, 5],
    [east, 8],
    [west, 8],
    [west, 5],
  ] as const
  const rest = { level: 1, parentId: null, aliases: [], populationCount: null }
  return { id, name, placeCode: id, outline: [[ring]], ...rest }
}

function town(name: string, lon: number, areaId: string, kind: Community['class']): Community {
  const id = `community-${name}-${lon}`
  return { id, name, position: [lon, 6.5], class: kind, areaId, populationCount: null, aliases: [] }
}

const DOCUMENT = documentOf('test', {
  areas: [county('LR03', 'Gbarpolu', -11, -10), county('LR14', 'Rivercess', -10, -9)],
  communities: [
    town('Bopolu', -10.5, 'LR03', 'countyCapital'),
    town('Zorgowee', -10.4, 'LR03', 'village'),
    town('Zorgowee', -9.4, 'LR14', 'village'),
  ],
})

function plan(text: string): ImportPlan {
  const read = readTables('sitrep.csv', strToU8(text))
  if (!read.ok) throw new Error(read.issues[0]?.message)
  return planImport(read.value[0]!, {
    document: DOCUMENT,
    theatre: theatreOf(DOCUMENT),
    isSwapped: false,
    now: '2020-06-01T00:00:00Z',
    fileHash: null,
  })
}

/** What is told, apart from rows of one place and day: these tables have many. */
const codes = ({ issues }: ImportPlan) =>
  issues.filter(({ code }) => code !== 'duplicate-event').map(({ line, code }) => `${line} ${code}`)
const told = ({ issues }: ImportPlan, code: string) =>
  issues.find((issue) => issue.code === code)?.message

function placed({ batches }: ImportPlan) {
  const { columns } = batches[0]!
  if (columns.geometry.type !== 'points') throw new Error('no points')
  return {
    positions: [...columns.geometry.positions].map((degrees) => Number(degrees.toFixed(3))),
    errors: [...numbersOf(columns, 'positionErrorMetres')],
  }
}

describe('positions in one column', () => {
  it('are read by heading, each as exact as it was typed', () => {
    const made = plan(
      'date,type,grid_ref\n2020-01-05,theft,29NLH 204 408\n2020-01-05,theft,29N LH 2 4\n' +
        '2020-01-05,theft,"6.5, -9.5"\n2020-01-05,theft,N6 30.000 W9 30.000\n' +
        '2020-01-05,theft,29N 320450 740850\n2020-01-05,theft,"6,5"\n2020-01-05,theft,\n',
    )
    expect(made.kind).toBe('incidents')
    expect(placed(made).errors).toEqual([71, 7072, Number.NaN, Number.NaN, Number.NaN])
    const { positions } = placed(made)
    expect(metresBetween([positions[0]!, positions[1]!], [-10.6245, 6.70014])).toBeLessThan(150)
    expect(positions.slice(4, 8)).toEqual([-9.5, 6.5, -9.5, 6.5])
    expect(codes(made)).toEqual(['7 position-unclear', '8 coordinate-missing'])
    expect(told(made, 'position-unclear')).toMatch(/Did you mean 6; 5.*\?$/)
  })

  it('are found by their look under any heading, and are not seen where there are none', () => {
    const made = plan('date,type,where it was\n2020-01-05,theft,29NLH 204 408\n')
    expect(placed(made).errors).toEqual([71])
    const none = plan('date,type,code\n2020-01-05,theft,4 5\n2020-01-05,theft,12\n')
    expect(none.kind).toBeNull()
  })

  it('are compared with the degrees beside them', () => {
    const made = plan(
      'date,type,lat,lon,mgrs\n2020-01-05,theft,6.7,-10.62,29NLH 204 408\n2020-01-05,theft,6.6,-10.62,29NLH 204 408\n',
    )
    expect(codes(made)).toEqual(['3 positions-differ'])
    expect(told(made, 'positions-differ')).toContain('lie 11 km apart')
  })

  it('stand in for degrees that are not there, never for wrong ones', () => {
    const made = plan(
      'date,type,lat,lon,mgrs\n2020-01-05,theft,6.5,-9.5,29NLH 204 408\n' +
        '2020-01-05,theft,,,29NLH 204 408\n2020-01-05,theft,6.5x,-9.5,29NLH 204 408\n',
    )
    expect(placed(made).errors).toEqual([Number.NaN, 71])
    expect(codes(made)).toEqual(['2 positions-differ', '4 number-unreadable'])
  })

  it('may be coarse for what says how exact it is, and not for a point', () => {
    const projects = plan(
      'project,sector,status,cost,mgrs\nWell,water,active,5,29NLH 204 408\nWell 2,water,active,5,29NLH 2 4\n',
    )
    const errors = projects.rows.projects?.map(({ positionErrorMetres }) => positionErrorMetres)
    expect(errors).toEqual([71, 7072])
    const bases = plan('base,capacity,mgrs\nNear,5,29NLH 204 408\nFar,5,29NLH 2 4\n')
    expect(bases.rows.bases?.map(({ name }) => name)).toEqual(['Near'])
    expect(codes(bases)).toEqual(['3 position-loose'])
  })
})

describe('UTM metres in two columns', () => {
  it('take their zone from a column or from the theatre', () => {
    const zoned = plan('date,type,easting,northing,zone\n2020-01-05,theft,320450,740850,29N\n')
    const bare = plan('date,type,easting,northing\n2020-01-05,theft,"320 450","740 850"\n')
    expect(placed(zoned).positions).toEqual([-10.624, 6.7])
    expect(placed(bare).positions).toEqual([-10.624, 6.7])
    expect([codes(zoned), codes(bare)]).toEqual([[], ['null zone-guessed']])
  })

  it('are refused without a zone outside the theatre, and with a zone that may be two', () => {
    const bare = plan('date,type,easting,northing\n2020-01-05,theft,320450,1740850\n')
    expect(codes(bare)).toEqual(['2 zone-missing'])
    const south = plan('date,type,easting,northing,zone\n2020-01-05,theft,320450,4000000,29S\n')
    expect(codes(south)).toEqual(['2 position-unclear'])
  })
})

describe('places by name', () => {
  const text =
    'date,type,town,county\n2020-01-05,theft,Bopolu,Gbarpolu\n2020-01-05,theft,Zorgowee,River Cess\n' +
    '2020-01-05,theft,Bopulu,\n2020-01-05,theft,Zorgowee,\n2020-01-05,theft,,Gbapolu\n' +
    '2020-01-05,theft,Nowhere,Rivercess\n2020-01-05,theft,Bo,Kailahun\n'

  it('are as wide as what they name', () => {
    const made = plan(text)
    const { positions, errors } = placed(made)
    expect(positions.filter((_, index) => index % 2 === 0)).toEqual([
      -10.5, -9.4, -10.5, -10.5, -9.5,
    ])
    expect(errors.slice(0, 3)).toEqual([3000, 1000, 3000])
    expect(errors.slice(3).every((metres) => metres > 150_000 && metres < 200_000)).toBe(true)
  })

  it('are told by line where there is a doubt, and once for the file', () => {
    const made = plan(text)
    expect(codes(made)).toEqual([
      'null placed-by-name',
      '4 name-guessed',
      '5 place-ambiguous',
      '6 name-guessed',
      '7 name-guessed',
      '8 area-unknown',
    ])
    expect(told(made, 'placed-by-name')).toBe(
      '5 rows were placed by name: 3 exactly, 2 by a near spelling (Bopulu → Bopolu, Gbapolu → Gbarpolu). 2 of them are known to a district or county only, and drawn that wide.',
    )
    expect(told(made, 'name-guessed')).toBe('Line 4: "Bopulu" was read as Bopolu.')
  })

  it('make a project in a town as exact as the town, and one in a county as wide as the county', () => {
    const made = plan(
      'project,sector,status,cost,community,county\nWell,water,active,5,Bopolu,Gbarpolu\nWell 2,water,active,5,,Gbarpolu\n',
    )
    const [town, county] = made.rows.projects!.map((project) => project.positionErrorMetres ?? 0)
    expect(county).toBeGreaterThan(10 * town!)
    expect(town).toBeGreaterThan(0)
  })

  it('never override what a file states to be wider', () => {
    const made = plan('date,type,town,accuracy_m\n2020-01-05,theft,Bopolu,20000\n')
    expect(placed(made).errors).toEqual([20_000])
  })
})

describe('a file of another country', () => {
  it('is told by its names too', () => {
    const made = plan(
      `date,type,town,county\n${'2020-01-05,theft,Bo,Kailahun\n'.repeat(3)}2020-01-05,theft,Bopolu,\n`,
    )
    expect(told(made, 'places-unknown')).toBeUndefined()
    const all = plan(`date,type,town,county\n${'2020-01-05,theft,Bo,Kailahun\n'.repeat(4)}`)
    expect(told(all, 'places-unknown')).toContain('in 4 of its 4 rows')
  })

  const rows = (places: readonly string[]) =>
    `date,type,lat,lon\n${places.map((place) => `2020-01-05,theft,${place}\n`).join('')}`
  const mali = ['16.77,-3.0', '16.8,-3.1', '17.1,-2.9', '16.2,-3.4', '16.9,-3.0']

  it('is told in one sentence, beside its rows', () => {
    const made = plan(rows(mali))
    expect([made.rowsAccepted, made.rowsRefused]).toEqual([0, 5])
    expect(told(made, 'other-country')).toBe(
      'sitrep.csv lies in another country: all its 5 positions are about 1\u202f100 km from the theatre, around 16.8° N, 3.0° W. Open the operation that it belongs to, or correct the positions.',
    )
    expect(codes(made).filter((code) => code.endsWith('outside-theatre')).length).toBe(5)
  })

  it('is not one of which a part lies here, is swapped or lacks a sign', () => {
    expect(told(plan(rows([...mali, '6.5,-9.5', '6.5,-9.6'])), 'other-country')).toBeUndefined()
    const isTold = plan(rows([...mali, '6.5,-9.5']))
    expect(told(isTold, 'other-country')).toContain('5 of its 6 positions')
    const swapped = plan(rows(['-9.5,6.5', '-9.6,6.5', '-9.7,6.5']))
    expect(codes(swapped)).toEqual(['2 likely-swapped', '3 likely-swapped', '4 likely-swapped'])
    const unsigned = plan(rows(['6.5,9.5', '6.5,9.6', '6.5,9.7']))
    expect(told(unsigned, 'other-country')).toBeUndefined()
    expect(told(unsigned, 'sign-missing')).toContain('only with a minus sign')
  })
})

const SHARED = '../shared/data/imports'
const LIBERIA: Theatre = { extentDegrees: [-11.6, 4.2, -7.3, 8.6], outlines: [] }

describe.skipIf(!existsSync(SHARED))('the exercise files of the shared set', () => {
  const located = async (path: string) => {
    const read = await readFile(path, new Uint8Array(readFileSync(`${SHARED}/${path}`)))
    if (!read.ok) throw new Error(read.issues[0]?.message)
    const table = read.value[0]!
    const sheet = sheetOf(table, mappingOf(table, [...POSITION_FIELDS, ...NAME_FIELDS]))
    const ledger = ledgerOf(table)
    return { table, rows: locate(sheet, ledger, { theatre: LIBERIA, isSwapped: false }), ledger }
  }

  it('places 56 of 60 facilities and names the four that are wrong', async () => {
    const { rows, ledger, table } = await located('tables-xlsx/exercise-facilities.xlsx')
    expect(rows.length).toBe(56)
    const refused = ledger
      .told()
      .filter(({ severity }) => severity === 'error')
      .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
    const idOf = (line: number | null) =>
      table.records.find((record) => record.line === line)?.cells[3]
    expect(refused.map(({ line, code }) => [idOf(line), code])).toEqual([
      ['EX008', 'coordinate-missing'],
      ['EX012', 'likely-swapped'],
      ['EX018', 'outside-theatre'],
      ['EX024', 'coordinate-missing'],
    ])
    expect(refused[2]?.message).toContain('with a minus before the longitude')
  })

  it('reads the grid references of the facilities to 100 m where they stand beside degrees', async () => {
    const { table } = await located('tables-xlsx/exercise-facilities.xlsx')
    const degrees = ['Lat', 'Long']
    const headings = table.headings.map((name) => (degrees.includes(name) ? `old ${name}` : name))
    const bare = { ...table, headings, tags: [] }
    const sheet = sheetOf(bare, mappingOf(bare, POSITION_FIELDS))
    const rows = locate(sheet, ledgerOf(bare), { theatre: LIBERIA, isSwapped: false })
    const [lat, lon] = degrees.map((name) => table.headings.indexOf(name))
    expect(rows.length).toBe(30)
    for (const { record, position, errorMetres } of rows) {
      const stated = [Number(record.cells[lon!]), Number(record.cells[lat!])] as const
      expect(errorMetres).toBe(71)
      expect(metresBetween(position, stated)).toBeLessThan(record.cells[3] === 'EX057' ? 2000 : 80)
    }
  })

  it('places all landing sites, the hemisphere being in the heading', async () => {
    const { rows, table } = await located('shapefile-zip/exercise-landing-sites-no-shx.zip')
    expect(rows.length).toBe(15)
    const bare = {
      ...table,
      records: table.records.map((record) => ({ ...record, geometry: null })),
    }
    const sheet = sheetOf(bare, mappingOf(bare, POSITION_FIELDS))
    const again = locate(sheet, ledgerOf(bare), { theatre: LIBERIA, isSwapped: false })
    again.forEach(({ position }, index) => {
      expect(metresBetween(position, rows[index]!.position)).toBeLessThan(100)
    })
    expect(again.length).toBe(15)
  })
})
