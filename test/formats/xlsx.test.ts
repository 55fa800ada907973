import { existsSync, readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { numbersOf } from '#core/columns/columns.ts'
import { emptyDocument } from '#core/document.ts'
import { instantOf } from '#core/time/instant.ts'
import { planImport } from '#formats/import/plan-import.ts'
import type { RawTable } from '#formats/raw-table.ts'
import { readTables } from '#formats/registry.ts'

const SHARED = '../shared/data/imports/tables-xlsx'

type Parts = {
  readonly sheets: Readonly<Record<string, string>>
  readonly strings?: string
  readonly styles?: string
  readonly isFrom1904?: boolean
  /** Names of sheets that are hidden. */
  readonly hidden?: readonly string[]
}

/** A workbook as Excel would write it, of the XML within `worksheet`. */
function workbook({
  sheets,
  strings = '',
  styles = '',
  isFrom1904 = false,
  hidden = [],
}: Parts): Uint8Array {
  const names = Object.keys(sheets)
  const files: Record<string, Uint8Array> = {
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="r"><workbookPr date1904="${isFrom1904 ? 1 : 0}"/><sheets>${names.map((name, i) => `<sheet name="${name}"${hidden.includes(name) ? ' state="veryHidden"' : ''} r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${names.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    ),
    'xl/sharedStrings.xml': strToU8(`<sst>${strings}</sst>`),
    'xl/styles.xml': strToU8(`<styleSheet>${styles}</styleSheet>`),
  }
  names.forEach((name, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] = strToU8(`<worksheet>${sheets[name]}</worksheet>`)
  })
  return zipSync(files)
}

const text = (at: string, value: string) =>
  `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`
const number = (at: string, value: number, style = 0) =>
  `<c r="${at}" s="${style}"><v>${value}</v></c>`
const row = (r: number, ...cells: readonly string[]) => `<row r="${r}">${cells.join('')}</row>`
const data = (...rows: readonly string[]) => `<sheetData>${rows.join('')}</sheetData>`
const headings = row(1, text('A1', 'name'), text('B1', 'value'))

function tablesOf(bytes: Uint8Array): readonly RawTable[] {
  const read = readTables('a.xlsx', bytes)
  if (!read.ok) throw new Error(read.issues[0]?.message)
  return read.value
}

const valuesOf = (parts: Parts) =>
  tablesOf(workbook(parts))[0]!.records.map(({ line, cells }) => [line, ...cells])

describe('workbooks', () => {
  it('leave out hidden sheets, and say which', () => {
    const rows = data(headings, row(2, text('A2', 'a'), number('B2', 1)))
    const sheets = { Towns: rows, Lists: rows }
    const read = readTables('a.xlsx', workbook({ sheets, hidden: ['Lists'] }))
    expect(read.ok && read.value.map(({ file }) => file)).toEqual(['a.xlsx › Towns'])
    expect(read.issues.map(({ code, message }) => [code, message.slice(0, 24)])).toEqual([
      ['sheet-hidden', 'a.xlsx › Lists is a hidd'],
    ])
    const none = readTables('a.xlsx', workbook({ sheets, hidden: ['Lists', 'Towns'] }))
    expect([none.ok, none.issues.map(({ code }) => code)]).toEqual([
      false,
      ['sheet-hidden', 'sheet-hidden'],
    ])
  })

  it('read texts, numbers, truth and shared strings, and nothing for a fault of Excel', () => {
    const strings =
      '<si><t>plain</t></si><si><r><t>two </t></r><r><t>runs</t></r><rPh><t>reading</t></rPh></si>'
    const rows = data(
      headings,
      row(2, '<c r="A2" t="s"><v>0</v></c>', number('B2', -1.5)),
      row(4, '<c r="A4" t="s"><v>1</v></c>', '<c r="B4" t="b"><v>1</v></c>'),
      row(5, text('A5', '=1+1'), '<c r="B5" t="e"><v>#N/A</v></c>'),
    )
    expect(valuesOf({ sheets: { Data: rows }, strings })).toEqual([
      [2, 'plain', -1.5],
      [4, 'two runs', true],
      [5, '=1+1', null],
    ])
  })

  it('write dates as ISO text, by style, from 1900 or 1904, and leave other numbers numbers', () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/><numFmt numFmtId="165" formatCode="0.0 &quot;days&quot;"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
    const rows = data(
      headings,
      row(2, text('A2', 'built in'), number('B2', 43_831, 1)),
      row(3, text('A3', 'own'), number('B3', 43_831.5, 2)),
      row(4, text('A4', 'no date'), number('B4', 43_831, 3)),
      row(5, text('A5', 'never was'), number('B5', 60, 1)),
    )
    const values = (isFrom1904: boolean) =>
      valuesOf({ sheets: { Data: rows }, styles, isFrom1904 }).map((cells) => cells[2])
    expect(values(false)).toEqual(['2020-01-01', '2020-01-01T12:00Z', 43_831, 60])
    expect(values(true).slice(0, 2)).toEqual(['2024-01-02', '2024-01-02T12:00Z'])
  })

  it('say that they count days from 1904, for numbers that no style shows as dates', () => {
    const rows = data(
      row(1, text('A1', 'date'), text('B1', 'lat'), text('C1', 'lon'), text('D1', 'type')),
      row(2, number('A2', 42_486), number('B2', 6.5), number('C2', -9.5), text('D2', 'theft')),
    )
    const planned = (isFrom1904: boolean) => {
      const [table] = tablesOf(workbook({ sheets: { Data: rows }, isFrom1904 }))
      const theatre = { document: emptyDocument('test'), theatre: null, isSwapped: false }
      const plan = planImport(table!, { ...theatre, now: '2022-01-01T00:00:00Z', fileHash: null })
      const [minutes = Number.NaN] = numbersOf(plan.batches[0]!.columns, 'occurredEpochMinutes')
      const codes = plan.issues.map(({ code }) => code)
      return [instantOf(minutes).slice(0, 10), plan.questions[0]?.chosen, codes]
    }
    expect(planned(true)).toEqual(['2020-04-27', '1904', []])
    expect(planned(false)).toEqual(['2016-04-26', '1900', ['date-serial']])
  })

  it('pass over a title, take each sheet with a table, and name those without', () => {
    const title = row(1, text('A1', 'Monthly report of Sector East'))
    const table = data(
      title,
      row(3, text('A3', 'name'), text('B3', 'lat'), text('C3', 'lon')),
      row(4, text('A4', 'Ganta'), number('B4', 7.2), number('C4', -8.9)),
    )
    const bytes = workbook({ sheets: { Notes: data(title), East: table, West: table } })
    const read = readTables('a.xlsx', bytes)
    if (!read.ok) throw new Error('refused')
    expect(read.value.map(({ file }) => file)).toEqual(['a.xlsx › East', 'a.xlsx › West'])
    expect(read.value[0]!.headings).toEqual(['name', 'lat', 'lon'])
    expect(read.value[0]!.records.map(({ line }) => line)).toEqual([4])
    expect(read.issues.map(({ code }) => code)).toEqual(['sheet-without-table'])
  })

  it('give every cell of a merged range its value, and no more', () => {
    const merged = `${data(
      headings,
      row(2, text('A2', 'Bong'), number('B2', 1)),
      row(3, number('B3', 2)),
      row(4, number('B4', 3)),
    )}<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="A1:XFD1048576"/></mergeCells>`
    expect(valuesOf({ sheets: { Data: merged } })).toEqual([
      [2, 'Bong', 1],
      [3, 'Bong', 2],
      [4, null, 3],
    ])
  })

  it('are refused with a document type in any part, or without a workbook', () => {
    const hostile = workbook({ sheets: { Data: data(headings) }, strings: '' })
    const trap = zipSync({
      'xl/workbook.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><workbook/>'),
    })
    expect(readTables('a.xlsx', trap).issues[0]?.code).toBe('xml-doctype')
    expect(readTables('a.xlsx', hostile).issues[0]?.code).toBe('sheet-without-table')
    const other = zipSync({ 'readme.md': strToU8('no') })
    expect(readTables('a.xlsx', other).issues[0]?.code).toBe('xlsx-damaged')
  })
})

describe('rows in JSON', () => {
  const tableOf = (value: unknown) => {
    const read = readTables('a.json', strToU8(JSON.stringify(value)))
    if (!read.ok) throw new Error(read.issues[0]?.message)
    return read.value[0]!
  }

  it('are lists under a list of headings, or objects, whatever their keys', () => {
    const lists = tableOf([
      ['name', 'n'],
      ['Ganta', 3],
    ])
    expect([lists.headings, lists.records[0]!.cells]).toEqual([
      ['name', 'n'],
      ['Ganta', 3],
    ])
    const objects = tableOf([{ name: 'Ganta' }, JSON.parse('{"__proto__": "x", "n": null}')])
    expect(objects.headings).toEqual(['name', '__proto__', 'n'])
    expect(objects.records.map(({ cells }) => cells)).toEqual([
      ['Ganta', null, null],
      [null, 'x', null],
    ])
  })

  it('that are none are refused with a sentence', () => {
    expect(readTables('a.json', strToU8('[[1], {"a": 2}]')).issues[0]?.code).toBe('not-rows')
  })
})

describe.skipIf(!existsSync(SHARED))('real workbooks', () => {
  it.each([
    ['exercise-facilities.xlsx', 60],
    ['input-merged.xlsx', 4],
  ])('%s', (file, count) => {
    const read = readTables(file, new Uint8Array(readFileSync(`${SHARED}/${file}`)))
    if (!read.ok) throw new Error(read.issues[0]?.message)
    expect(read.value.map(({ records }) => records.length)).toEqual([count])
  })
})
