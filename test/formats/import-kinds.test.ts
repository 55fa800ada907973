import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { categoriesOf, labelAt, numbersOf, textsOf } from '#core/columns/columns.ts'
import { columnsFault } from '#core/columns/kinds.ts'
import { documentOf, TABLE_NAMES, TABLES } from '#core/document.ts'
import type { Area } from '#core/records/area.ts'
import { areaFinder } from '#formats/import/gazetteer/area-finder.ts'
import { type ImportChoice, NO_CHOICE } from '#formats/import/import-choice.ts'
import type { ImportContext } from '#formats/import/kind.ts'
import { IMPORT_KINDS } from '#formats/import/kinds/registry.ts'
import { planImport } from '#formats/import/plan-import.ts'
import type { ImportPlan } from '#formats/import/plan-reading.ts'
import { theatreOf } from '#formats/import/theatre.ts'
import { readTables } from '#formats/registry.ts'

function county(id: string, name: string, west: number): Area {
  const east = west + 1
  return {
    id,
    name,
    level: 1,
    placeCode: id,
    parentId: null,
    aliases: [],
    outline: [
      [
        [
          [west, 6],
          [east, 6],
          [east, 7],
          [west, 7],
          [west, 6],
        ],
      ],
    ],
    populationCount: null,
  }
}

const COUNTIES = [
  county('LR03', 'Gbarpolu', -11),
  county('LR14', 'Rivercess', -10),
  county('LR13', 'River Gee', -9),
  county('LR05', 'Grand Cape Mount', -8),
]
const DOCUMENT = documentOf('test', { areas: COUNTIES })
const CONTEXT: ImportContext = {
  document: DOCUMENT,
  theatre: theatreOf(DOCUMENT),
  isSwapped: false,
  now: '2020-06-01T00:00:00Z',
  fileHash: null,
}

function plan(text: string, choice: ImportChoice = NO_CHOICE, context = CONTEXT): ImportPlan {
  const read = readTables(text.startsWith('{') ? 'a.geojson' : 'a.csv', strToU8(text))
  if (!read.ok) throw new Error(read.issues[0]?.message)
  return planImport(read.value[0]!, context, choice)
}

const as = (kind: string): ImportChoice => ({ kind, mapping: new Map() })
const codes = ({ issues }: ImportPlan) => issues.map(({ line, code }) => `${line} ${code}`)

describe('guessing what a table is about', () => {
  it.each([
    ['name,lat,lon,population', 'communities'],
    ['nom,latitude,longitude,classe', 'communities'],
    ['date,lat,lon,type,description', 'incidents'],
    ['fecha,latitud,longitud,tipo', 'incidents'],
    ['EVENT_DATE,LATITUDE,LONGITUDE,EVENT_TYPE,FATALITIES', 'incidents'],
    ['county,population_2008', 'population'],
    ['county,lat,lon,population', 'population'],
    ['base,lat,lon,capacity', 'bases'],
    ['project,sector,lat,lon,cost_usd,status', 'projects'],
    ['restriction,name,lat,lon,valid_from', 'restrictions'],
    ['county,date,n,feel_safe,trust_mission', 'surveys'],
    ['apples,pears', null],
    ['lat,lon', null],
  ])('%s: %s', (headings, kind) => {
    expect(plan(`${headings}\n${headings.replace(/\w+/g, '1')}\n`).kind).toBe(kind)
  })

  it('says which column is missing when it is told the kind', () => {
    const told = plan('lat,lon\n6.5,-9.5\n', as('bases'))
    expect([told.rowsAccepted, told.rowsRefused]).toEqual([0, 1])
    expect(told.issues[0]?.message).toContain('no column says the name')
  })

  it('takes a mapping by hand over its own', () => {
    const mapping = new Map([['name', 'label']])
    const told = plan('label,name,lat,lon\nGanta,x,6.5,-9.5\n', { kind: 'communities', mapping })
    expect(told.rows.communities?.[0]?.name).toBe('Ganta')
  })
})

describe('finding areas by what tables call them', () => {
  const find = areaFinder(COUNTIES)
  it.each([
    ['LR03', '', 'LR03', false],
    ['', 'gbarpolu county', 'LR03', false],
    ['', 'Gbapolu', 'LR03', true],
    ['', 'River Cess', 'LR14', false],
    ['', 'RiverCess County', 'LR14', false],
    ['', 'River Gbeh', 'LR13', true],
    ['', 'Cape Mount', 'LR05', true],
  ])('%j %j is %s', (code, name, id, isGuess) => {
    const found = find(code, name)
    expect([found?.area.id, found?.isGuess]).toEqual([id, isGuess])
  })

  it('does not make one up', () => {
    expect(['Bong', 'River', 'Nimba', ''].map((name) => find('', name))).toEqual(
      Array(4).fill(null),
    )
  })
})

describe('kinds', () => {
  it('puts people into areas, tells a guessed spelling and refuses a second line', () => {
    const census = plan(
      'county,population\nGbapolu,"83,388"\nRiver Cess,71509\nRivercess,1\nBong,5\nRiver Gee,many\n',
    )
    expect(census.rows.areas?.map(({ id, populationCount }) => [id, populationCount])).toEqual([
      ['LR03', 83_388],
      ['LR14', 71_509],
    ])
    expect(codes(census)).toEqual([
      '2 name-guessed',
      '4 duplicate-id',
      '5 area-unknown',
      '6 number-unreadable',
    ])
  })

  it('reads incidents of ACLED with their kind of event and harm', () => {
    const text =
      'event_id_cnty,event_date,event_type,sub_event_type,latitude,longitude,fatalities,notes\n' +
      'LBR1,05 January 2020,Riots,Mob violence,6.5,-9.5,9,"A note, with a comma"\n' +
      'LBR2,06 January 2020,Protests,Peaceful protest,6.5,-9.4,0,=1+1\n'
    const incidents = plan(text)
    const { columns, dataset } = incidents.batches[0]!
    expect(columnsFault('incidents', columns)).toBeNull()
    const category = categoriesOf(columns, 'category')
    expect([0, 1].map((row) => labelAt(category, row))).toEqual(['violence', 'protest'])
    expect([...numbersOf(columns, 'severityShare')].map((share) => share.toFixed(2))).toEqual([
      '0.40',
      '0.10',
    ])
    expect(textsOf(columns, 'title')).toEqual(['A note, with a comma', '=1+1'])
    expect([dataset.source, dataset.sensitivity, dataset.asOf]).toEqual([
      'ACLED',
      'low',
      '2020-01-06T00:00:00Z',
    ])
  })

  it('protects a register of our own', () => {
    const own = plan('date,lat,lon,type\n2020-01-05,6.5,-9.5,roadblock\n')
    expect(own.batches[0]?.dataset.sensitivity).toBe('high')
    const violence = plan('date,lat,lon,type_of_violence\n2020-01-05,6.5,-9.5,battle\n')
    expect(violence.batches[0]?.dataset.sensitivity).toBe('high')
  })

  it('gives the same data the same id, and other data another', () => {
    const one = 'date,lat,lon,type\n2020-01-05,6.5,-9.5,theft\n'
    const id = (text: string) => plan(text).batches[0]?.dataset.id
    expect(id(one)).toBe(id(one.replace('type', 'category')))
    expect(id(one)).not.toBe(id(one.replace('6.5', '6.6')))
  })

  it('reads projects and refuses a sector nobody knows', () => {
    const projects = plan(
      'project,sector,type,status,lat,lon,cost,beneficiaries,start,end\n' +
        'Well at Ganta,WASH,QIP,ongoing,6.5,-9.5,"12,500",800,2020-01-01,30/06/2020\n' +
        'Statue,Art,QIP,planned,6.5,-9.5,1,1,,\n' +
        'School,Education,partner,completed,6.5,-9.5,1,1,2020-02-01,2020-01-01\n',
    )
    expect(projects.rows.projects).toEqual([
      {
        id: 'project-well-at-ganta',
        name: 'Well at Ganta',
        sector: 'water',
        kind: 'qip',
        status: 'active',
        organisation: null,
        position: [-9.5, 6.5],
        positionErrorMetres: null,
        costUsd: 12_500,
        beneficiaryCount: 800,
        startsAt: '2020-01-01T00:00:00Z',
        endsAt: '2020-06-30T00:00:00Z',
      },
    ])
    expect(codes(projects)).toEqual(['3 sector-unknown', '4 date-order'])
  })

  it.each([
    ['USD 12,500', 12_500],
    ['12,500', 12_500],
    ['$12 500', 12_500],
    ['12500 US$', 12_500],
    ['1.250.000', 1_250_000],
    ['12,5', 12.5],
    ['0', 0],
    ['', null],
    ['not known', null],
    ['1e999', null],
    ['-5000', null],
    ['EUR 12,500', null],
    ['12.500', null],
    ['12.500,50', 12_500.5],
  ])('reads a cost of %j as %j, and never as nothing', (cost, expected) => {
    const { rows, issues } = plan(
      `project,sector,status,lat,lon,cost\nWell,WASH,planned,6.5,-9.5,"${cost}"\n`,
    )
    expect(rows.projects?.[0]?.costUsd).toBe(expected)
    const isTold = expected === null && cost !== ''
    expect(issues.map(({ code, line }) => [code, line])).toEqual(isTold ? [['cost-unread', 2]] : [])
  })

  it('reads the dates of American spreadsheets, and tells of years of two digits', () => {
    const incidents = (...dates: readonly string[]) =>
      plan(
        `date,type,lat,lon\n${dates.map((date, n) => `"${date}",theft,6.5,-9.${n + 1}\n`).join('')}`,
      )
    const american = incidents('3/15/2012 2:30:00 PM', '4/3/2012 12:00:00 AM')
    expect(numbersOf(american.batches[0]!.columns, 'occurredEpochMinutes')).toEqual(
      Float64Array.of(Date.UTC(2012, 2, 15, 14, 30) / 60_000, Date.UTC(2012, 3, 3) / 60_000),
    )
    expect(codes(american)).toEqual(['null date-month-first'])
    const short = incidents('15-Mar-12', '16-Mar-12')
    expect(short.rowsAccepted).toBe(2)
    expect(short.issues.map(({ message }) => message)).toEqual([
      'a.csv: 2 dates have a year of two digits; "15-Mar-12" was read as 2012. Write four digits if that is wrong.',
    ])
  })

  const register = (heading: string, cells: readonly string[]) =>
    plan(
      `date,type,lat,lon,${heading}\n${cells.map((cell, n) => `2020-01-0${(n % 9) + 1},theft,6.5,-9.${n + 1},"${cell}"\n`).join('')}`,
    )
  const values = (read: ImportPlan, field: string) =>
    [...numbersOf(read.batches[0]!.columns, field)].map((value) =>
      Number.isNaN(value) ? null : Number(value.toFixed(3)),
    )

  it('names every count that it cannot read', () => {
    const read = register('affected', [
      '20',
      'about 20',
      '3.7',
      '1e999',
      '',
      'unknown',
      '1,200',
      '-3',
    ])
    expect(values(read, 'affectedPeopleCount')).toEqual([
      20,
      null,
      null,
      null,
      null,
      null,
      1200,
      null,
    ])
    expect(codes(read)).toEqual([
      '3 count-unread',
      '4 count-unread',
      '5 count-unread',
      '9 count-negative',
    ])
    expect(read.issues[0]?.message).toBe(
      'Line 3: "affected" is "about 20", which is no whole number; it was left out.',
    )
  })

  it('names numbers of other kinds that it cannot read, and shares unlike the others', () => {
    const restrictions = plan(
      'restriction,name,lat,lon,delay_minutes,max_tonnes\nCheckpoint,A,6.5,-9.5,about 20,\nCheckpoint,B,6.5,-9.4,15,\n',
    )
    expect(codes(restrictions)).toEqual(['null radius-usual', '2 number-unread'])
    const survey = plan(
      'county,date,n,feel_safe,trust_mission\nGbarpolu,2020-01-15,120,0.62,0.5\nRiver Gee,2020-01-15,90,62,few\nGbarpolu,2020-02-15,90,0.5,0.4\n',
    )
    const { columns } = survey.batches[0]!
    expect([...numbersOf(columns, 'feelSafeShare')]).toEqual([0.62, Number.NaN, 0.5])
    expect(codes(survey)).toEqual(['3 share-unread', '3 share-unread'])
  })

  it('reads confidence by share, admiralty code and word, and names the rest', () => {
    const read = register('confidence', [
      '0.9',
      '80',
      'B2',
      'f6',
      'probable',
      'improbable',
      '60%',
      'q9',
      '150',
    ])
    expect(values(read, 'confidenceShare')).toEqual([
      0.9,
      0.8,
      0.8,
      null,
      0.8,
      0.2,
      0.6,
      null,
      null,
    ])
    expect(codes(read)).toEqual(['9 confidence-unread', '10 confidence-unread'])
  })

  it('keeps the scale of severity that nearly all rows show', () => {
    const read = register('severity', ['1', '2', '5', '150', 'high', 'dreadful', '3'])
    expect(values(read, 'severityShare')).toEqual([0.2, 0.4, 1, null, 0.75, null, 0.6])
    expect(codes(read)).toEqual(['5 severity-unread', '7 severity-unread'])
    const large = register('severity', ['120', '150', '300'])
    expect(values(large, 'severityShare')).toEqual([0.4, 0.5, 1])
  })

  it('reads the time of day beside a date', () => {
    const read = plan(
      'date,time,type,lat,lon\n2020-01-05,14:30,theft,6.5,-9.1\n2020-01-06,2:15 PM,theft,6.5,-9.2\n' +
        '2020-01-07,,theft,6.5,-9.3\n2020-01-08,at dusk,theft,6.5,-9.4\n2020-01-09 08:00,14:30,theft,6.5,-9.5\n2020-01-10,0.25,theft,6.5,-9.6\n',
    )
    const at = (day: number, hour: number, minute: number) =>
      Date.UTC(2020, 0, day, hour, minute) / 60_000
    expect(values(read, 'occurredEpochMinutes')).toEqual([
      at(5, 14, 30),
      at(6, 14, 15),
      at(7, 0, 0),
      at(8, 0, 0),
      at(9, 8, 0),
      at(10, 6, 0),
    ])
    expect(codes(read)).toEqual(['5 time-unread'])
  })

  it('takes a point before three digits for a decimal point only where other costs show one', () => {
    const costs = (other: string) =>
      plan(
        `project,sector,status,lat,lon,cost\nWell,WASH,planned,6.5,-9.5,12.500\nPump,WASH,planned,6.5,-9.5,${other}\n`,
      ).rows.projects?.map(({ costUsd }) => costUsd)
    expect(costs('7.25')).toEqual([12.5, 7.25])
    expect(costs('725')).toEqual([null, 725])
    const bare = plan('project,sector,status,lat,lon\nWell,WASH,planned,6.5,-9.5\n', {
      kind: 'projects',
      mapping: new Map(),
    })
    expect(bare.rows.projects?.[0]?.costUsd).toBeNull()
  })

  it('reads restrictions on points, and on outlines of several parts as one record', () => {
    const points = plan(
      'restriction,name,lat,lon,max_tonnes,delay_minutes,severity\n' +
        'Broken bridge,St John,6.5,-9.5,12,,3\nCheckpoint,Ganta,6.5,-9.4,,15,high\n',
    )
    expect(
      points.rows.restrictions?.map(({ kind, effect, severity }) => [kind, effect, severity]),
    ).toEqual([
      ['brokenBridge', { type: 'massLimit', maxTonnes: 12 }, 3],
      ['checkpoint', { type: 'delay', delayMinutes: 15 }, 2],
    ])
    const square = (west: number) =>
      `[[[${west},6.1],[${west + 0.1},6.1],[${west + 0.1},6.2],[${west},6.1]]]`
    const outlines = plan(
      `{"type":"Feature","properties":{"restriction":"UXO hazard"},"geometry":{"type":"MultiPolygon","coordinates":[${square(-9.5)},${square(-9.2)}]}}`,
    )
    expect([outlines.rowsRead, outlines.rowsAccepted, outlines.rows.restrictions?.length]).toEqual([
      1, 1, 2,
    ])
  })

  it('reads surveys, whether shares are written as shares or per cent', () => {
    const survey = plan(
      'county,date,n,feel_safe,trust_mission\nGbarpolu,2020-01-15,120,62,0.5\nRiver Gee,2020-01-15,90,41 %,0.4\nBong,2020-01-15,90,50,0.4\n',
    )
    const { columns } = survey.batches[0]!
    expect([...numbersOf(columns, 'feelSafeShare')]).toEqual([0.62, 0.41])
    expect([...numbersOf(columns, 'trustMissionShare')]).toEqual([0.5, 0.4])
    expect(codes(survey)).toEqual(['4 area-unknown'])
  })

  it('keeps communities of one name apart, and a nameless one by a name', () => {
    const { rows, issues } = plan(
      'name,class,lat,lon\nBorbor,0,6.5,-9.5\nBorbor,0,6.6,-9.5\n,0,6.7,-9.5\n',
    )
    expect(new Set(rows.communities?.map(({ id }) => id)).size).toBe(3)
    expect(rows.communities?.[2]?.name).toBe('Unnamed place 4')
    expect(issues.map(({ code }) => code)).toEqual(['name-missing'])
  })

  it('keeps an outline that crosses itself out of the areas', () => {
    const bowTie = '[[[-10,6],[-9,7],[-9,6],[-10,7],[-10,6]]]'
    const areas = plan(
      `{"type":"Feature","properties":{"name":"Tie"},"geometry":{"type":"Polygon","coordinates":${bowTie}}}`,
    )
    expect([areas.kind, areas.rowsAccepted]).toEqual(['areas', 0])
    expect(codes(areas)).toContain('0 self-intersection')
  })

  it('brings in what lies just beyond the border with a warning, and swaps axes only when told', () => {
    const text = 'name,class,lat,lon\nNear,0,7.1,-9.5\nFar,0,9,-9.5\nTurned,0,-9.5,6.5\n'
    expect(codes(plan(text))).toEqual(['2 outside-border', '3 outside-theatre', '4 likely-swapped'])
    const swapped = plan('name,class,lat,lon\nTurned,0,-9.5,6.5\n', NO_CHOICE, {
      ...CONTEXT,
      isSwapped: true,
    })
    expect(swapped.rows.communities?.[0]?.position).toEqual([-9.5, 6.5])
  })

  it('accounts for every record and makes only sound rows, whatever the cells hold', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '6.5',
        '-9.5',
        '2020-01-05',
        '',
        'Gbarpolu',
        'road',
        'WASH',
        '1e400',
        '0',
        '-1',
        '43831',
        '12,5',
      ),
      fc.string({ maxLength: 8 }),
      fc.integer().map(String),
    )
    const headings = [
      ...new Set(IMPORT_KINDS.flatMap(({ fields }) => fields.map(({ aliases }) => aliases[0]!))),
    ]
    const table = fc.subarray(headings, { minLength: 2 }).chain((columns) =>
      fc.tuple(
        fc.constant(columns),
        fc.constantFrom(null, ...IMPORT_KINDS.map(({ id }) => id)),
        fc.array(fc.array(cell, { minLength: columns.length, maxLength: columns.length }), {
          minLength: 1,
          maxLength: 6,
        }),
      ),
    )
    fc.assert(
      fc.property(table, ([columns, kind, rows]) => {
        const records = rows.map((cells, line) => ({
          line,
          cells,
          geometry: null,
          outlineFault: null,
        }))
        const raw = {
          file: 'f.csv',
          format: 'CSV',
          lineNoun: 'line',
          headings: columns,
          records,
          refused: [],
          issues: [],
        } as const
        const made = planImport(raw, CONTEXT, { kind, mapping: new Map() })
        expect(made.rowsAccepted + made.rowsRefused).toBe(made.rowsRead)
        for (const name of TABLE_NAMES) {
          for (const row of made.rows[name] ?? [])
            expect(TABLES[name].safeParse(row).error).toBeUndefined()
        }
        for (const { dataset, columns: batch } of made.batches) {
          expect(TABLES.datasets.safeParse(dataset).error).toBeUndefined()
          expect(columnsFault(dataset.kind, batch)).toBeNull()
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('ids', () => {
  const context = (communities: ImportPlan['rows']['communities'] = []): ImportContext => ({
    ...CONTEXT,
    document: documentOf('test', { areas: COUNTIES, communities }),
  })
  const namesOf = (...plans: ImportPlan[]) =>
    plans.flatMap(({ rows }) => rows.communities ?? []).map(({ name }) => name)
  const idsOf = (...plans: ImportPlan[]) =>
    plans.flatMap(({ rows }) => rows.communities ?? []).map(({ id }) => id)

  it.each(['id', 'OBJECTID', 'fid', 'gid'])(
    '%s, counted from 1 by two senders, lets neither replace the other',
    (heading) => {
      const file = (names: readonly string[]) =>
        [`${heading},name,lat,lon,population`]
          .concat(names.map((name, i) => `${i + 1},${name},6.${i + 1},-9.5,100`))
          .join('\n')
      const first = plan(file(['Ganta', 'Zorzor', 'Tappita']), as('communities'), context())
      const earlier = context(first.rows.communities)
      const second = plan(file(['Kakata', 'Harper']), as('communities'), earlier)
      expect(new Set(idsOf(first, second)).size).toBe(5)
      expect(namesOf(first, second)).toEqual(['Ganta', 'Zorzor', 'Tappita', 'Kakata', 'Harper'])
      expect(codes(second)).toEqual([])
    },
  )

  it('that differ only in what a slug leaves out stay two', () => {
    const told = plan(
      'id,name,lat,lon\naB1,Ganta,6.5,-9.5\nAb1,Zorzor,6.6,-9.5\n',
      as('communities'),
    )
    expect(new Set(idsOf(told)).size).toBe(2)
  })

  it('and name of an earlier row take its place, which is told', () => {
    const first = plan('id,name,lat,lon,population\n7,Ganta,6.5,-9.5,100\n', as('communities'))
    const again = plan(
      'id,name,lat,lon,population\n7,Ganta,6.5,-9.5,120\n',
      as('communities'),
      context(first.rows.communities),
    )
    expect(idsOf(again)).toEqual(idsOf(first))
    expect(codes(again)).toEqual(['null row-replaced'])
  })
})
