import { existsSync, readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { numbersOf } from '#core/columns/columns.ts'
import { columnsFault } from '#core/columns/kinds.ts'
import { emptyDocument } from '#core/document.ts'
import { planImport } from '#formats/import/plan-import.ts'
import type { ImportPlan } from '#formats/import/plan-reading.ts'
import type { RawTable } from '#formats/raw-table.ts'
import { readTables } from '#formats/registry.ts'

const SHARED = '../shared/data/imports'

function tablesOf(name: string, content: string | Uint8Array): readonly RawTable[] {
  const read = readTables(name, typeof content === 'string' ? strToU8(content) : content)
  if (!read.ok) throw new Error(read.issues[0]?.message)
  return read.value
}

function codeOf(name: string, content: string): string | undefined {
  const read = readTables(name, strToU8(content))
  return read.ok ? undefined : read.issues[0]?.code
}

function planOf(table: RawTable): ImportPlan {
  return planImport(table, {
    document: emptyDocument('test'),
    theatre: null,
    isSwapped: false,
    now: '2020-06-01T00:00:00Z',
    fileHash: null,
  })
}

const kml = (body: string) =>
  `<?xml version="1.0"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${body}</Document></kml>`
const point = '<Point><coordinates>-10.8,6.3,0</coordinates></Point>'

describe('KML', () => {
  it('has names, folders, times and data of placemarks as columns', () => {
    const [table] = tablesOf(
      'a.kml',
      kml(
        `<Folder><name>North</name><Placemark><name>A &amp; B</name><TimeStamp><when>2020-01-05</when></TimeStamp><ExtendedData><Data name="people"><value>120</value></Data><SchemaData><SimpleData name="code">LR1</SimpleData></SchemaData></ExtendedData>${point}</Placemark></Folder>`,
      ),
    )
    expect(table!.headings).toEqual(['name', 'folder', 'time', 'people', 'code'])
    expect(table!.records[0]!.cells).toEqual(['A & B', 'North', '2020-01-05', '120', 'LR1'])
    expect(table!.records[0]!.geometry).toEqual({ type: 'points', points: [[-10.8, 6.3]] })
  })

  it('reads holes, multi-geometries and tracks, and tells what it leaves out of a mixture', () => {
    const ring = (a: number, b: number) =>
      `<LinearRing><coordinates>${a},${a} ${b},${a} ${b},${b} ${a},${b} ${a},${a}</coordinates></LinearRing>`
    const polygon = `<Polygon><innerBoundaryIs>${ring(2, 3)}</innerBoundaryIs><outerBoundaryIs>${ring(0, 9)}</outerBoundaryIs></Polygon>`
    const [table] = tablesOf(
      'a.kml',
      kml(
        `<Placemark><name>hole</name>${polygon}</Placemark>` +
          `<Placemark><name>mixed</name><MultiGeometry>${polygon}${point}</MultiGeometry></Placemark>` +
          '<Placemark><name>track</name><gx:Track><when>2020-01-01T00:00:00Z</when><gx:coord>1 2 3</gx:coord><gx:coord>2 3 4</gx:coord></gx:Track></Placemark>',
      ),
    )
    const [hole, mixed, track] = table!.records.map(({ geometry }) => geometry)
    if (hole?.type !== 'polygons') throw new Error('no polygon')
    expect(hole.polygons[0]!.map((part) => part[0])).toEqual([
      [0, 0],
      [2, 2],
    ])
    expect(mixed?.type).toBe('polygons')
    expect(track).toEqual({
      type: 'lines',
      lines: [
        [
          [1, 2],
          [2, 3],
        ],
      ],
    })
    expect(table!.issues.map(({ line, code }) => [line, code])).toEqual([
      [1, 'geometry-mixed'],
      [2, 'track-times'],
    ])
  })

  it('follows an index within a KMZ and takes its name from a folder of one', () => {
    const index = kml('<NetworkLink><Link><href>layers/a.kml</href></Link></NetworkLink>')
    const layer = kml(`<Folder><name>Landing site</name><Placemark>${point}</Placemark></Folder>`)
    const bytes = zipSync({ 'doc.kml': strToU8(index), 'layers/a.kml': strToU8(layer) })
    const [table, ...others] = tablesOf('a.kmz', bytes)
    expect(others).toEqual([])
    expect(table!.records[0]!.cells).toEqual(['Landing site', 'Landing site'])
    const read = readTables('a.kmz', bytes)
    expect(read.issues).toEqual([])
    expect(codeOf('doc.kml', index)).toBe('kml-index')
  })

  it('is known by its first element, however long a comment stands before it', () => {
    const comment = `<!-- ${'x > '.repeat(3000)} -->`
    const long = kml(`<Placemark>${point}</Placemark>`).replace('<kml', `${comment}\n<kml`)
    expect(tablesOf('a.xml', long)[0]?.format).toBe('KML')
    const track = gpx('<wpt lat="6.3" lon="-10.8"><name>A</name></wpt>')
    expect(tablesOf('a.xml', `${comment}${track}`)[0]?.format).toBe('GPX')
    const never = `<?xml version="1.0"?>${'<!-- a -->\n'.repeat(2000)}<other/>`
    expect(codeOf('a.xml', never)).toBe('format-unread')
  })

  it('refuses what could unfold or never end, and says where it breaks', () => {
    expect(codeOf('a.kml', `<!DOCTYPE kml [<!ENTITY a "b">]>${kml(point)}`)).toBe('xml-doctype')
    expect(codeOf('a.kml', `${kml('')}`.replace('<Document>', '<Document>'.repeat(300)))).toBe(
      'too-deep',
    )
    const broken = readTables('a.kml', strToU8(kml('\n<Placemark>')))
    expect(broken.issues[0]?.message).toMatch(
      /^a\.kml is broken at line 3 \(.*\); perhaps it is not whole\./,
    )
  })
})

const fix = (lat: number, lon: number, time: string) =>
  `<trkpt lat="${lat}" lon="${lon}"><time>${time}</time></trkpt>`
const gpx = (body: string) => `<gpx version="1.1">${body}</gpx>`

describe('GPX', () => {
  it('becomes patrols where its points have times, with a row for every whole stretch', () => {
    const [table] = tablesOf(
      'a.gpx',
      gpx(
        `<trk><name>Alpha</name><trkseg>${fix(6.3, -10.8, '2020-01-05T08:00:00Z')}${fix(6.31, -10.8, '2020-01-05T08:05:00Z')}${fix(8.3, -8.8, '2020-01-05T09:00:00Z')}</trkseg><trkseg>${fix(8.3, -8.8, '2020-01-05T10:00:00Z')}${fix(8.31, -8.8, '2020-01-05T10:05:00Z')}</trkseg></trk>`,
      ),
    )
    const plan = planOf(table!)
    expect([plan.kind, plan.rowsRead, plan.rowsAccepted]).toEqual(['patrols', 5, 5])
    const [{ columns, dataset }] = plan.batches as [(typeof plan.batches)[number]]
    expect(columnsFault('patrols', columns)).toBeNull()
    expect(dataset.asOf).toBe('2020-01-05T10:05:00Z')
    if (columns.geometry.type !== 'lines') throw new Error('no lines')
    expect([...columns.geometry.offsets]).toEqual([0, 2, 3, 5])
    const minutes = numbersOf(columns, 'endedEpochMinutes').map(
      (end, row) => end - numbersOf(columns, 'startedEpochMinutes')[row]!,
    )
    expect([...minutes]).toEqual([5, 0, 5])
    expect(plan.issues.map(({ line, code }) => [line, code])).toEqual([[2, 'track-jump']])
  })

  it('has lines where there are no times, whatever prefixes stand in it undeclared', () => {
    const points = '<trkpt lat="6" lon="-10"/><trkpt lat="6.1" lon="-10"/>'
    const [tracks, routes] = tablesOf(
      'a.gpx',
      gpx(
        `<trk><name>Road</name><extensions><ogr:CATEGORY>paved</ogr:CATEGORY></extensions><trkseg>${points}</trkseg></trk><rte><name>Way</name>${points.replaceAll('trkpt', 'rtept')}</rte>`,
      ),
    )
    expect(tracks!.headings).toEqual(['name', 'CATEGORY'])
    expect(planOf(tracks!).kind).toBe('roads')
    expect(routes!.records[0]!.geometry?.type).toBe('lines')
  })

  it('names what holds nothing', () => {
    expect(codeOf('a.gpx', gpx('<metadata/>'))).toBe('no-rows')
  })
})

describe('a list of positions with times', () => {
  it('becomes patrols from a table too', () => {
    const [table] = tablesOf(
      'a.csv',
      'patrol,time,lat,lon\nA1,2020-01-05 08:00,6.3,-10.8\nA1,2020-01-05 08:10,6.32,-10.8\nB2,2020-01-05 09:00,6.4,-10.7\nB2,soon,6.4,-10.7\n',
    )
    const plan = planOf(table!)
    expect([plan.kind, plan.rowsAccepted, plan.rowsRefused]).toEqual(['patrols', 3, 1])
    expect(plan.batches[0]!.columns.rowCount).toBe(2)
    expect(plan.batches[0]!.columns.fields['teamPeopleCount']).toBeUndefined()
  })

  it.each(['team size', 'Patrol strength', 'personnel', 'Effectif de la patrouille'])(
    'keeps how many went where "%s" says so, and nothing where it does not',
    (heading) => {
      const [table] = tablesOf(
        'a.csv',
        `patrol,time,lat,lon,${heading}\nA1,2020-01-05 08:00,6.3,-10.8,\nA1,2020-01-05 08:10,6.32,-10.8,12\nB2,2020-01-05 09:00,6.4,-10.7,0\n`,
      )
      const plan = planOf(table!)
      const { columns } = plan.batches[0]!
      expect([plan.kind, plan.rowsAccepted]).toEqual(['patrols', 3])
      expect([...numbersOf(columns, 'teamPeopleCount')]).toEqual([12, Number.NaN])
      expect(columnsFault('patrols', columns)).toBeNull()
    },
  )
})

describe.skipIf(!existsSync(SHARED))('real KML and GPX', () => {
  const read = (file: string) =>
    tablesOf(file.replace(/^.*\//, ''), new Uint8Array(readFileSync(`${SHARED}/${file}`)))
  it.each([
    ['kml/KML_Samples.kml', [19]],
    ['kml/xalps-2019-route.kml', [22]],
    ['kml/lbr-counties-libkml.kml', [15]],
    ['kml/lbr-capitals-libkml.kmz', [107]],
    ['gpx/gpxjs-demo.gpx', [2, 205, 1]],
    ['gpx/lbr-capitals-waypoints.gpx', [107]],
    ['gpx/lbr-paved-roads-tracks.gpx', [244]],
  ])('%s', (file, counts) => {
    expect(read(file).map(({ records }) => records.length)).toEqual(counts)
  })
})
