import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { RawTable } from '#formats/raw-table.ts'
import { readTables } from '#formats/registry.ts'

function tableOf(name: string, text: string): RawTable {
  const read = readTables(name, strToU8(text))
  if (!read.ok) throw new Error(read.issues[0]?.message)
  return read.value[0]!
}

function messageOf(name: string, bytes: Uint8Array | string): string {
  const read = readTables(name, typeof bytes === 'string' ? strToU8(bytes) : bytes)
  return read.ok ? 'ok' : (read.issues[0]?.message ?? '')
}

describe('tables in text', () => {
  it('keeps the lines of the file after line breaks in quotes and blank lines', () => {
    const text = 'a,b\r\n1,"two\r\nlines"\r\n\r\n3,4\r\n'
    expect(tableOf('t.csv', text).records.map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, '1', 'two\r\nlines'],
      [5, '3', '4'],
    ])
  })

  it.each([[','], [';'], ['\t'], ['|']])('splits at %j', (mark) => {
    const rows = [
      ['name', 'lat', 'lon'],
      ['Ganta', '7,2', '-8,9'],
      ['Buchanan', '5,8', '-10,0'],
    ]
    const quoted = rows.map((row) =>
      row.map((cell) => (mark === ',' ? `"${cell}"` : cell)).join(mark),
    )
    const table = tableOf('t.txt', quoted.join('\n'))
    expect(table.headings).toEqual(['name', 'lat', 'lon'])
    expect(table.records[1]?.cells).toEqual(['Buchanan', '5,8', '-10,0'])
  })

  it('takes the headings above a row of HXL tags, and the tag where there is none', () => {
    const text = 'What,,Where\n,,\nSector,,County\n#sector,#affected+f,#adm1\nWASH,100,Bong\n'
    const table = tableOf('t.csv', text)
    expect(table.headings).toEqual(['Sector', '#affected+f', 'County'])
    expect(table.records.map(({ line }) => line)).toEqual([5])
  })

  it('takes a cell of blanks of any kind for empty', () => {
    const table = tableOf('t.csv', 'id,a\n1,\u00a0\u2003 \n2,\u00a0x')
    expect(table.records.map(({ cells }) => cells[1])).toEqual([null, '\u00a0x'])
  })

  it('holds any cells as they are', () => {
    const cell = fc.string({ unit: 'grapheme' })
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(rows, (cells) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
        const body = cells.map(([a, b], i) => `${i},${quote(a)},${quote(b)}`)
        const table = tableOf('t.csv', ['id,a,b', ...body].join('\n'))
        const kept = table.records.map((record) => record.cells.slice(1).map((text) => text ?? ''))
        expect(kept).toEqual(
          cells.map((row) => row.map((text) => (text.trim() === '' ? '' : text))),
        )
      }),
    )
  })
})

describe('GeoJSON', () => {
  it('turns outlines the same way whichever program wrote them, and leaves a bow tie', () => {
    const square = [
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 0],
      [0, 0],
    ]
    const bowTie = [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ]
    const ringOf = (ring: readonly (readonly number[])[]) => {
      const geometry = { type: 'Polygon', coordinates: [ring] }
      const text = JSON.stringify({ type: 'Feature', geometry, properties: { name: 'A' } })
      const found = tableOf('a.geojson', text).records[0]?.geometry
      return found?.type === 'polygons' ? found.polygons[0]?.[0] : null
    }
    expect(ringOf(square)).toEqual([...square].reverse())
    expect(ringOf([...square].reverse())).toEqual([...square].reverse())
    expect(ringOf(bowTie)).toEqual(bowTie)
  })

  it('names the token that JSON does not allow, and where it stands', () => {
    expect(messageOf('a.geojson', '{"type":"Point",\n"coordinates":[NaN,6]}')).toContain(
      '"NaN" at line 2, column 16',
    )
    expect(messageOf('a.geojson', '{"a":1,}')).toContain('"}" at line 1, column 8')
    expect(messageOf('a.geojson', '{"a":[1,2')).toContain('ends too early, at line 1, column 10')
    expect(messageOf('a.geojson', '{"a":1}}')).toContain('"}" at line 1, column 8')
  })

  it('says the place of any cut through a sound file', () => {
    const text =
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":[1,true,null,"x\\"y"]},"geometry":null}]}'
    for (let end = 1; end < text.length; end++) {
      expect(messageOf('cut.geojson', text.slice(0, end))).toMatch(
        /ends too early|does not belong there/,
      )
    }
  })

  it('leaves prototypes alone and shows such keys as plain columns', () => {
    const properties = '{"__proto__":{"polluted":true},"toString":"x","constructor":1}'
    const table = tableOf(
      'p.geojson',
      `{"type":"Feature","properties":${properties},"geometry":{"type":"Point","coordinates":[1,2]}}`,
    )
    expect(table.headings).toEqual(['__proto__', 'toString', 'constructor'])
    expect(table.records[0]?.cells).toEqual(['{"polluted":true}', 'x', 1])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('refuses a million levels at once', () => {
    const deep = `{"type":"Point","coordinates":${'['.repeat(1e6)}${']'.repeat(1e6)}}`
    expect(messageOf('deep.geojson', deep)).toContain('more than 64 levels')
  })

  it('reads one feature a line', () => {
    const feature = (lon: number) =>
      `{"type":"Feature","properties":{"n":${lon}},"geometry":{"type":"Point","coordinates":[${lon},6]}}`
    expect(tableOf('a.geojsonl', `${feature(-9)}\n${feature(-8)}\n`).records).toHaveLength(2)
  })
})

describe('files of no use', () => {
  it.each([
    ['kml', '<?xml version="1.0"?><kml/>', 'KML'],
    ['gpx', '<?xml version="1.0"?>\n<gpx/>', 'GPX'],
    ['csv', '<!DOCTYPE html><html></html>', 'web page'],
    [
      'geojson',
      'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n',
      'Git LFS pointer',
    ],
    ['csv', '%PDF-1.7', 'PDF'],
  ])('a .%s that begins with %j is called by its name', (extension, text, word) => {
    expect(messageOf(`file.${extension}`, text)).toContain(word)
  })

  it('never throws, whatever the bytes and the name', () => {
    const start = fc.constantFrom(
      '',
      '{',
      '[',
      'PK\u0003\u0004',
      '\u001f\u008b\u0008',
      '\u0000\u0000\u0027\u000a',
    )
    const name = fc.constantFrom('a.csv', 'a.geojson', 'a.zip', 'a.csv.gz', 'a')
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 400 }), name, (head, tail, file) => {
        const bytes = new Uint8Array([...[...head].map((c) => c.charCodeAt(0)), ...tail])
        const read = readTables(file, bytes)
        if (!read.ok) expect(read.issues.length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })
})
