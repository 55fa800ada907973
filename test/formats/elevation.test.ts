import { gzipSync, strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { elevationRaster, heightAt } from '#analysis/reach/off-road/elevation-raster.ts'
import { numbersOf } from '#core/columns/columns.ts'
import { columnsFault } from '#core/columns/kinds.ts'
import { documentOf } from '#core/document.ts'
import { createRandom } from '#core/random.ts'
import { readTables } from '#formats/registry.ts'
import { planOfText } from './plan-of-text.ts'

const DOCUMENT = documentOf('test', {})
const head = (columns: number, rows: number, cell: number) =>
  `ncols ${columns}\nnrows ${rows}\nxllcorner -10\nyllcorner 6\ncellsize ${cell}\nNODATA_value -9999\n`

/** The one batch of a file: places, heights and the side of a square. */
function gridOf(file: string, text: string) {
  const plan = planOfText(file, text, DOCUMENT)
  const [batch] = plan.batches
  expect(columnsFault('elevation', batch!.columns)).toBeNull()
  const { geometry } = batch!.columns
  const positions = geometry.type === 'points' ? [...geometry.positions] : []
  return {
    plan,
    positions: positions.map((degrees) => Number(degrees.toFixed(6))),
    metres: [...numbersOf(batch!.columns, 'metres')],
    cellDegrees: numbersOf(batch!.columns, 'cellDegrees')[0]!,
  }
}

const faultOf = (text: string) => {
  const read = readTables('dem.asc', strToU8(text))
  return read.ok ? null : read.issues[0]
}

describe('an Esri ASCII grid', () => {
  const body = '10 20\n30 -9999\n50 60\n'

  it('comes in from south to north, without what is not told', () => {
    const { plan, positions, metres, cellDegrees } = gridOf('dem.asc', head(2, 3, 0.01) + body)
    expect([plan.kind, plan.rowsAccepted, plan.rowsRefused]).toEqual(['elevation', 5, 0])
    expect(plan.batches[0]?.dataset).toMatchObject({ kind: 'elevation', file: 'dem.asc' })
    expect(metres).toEqual([50, 60, 30, 10, 20])
    expect(positions).toEqual([
      -9.995, 6.005, -9.985, 6.005, -9.995, 6.015, -9.995, 6.025, -9.985, 6.025,
    ])
    expect(cellDegrees).toBeCloseTo(0.01, 9)
  })

  it('is read gzipped, with centres for corners, and whatever its capitals and line ends', () => {
    const text = (head(2, 3, 0.01) + body)
      .replace('xllcorner -10', 'XLLCENTER -9.995')
      .replace('yllcorner 6', 'YLLCENTER 6.005')
      .replaceAll('\n', '\r\n')
    const plain = gridOf('dem.asc', head(2, 3, 0.01) + body)
    expect(gridOf('dem.asc', text).positions).toEqual(plain.positions)
    const packed = readTables('dem.asc.gz', gzipSync(strToU8(text)))
    expect(packed.ok && packed.value[0]?.records.length).toBe(5)
  })

  it('is gathered to some 500 m where it is finer, and says so', () => {
    const values = Array.from({ length: 8 }, (_, row) =>
      Array.from({ length: 8 }, (_, column) => 10 * row + column).join(' '),
    ).join('\n')
    const { metres, cellDegrees, plan } = gridOf('dem.asc', `${head(8, 8, 0.00125)}${values}\n`)
    expect(cellDegrees).toBeCloseTo(0.005, 9)
    expect(metres).toEqual([56.5, 60.5, 16.5, 20.5])
    expect(plan.issues.map(({ code }) => code)).toContain('grid-gathered')
  })

  it.each([
    ['grid-short', `${head(2, 3, 0.01)}10 20 30`],
    ['grid-value', `${head(2, 1, 0.01)}10 1,5`],
    ['grid-head', 'ncols 2\nnrows 2\ncellsize 0.01\n1 2 3 4'],
    ['grid-metres', `${head(2, 1, 90).replace('-10', '300000')}1 2`],
    ['grid-large', `${head(20_000, 20_000, 0.001)}1`],
  ])('is refused in one sentence: %s', (code, text) => {
    expect(faultOf(text)?.code).toBe(code)
    expect(faultOf(text)?.message).toMatch(/^dem\.asc.*\.$/)
  })
})

describe('points with heights', () => {
  it('keep the grid that they lie on', () => {
    const rows = [6, 6.01, 6.02].flatMap((lat) =>
      [-9.5, -9.49].map((lon) => `${lat},${lon},${Math.round(1000 * (lat + lon + 10))}`),
    )
    const { plan, metres, cellDegrees, positions } = gridOf(
      'heights.csv',
      `lat,lon,elevation\n${rows.join('\n')}\n`,
    )
    expect(plan.kind).toBe('elevation')
    expect(metres).toEqual([6500, 6510, 6510, 6520, 6520, 6530])
    expect(cellDegrees).toBeCloseTo(0.01, 6)
    expect(positions.slice(0, 4)).toEqual([-9.5, 6, -9.49, 6])
  })

  const sheetOf = (places: readonly (readonly [lon: number, lat: number])[], digits: number) =>
    `lat,lon,elevation\n${places
      .map(([lon, lat]) => {
        return `${lat.toFixed(digits)},${lon.toFixed(digits)},${Math.round(200 * (lat - 5))}`
      })
      .join('\n')}\n`
  const sparse = ({ plan }: ReturnType<typeof gridOf>) =>
    plan.issues.filter(({ code }) => code === 'elevation-sparse').map(({ message }) => message)

  it.each([
    [3, 500],
    [4, 500],
    [6, 500],
    [3, 5000],
  ])(
    'are no grid by the rounding of their numbers, with %i decimals and %i of them',
    (digits, n) => {
      const random = createRandom(digits * n)
      const next = () => random.next()
      const places = Array.from({ length: n }, () => [3 * next() - 10, 3 * next() + 5] as const)
      const laid = gridOf('spots.csv', sheetOf(places, digits))
      expect(laid.cellDegrees).toBeGreaterThan(0.9 * Math.sqrt(9 / n))
      expect(laid.cellDegrees).toBeLessThan(2.1 * Math.sqrt(9 / n))
      expect(sparse(laid)).toEqual([])
      const raster = elevationRaster(laid.plan.batches.map(({ columns }) => columns))!
      const inside = Array.from({ length: 400 }, () =>
        heightAt(raster, next() * (raster.columns - 1), next() * (raster.rows - 1)),
      )
      expect(inside.filter(Number.isFinite).length).toBeGreaterThan(300)
    },
  )

  it('keep a grid of which a narrow strip aslant is told', () => {
    const strip = Array.from({ length: 60 }, (_, i) =>
      [0, 1, 2].map((j) => [-9.5 + 0.01 * (i + j), 6 + 0.01 * i] as const),
    ).flat()
    const laid = gridOf('strip.csv', sheetOf(strip, 4))
    expect(laid.cellDegrees).toBeCloseTo(0.01, 6)
    expect(laid.metres).toHaveLength(180)
    expect(sparse(laid)).toEqual([])
  })

  it('tell where few have any beside them, in one sentence', () => {
    const far = Array.from({ length: 12 }, (_, i) => [-9.5 + 0.31 * i, 6 + 0.29 * i] as const)
    const [sentence, ...more] = sparse(gridOf('far.csv', sheetOf(far, 3)))
    expect(more).toEqual([])
    expect(sentence).toMatch(
      /^far\.csv: slopes can be told at 0 of \d+ squares alone, since the others have no heights beside them, and walks count as level there; bring in a closer grid of heights\.$/,
    )
  })

  it('tell what is no height, and are no communities', () => {
    const { plan, metres } = gridOf(
      'heights.csv',
      'lat,lon,z\n6.50,-9.5,120\n6.51,-9.5,high\n6.52,-9.5,-32768\n6.53,-9.5,80\n',
    )
    expect(plan.issues.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['elevation-unread', 'elevation-impossible']),
    )
    expect(metres).toEqual([120, 80])
    const named = planOfText('a.csv', 'name,class,lat,lon,elevation\nA,0,6.5,-9.5,120\n', DOCUMENT)
    expect(named.kind).toBe('communities')
  })
})

it('says of a TIFF how it can be converted', () => {
  const read = readTables('dem.tif', new Uint8Array([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]))
  expect(read.ok ? '' : read.issues[0]?.message).toContain('gdal_translate -of AAIGrid')
})
