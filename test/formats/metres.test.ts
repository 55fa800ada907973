import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { documentOf, emptyDocument, type OperationDocument } from '#core/document.ts'
import { toUtm } from '#core/geo/utm.ts'
import { sourceOfBytes } from '#formats/byte-source.ts'
import { csvPieces } from '#formats/csv/csv-pieces.ts'
import { planImport, planPieces } from '#formats/import/plan-import.ts'
import type { ImportPlan } from '#formats/import/plan-reading.ts'
import { metresIn } from '#formats/import/position/metre-cells.ts'
import { theatreOf } from '#formats/import/theatre.ts'
import { readTables } from '#formats/registry.ts'

function aTheatre([west, south, east, north]: readonly [number, number, number, number]) {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as const
  const names = { id: 'A1', name: 'Bong', placeCode: 'A1', aliases: [] }
  const area = { ...names, outline: [[ring]], level: 1, parentId: null, populationCount: null }
  return documentOf('test', { areas: [area] })
}

const NOWHERE = emptyDocument('nowhere')
/** In zone 29 north alone. */
const LIBERIA = aTheatre([-11, 5, -8, 8])
/** In zones 29, 30 and 31 north. */
const WIDE = aTheatre([-11, 11, 3, 20])
/** In zones 29 and 30 north, and nothing of it twice. */
const TWO_ZONES = aTheatre([-11, 11, -5, 20])
/** In zone 35 on both sides of the equator. */
const EQUATOR = aTheatre([25, -3, 29, 3])

function contextOf(document: OperationDocument, isSwapped = false) {
  const theatre = theatreOf(document)
  return { document, theatre, isSwapped, now: '2020-06-01T00:00:00Z', fileHash: null }
}

function choiceOf(answers: Readonly<Record<string, string>>) {
  return { kind: null, mapping: new Map(), answers: new Map(Object.entries(answers)) }
}

function plan(
  text: string,
  document: OperationDocument,
  answers: Readonly<Record<string, string>> = {},
): ImportPlan {
  const read = readTables('a.csv', strToU8(text))
  if (!read.ok) throw new Error(read.issues[0]?.message)
  return planImport(read.value[0]!, contextOf(document), choiceOf(answers))
}

type Place = readonly [lon: number, lat: number]

/** Rows of a register with their places in metres of a zone. */
function register(heading: string, zone: number, places: readonly Place[], tail = ''): string {
  const rows = places.map((place, i) => {
    const { eastingMetres, northingMetres } = toUtm(place, zone)
    return `2020-01-${String((i % 28) + 1).padStart(2, '0')},theft,${eastingMetres.toFixed(1)},${northingMetres.toFixed(1)}${tail}`
  })
  return [`date,type,${heading}`, ...rows].join('\n')
}

function positionsOf({ batches }: ImportPlan): number[] {
  const geometry = batches[0]?.columns.geometry
  if (geometry?.type !== 'points') return []
  return [...geometry.positions].map((degrees) => Number(degrees.toFixed(4)))
}

const codes = ({ issues }: ImportPlan) => issues.map(({ line, code }) => `${line} ${code}`)
const HERE: readonly Place[] = [
  [-9.5, 6.5],
  [-10.2, 7.1],
]

describe('metres in columns', () => {
  it.each(['x,y', 'easting,northing', 'longitude,latitude'])(
    'called %s take the one zone that puts them into the theatre, and say so',
    (heading) => {
      const made = plan(register(heading, 29, HERE), LIBERIA)
      expect(positionsOf(made)).toEqual(HERE.flat())
      expect(codes(made)).toEqual(['null zone-guessed'])
      const [question] = made.questions
      expect([question?.id, question?.chosen]).toEqual(['projection', 'EPSG:32629'])
      expect(question?.options[0]?.label).toBe(
        'UTM zone 29 north (EPSG:32629): puts 2 of 2 rows into the theatre',
      )
      expect(question?.options.some(({ id }) => id === 'EPSG:4326')).toBe(false)
    },
  )

  it.each(['x,y', 'easting,northing'])('called %s wait where there is no theatre', (heading) => {
    const text = register(heading, 29, HERE)
    const open = plan(text, NOWHERE)
    expect([open.rowsAccepted, open.questions[0]?.chosen]).toEqual([0, null])
    expect(open.questions[0]?.options).toHaveLength(121)
    const answered = plan(text, NOWHERE, { projection: 'EPSG:32629' })
    expect(positionsOf(answered)).toEqual(HERE.flat())
    expect([codes(answered), answered.questions[0]?.chosen]).toEqual([[], 'EPSG:32629'])
    expect(plan(text, NOWHERE, { projection: 'EPSG:4326' }).rowsAccepted).toBe(0)
  })

  it('wait where two zones put them into the theatre, the likelier one first', () => {
    // 6 degrees apart lie the same metres of two zones: all three rows fit zone 30, two of them zone 29.
    const places: readonly Place[] = [
      [-4, 14],
      [-3, 15],
      [-5.9, 16],
    ]
    const made = plan(register('x,y', 30, places), WIDE)
    expect([made.rowsAccepted, made.questions[0]?.chosen]).toEqual([0, null])
    expect(made.questions[0]?.options.slice(0, 2).map(({ label }) => label)).toEqual([
      'UTM zone 30 north (EPSG:32630): puts 3 of 3 rows into the theatre',
      'UTM zone 29 north (EPSG:32629): puts 2 of 3 rows into the theatre',
    ])
    const answered = plan(register('x,y', 30, places), WIDE, { projection: 'EPSG:32630' })
    expect(positionsOf(answered)).toEqual(places.flat())
  })

  it('that lie in two zones may be looked at row by row', () => {
    const other = register('x,y', 30, [[-5.5, 12]]).split('\n')[1]
    const text = `${register('x,y', 29, [[-9.5, 12]])}\n${other}`
    const open = plan(text, TWO_ZONES)
    expect([open.rowsAccepted, open.questions[0]?.chosen]).toEqual([0, null])
    const offered = open.questions[0]?.options.slice(0, 4).map(({ id }) => id)
    expect(offered).toEqual(['EPSG:32629', 'EPSG:32630', 'EPSG:3857', 'each-row'])
    const answered = plan(text, TWO_ZONES, { projection: 'each-row' })
    expect(positionsOf(answered)).toEqual([-9.5, 12, -5.5, 12])
  })

  it('of the southern half are told by where the theatre lies', () => {
    const south = register('x,y', 35, [
      [27, -1.5],
      [26.5, -2],
    ])
    expect(positionsOf(plan(south, EQUATOR))).toEqual([27, -1.5, 26.5, -2])
    expect(plan(south, EQUATOR).questions[0]?.chosen).toBe('EPSG:32735')
  })

  it('of web maps are known too', () => {
    const text = 'date,type,x,y\n2020-01-05,theft,-1057535.2,725133.8\n'
    const made = plan(text, LIBERIA)
    expect(made.questions[0]?.chosen).toBe('EPSG:3857')
    expect(positionsOf(made)).toEqual([-9.5, 6.5])
  })

  it('that lie in the theatre by no projection wait for an answer', () => {
    const made = plan(register('x,y', 36, [[33, 40]]), LIBERIA)
    expect([made.rowsAccepted, made.questions[0]?.chosen]).toEqual([0, null])
  })

  it('in the wrong columns wait, and are turned round when a person says so', () => {
    const [heading, ...rows] = register('x,y', 29, HERE).split('\n')
    const text = [heading?.replace('x,y', 'y,x'), ...rows].join('\n')
    expect(plan(text, LIBERIA).rowsAccepted).toBe(0)
    const read = readTables('a.csv', strToU8(text))
    if (!read.ok) throw new Error('unread')
    const made = planImport(read.value[0]!, contextOf(LIBERIA, true))
    expect([positionsOf(made), made.questions[0]?.chosen]).toEqual([HERE.flat(), 'EPSG:32629'])
  })

  it('are no matter of the table where one row of degrees lost its point', () => {
    const made = plan(
      `date,type,y,x\n${'2020-01-05,theft,6.5,-9.5\n'.repeat(12)}2020-01-05,theft,65000,-95000\n`,
      LIBERIA,
      { 'same-event': 'keep' },
    )
    expect(made.questions.map(({ id }) => id)).not.toContain('projection')
    expect([made.rowsAccepted, codes(made).includes('14 coordinate-projected')]).toEqual([12, true])
  })
})

describe('metres beside other positions', () => {
  const { eastingMetres, northingMetres } = toUtm([-9.5, 6.5], 29)
  const metres = `${eastingMetres.toFixed(1)},${northingMetres.toFixed(1)}`

  it('stand in for degrees that are not there', () => {
    const text = `date,type,lat,lon,easting,northing\n2020-01-05,theft,7.5,-9.5,,\n2020-01-06,theft,,,${metres}\n`
    const made = plan(text, LIBERIA)
    expect(positionsOf(made)).toEqual([-9.5, 7.5, -9.5, 6.5])
    expect(made.questions[0]?.chosen).toBe('EPSG:32629')
  })

  it('are not asked about where every row has its degrees or grid reference', () => {
    const degrees = `date,type,lat,lon,easting,northing\n2020-01-05,theft,6.5,-9.5,${metres}\n`
    const grid = `date,type,mgrs,easting,northing\n2020-01-05,theft,29NLH 204 408,${metres}\n`
    for (const text of [degrees, grid]) {
      const made = plan(text, NOWHERE)
      expect([made.rowsAccepted, made.questions]).toEqual([1, []])
    }
  })
})

describe('a zone or code beside metres', () => {
  const placed = (column: string, cell: string, document = NOWHERE, zone = 29) => {
    const made = plan(register(`x,y,${column}`, zone, [HERE[0]!], `,${cell}`), document)
    return [positionsOf(made), made.questions.map(({ id }) => id)]
  }
  const RIGHT = [[-9.5, 6.5], []]

  it.each([
    ['utm_zone', '29N'],
    ['utm_zone', 'UTM zone 29 north'],
    ['zone', '29N'],
    ['zone', '29 N'],
    ['epsg', '32629'],
    ['EPSG', 'EPSG:32629'],
    ['srs', 'urn:ogc:def:crs:EPSG::32629'],
    ['crs', 'WGS 84 / UTM zone 29N'],
  ])('%s %s is taken for its row', (column, cell) => {
    expect(placed(column, cell)).toEqual(RIGHT)
  })

  it('of digits alone takes its half from the theatre, and else from the answer', () => {
    expect(placed('utm_zone', '29', LIBERIA)).toEqual(RIGHT)
    expect(placed('utm_zone', '29')).toEqual([[], ['projection']])
    const text = register('x,y,utm_zone', 30, [[-3.2, 6.5]], ',30')
    const answered = plan(text, NOWHERE, { projection: 'EPSG:32629' })
    expect(positionsOf(answered)).toEqual([-3.2, 6.5])
  })

  it('called zone is a sector where it is no zone of the theatre', () => {
    expect(placed('zone', '3', LIBERIA)).toEqual([[-9.5, 6.5], ['projection']])
    expect(placed('zone', 'Sector East', LIBERIA)).toEqual([[-9.5, 6.5], ['projection']])
  })

  it('that cannot be read keeps its row out', () => {
    const made = plan(register('x,y,epsg', 29, HERE, ',2105'), LIBERIA)
    expect(codes(made)).toEqual(['2 position-unclear', '3 position-unclear'])
    const degrees = plan(register('x,y,epsg', 29, HERE, ',4326'), LIBERIA)
    expect(degrees.rowsAccepted).toBe(0)
  })

  it('holds row by row', () => {
    const west = register('x,y,zone', 29, [HERE[0]!], ',29N')
    const east = register('x,y,zone', 30, [[-3.2, 6.5]], ',30N').split('\n')[1]
    expect(positionsOf(plan(`${west}\n${east}`, NOWHERE))).toEqual([-9.5, 6.5, -3.2, 6.5])
  })
})

it('metres are read as people write them', () => {
  const written = ['320450', '320 450', '320,450', '320450,5', '320450.5 m', '740850mN', '', 'x']
  expect(written.map(metresIn)).toEqual([
    320_450,
    320_450,
    320_450,
    320_450.5,
    320_450.5,
    740_850,
    null,
    null,
  ])
})

it('a file in pieces whose metres come late is read again, as the whole is', async () => {
  const filler = 'x'.repeat(400)
  const early = Array.from({ length: 6000 }, () => `2020-01-05,theft,,,${filler}`)
  const late = register(
    'x,y',
    29,
    Array.from({ length: 4000 }, (_, i): Place => [-9.5, 6 + i / 4000]),
  )
  const rows = late.split('\n').slice(1)
  const text = ['date,type,x,y,padding', ...early, ...rows].join('\n')
  const bytes = new TextEncoder().encode(text)
  const opened = await csvPieces(sourceOfBytes('a.csv', bytes))
  if (!opened?.ok) throw new Error('unread')
  const choice = choiceOf({})
  const made = await planPieces(opened.value, contextOf(LIBERIA), choice, () => {})
  const whole = plan(text, LIBERIA)
  expect(made.rowsAccepted).toBe(4000)
  expect([positionsOf(made), made.questions]).toEqual([positionsOf(whole), whole.questions])
})
