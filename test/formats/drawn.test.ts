import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { numbersOf } from '#core/columns/columns.ts'
import { emptyDocument } from '#core/document.ts'
import { type ImportChoice, NO_CHOICE } from '#formats/import/import-choice.ts'
import { planImport } from '#formats/import/plan-import.ts'
import type { RawTable } from '#formats/raw-table.ts'
import { readTables } from '#formats/registry.ts'
import { anOperation } from '#support/build.ts'

function tablesOf(name: string, text: string): readonly RawTable[] {
  const read = readTables(name, strToU8(text))
  if (!read.ok) throw new Error(read.issues[0]?.message)
  return read.value
}

function planOf(table: RawTable | undefined, choice: ImportChoice = NO_CHOICE) {
  if (!table) throw new Error('no table')
  const document = emptyDocument('test')
  const context = { document, theatre: null, isSwapped: false, fileHash: null }
  return planImport(table, { ...context, now: '2020-06-01T00:00:00Z' }, choice)
}

const as = (kind: string): ImportChoice => ({ kind, mapping: new Map() })
const kml = (...placemarks: readonly string[]) =>
  `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${placemarks.join('')}</Document></kml>`
const mark = (name: string, shape: string) => `<Placemark><name>${name}</name>${shape}</Placemark>`
const point = (lon = -9.5) => `<Point><coordinates>${lon},6.5,0</coordinates></Point>`
const line = '<LineString><coordinates>-9.5,6.5 -9.4,6.6</coordinates></LineString>'
const outline =
  '<Polygon><outerBoundaryIs><LinearRing><coordinates>-9.5,6.5 -9.4,6.5 -9.4,6.6 -9.5,6.5</coordinates></LinearRing></outerBoundaryIs></Polygon>'

describe('what people drew by hand', () => {
  const drawn = kml(
    mark('MSR Lion', line),
    mark('Mined field north', outline),
    mark('Checkpoint Alpha', point()),
  )

  it('becomes restrictions where its names speak of them, and never villages at the middles', () => {
    const plan = planOf(tablesOf('overlay.kml', drawn)[0])
    expect([plan.kind, plan.rowsAccepted, plan.rowsRefused]).toEqual(['restrictions', 2, 1])
    expect(
      plan.rows.restrictions?.map(({ name, kind, geometry }) => [name, kind, geometry.type]),
    ).toEqual([
      ['Mined field north', 'hazard', 'area'],
      ['Checkpoint Alpha', 'checkpoint', 'point'],
    ])
    expect(plan.issues.map(({ code }) => code)).toContain('kind-by-name')
    const refusal = plan.issues.find(({ severity }) => severity === 'error')
    expect(refusal?.message).toMatch(/^Placemark 0: "MSR Lion" is no restriction known here; in a/)
  })

  it('stays incidents or roads where its headings say so, whatever its names speak of', () => {
    const events = 'event_date,lat,lon,title\n2020-01-05,6.5,-9.5,Attack on checkpoint\n'
    expect(planOf(tablesOf('a.csv', events)[0]).kind).toBe('incidents')
    const roads = `{"type":"Feature","properties":{"name":"Bridge Road","highway":"primary"},"geometry":{"type":"LineString","coordinates":[[-9.5,6.5],[-9.4,6.6]]}}`
    expect(planOf(tablesOf('a.geojson', roads)[0]).kind).toBe('roads')
  })

  it('keeps lines and outlines out of a kind of points, row by row', () => {
    for (const kind of ['communities', 'bases']) {
      const plan = planOf(tablesOf('overlay.kml', drawn)[0], as(kind))
      expect([plan.rowsAccepted, plan.rowsRefused]).toEqual([1, 2])
      expect(
        plan.issues.filter(({ code }) => code === 'geometry-type').map(({ line }) => line),
      ).toEqual([0, 1])
    }
  })

  it('is asked about where nothing speaks for anything', () => {
    const mixed = kml(mark('One', line), mark('Two', point()), mark('Three', point(-9.4)))
    const plan = planOf(tablesOf('overlay.kml', mixed)[0])
    expect([plan.kind, plan.rowsAccepted, plan.rowsRead]).toEqual([null, 0, 3])
    expect(plan.issues[0]?.code).toBe('kind-unknown')
    expect(plan.issues[0]?.message).toMatch(
      /Say what it is to be read as: administrative areas, .*, communities, roads/,
    )
    const some = kml(mark('Ganta', point()), mark('Zorzor', point(-9.4)), mark('Bridge', point(-9)))
    expect(planOf(tablesOf('overlay.kml', some)[0]).kind).toBeNull()
  })

  it('becomes communities where names, folders, the file or a count of people say so', () => {
    const towns = kml(mark('Old Town', point()), mark('Gaytown', point(-9.4)), mark('Track', line))
    const plan = planOf(tablesOf('overlay.kml', towns)[0])
    expect([plan.kind, plan.rowsAccepted, plan.rowsRefused]).toEqual(['communities', 2, 1])
    const named = kml(mark('One', line), mark('Two', point()), mark('Three', point(-9.4)))
    expect(planOf(tablesOf('villages_2020.kml', named)[0]).kind).toBe('communities')
    const folder = `<Folder><name>Villages</name>${mark('One', line)}${mark('Two', point())}${mark('Three', point())}</Folder>`
    expect(planOf(tablesOf('overlay.kml', kml(folder))[0]).kind).toBe('communities')
  })

  it('of names and points alone is read as communities, and told to be a guess', () => {
    const plan = planOf(tablesOf('a.kml', kml(mark('Ganta', point())))[0])
    expect([plan.kind, plan.issues.map(({ code }) => code)]).toEqual([
      'communities',
      ['kind-guessed'],
    ])
  })

  it('has a radius that holds a line where a kind keeps one, and says so', () => {
    const event = `<Placemark><name>Ambush</name><ExtendedData><Data name="event_date"><value>2020-01-05</value></Data><Data name="event_type"><value>ambush</value></Data></ExtendedData>${line}</Placemark>`
    const plan = planOf(tablesOf('a.kml', kml(event))[0], as('incidents'))
    expect(plan.issues.map(({ code }) => code)).toEqual(['shape-middle'])
    const [error = 0] = numbersOf(plan.batches[0]!.columns, 'positionErrorMetres')
    expect(error).toBeGreaterThan(7000)
    expect(error).toBeLessThan(9000)
  })

  it('has a restriction for each of several points', () => {
    const both = `<MultiGeometry>${point()}${point(-9.4)}</MultiGeometry>`
    const plan = planOf(tablesOf('a.kml', kml(mark('Checkpoints', both)))[0])
    expect(plan.rows.restrictions?.map(({ geometry }) => geometry)).toMatchObject([
      { type: 'point', position: [-9.5, 6.5] },
      { type: 'point', position: [-9.4, 6.5] },
    ])
  })
})

describe('a file that lacks the course of action', () => {
  it('is told which there are', () => {
    const document = anOperation({})
    const [table] = tablesOf('z.csv', 'zone_name,zone_kind,lat,lon\nNorth,sector,6.5,-9.5\n')
    const context = { document, theatre: null, isSwapped: false, fileHash: null }
    const read = planImport(table!, { ...context, now: '2020-06-01T00:00:00Z' }, as('zones'))
    const names = [...document.tables.scenarios.values()].map(({ name }) => `"${name}"`).join(', ')
    expect(names).not.toBe('')
    expect(read.issues[0]?.message).toBe(
      `z.csv cannot be read as zones: no column says the scenario. Call it "coa", write in it one of ${names}, and import again.`,
    )
  })
})

describe('tracks of KML', () => {
  const track = (...times: readonly string[]) =>
    `<gx:Track xmlns:gx="http://www.google.com/kml/ext/2.2">${times.map((time) => `<when>${time}</when>`).join('')}<gx:coord>-9.5 6.5 0</gx:coord><gx:coord>-9.49 6.5 0</gx:coord></gx:Track>`

  it('become patrols where every position has its time, beside the placemarks', () => {
    const timed = track('2020-01-05T08:00:00Z', '2020-01-05T08:10:00Z')
    const [marks, tracks] = tablesOf('a.kml', kml(mark('Ganta', point()), mark('Alpha', timed)))
    expect([marks?.file, marks?.records.length]).toEqual(['a.kml › placemarks', 1])
    const plan = planOf(tracks)
    expect([plan.kind, plan.rowsAccepted, plan.issues]).toEqual(['patrols', 2, []])
    const { columns } = plan.batches[0]!
    expect([columns.rowCount, [...numbersOf(columns, 'endedEpochMinutes')]]).toEqual([
      1,
      [Date.UTC(2020, 0, 5, 8, 10) / 60_000],
    ])
  })

  it('stay lines where a time is missing', () => {
    const [table] = tablesOf('a.kml', kml(mark('Alpha', track('2020-01-05T08:00:00Z'))))
    expect(table?.records[0]?.geometry?.type).toBe('lines')
  })
})
