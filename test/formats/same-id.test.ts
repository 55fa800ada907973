import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { textsOf } from '#core/columns/columns.ts'
import { emptyDocument } from '#core/document.ts'
import { sourceOfBytes } from '#formats/byte-source.ts'
import { csvPieces } from '#formats/csv/csv-pieces.ts'
import { planImport, planPieces } from '#formats/import/plan-import.ts'
import type { ImportPlan } from '#formats/import/plan-reading.ts'
import { stampReader } from '#formats/import/row-stamp.ts'
import { readTables } from '#formats/registry.ts'

const CONTEXT = {
  document: emptyDocument('test'),
  theatre: null,
  isSwapped: false,
  now: '2022-06-01T00:00:00Z',
  fileHash: null,
}

function choiceOf(answers: Readonly<Record<string, string>>) {
  return { kind: null, mapping: new Map(), answers: new Map(Object.entries(answers)) }
}

function plan(text: string, answers: Readonly<Record<string, string>> = {}): ImportPlan {
  const read = readTables('a.csv', strToU8(text))
  if (!read.ok) throw new Error(read.issues[0]?.message)
  return planImport(read.value[0]!, CONTEXT, choiceOf(answers))
}

/** Rows as "id note" or "id note stamp", each at a place of its own. */
function register(rows: readonly string[], stampHeading = ''): string {
  const lines = rows.map((row, i) => {
    const [id, title, stamp = ''] = row.split(' ')
    const place = title === 'same' ? '6.5,-9.5' : `6.${100 + i},-9.5`
    return `${id},2020-01-05,theft,${place},${title}${stampHeading === '' ? '' : `,${stamp}`}`
  })
  const heading = ['id', 'date', 'type', 'lat', 'lon', 'title', stampHeading].filter(Boolean)
  return [heading.join(','), ...lines].join('\n')
}

const titles = ({ batches }: ImportPlan) => (batches[0] ? textsOf(batches[0].columns, 'title') : [])
const codes = ({ issues }: ImportPlan) =>
  issues
    .filter(({ code }) => code.startsWith('duplicate') && code !== 'duplicate-event')
    .map(({ line, severity, code }) => `${line} ${severity} ${code}`)
const asked = ({ questions }: ImportPlan) => questions.find(({ id }) => id === 'same-id')

const ROWS = ['E1 a', 'E2 b', 'E1 c', 'E3 d', 'E1 e']

describe('rows of one id with other content', () => {
  it('give way to the first of them, and are asked about with two examples', () => {
    const made = plan(register([...ROWS, 'E2 f', 'E3 g']))
    expect(titles(made)).toEqual(['a', 'b', 'd'])
    expect(codes(made)).toEqual([4, 6, 7, 8].map((line) => `${line} error duplicate-id`))
    expect(asked(made)?.sentence).toBe(
      'a.csv: 4 rows have the id of an earlier row and other content ("E1" on line 2 and 4, "E2" on line 3 and 7 and others). Which of them hold?',
    )
    expect(asked(made)?.options.map(({ id }) => id)).toEqual(['first', 'last', 'all'])
    expect(asked(made)?.chosen).toBe('first')
  })

  it.each([
    ['first', ['a', 'b', 'd'], ['4 warning duplicate-id', '6 warning duplicate-id']],
    ['last', ['b', 'd', 'e'], ['2 warning duplicate-id', '4 warning duplicate-id']],
    ['all', ['a', 'b', 'c', 'd', 'e'], ['4 warning duplicate-id', '6 warning duplicate-id']],
  ])('answered %s leave %j', (answer, kept, told) => {
    const made = plan(register(ROWS), { 'same-id': answer })
    expect([titles(made), codes(made), asked(made)?.chosen]).toEqual([kept, told, answer])
    expect(made.rowsAccepted + made.rowsRefused).toBe(5)
  })

  it.each([
    ['timestamp', '1590000000', '1600000000'],
    ['timestamp', '1590000000000', '1600000000000'],
    ['Last updated', '2020-05-01', '2020-05-02T10:00Z'],
    ['date_modified', '43831', '43832.5'],
    ['mis à jour', '1 mai 2020', '2 mai 2020'],
    ['version', '1', '2'],
  ])('give way to the last where %s says that it is newer', (heading, before, after) => {
    const newer = plan(register([`E1 a ${before}`, 'E2 b', `E1 c ${after}`], heading))
    expect([titles(newer), asked(newer)?.chosen]).toEqual([['b', 'c'], 'last'])
    expect(asked(newer)?.sentence).toContain(`By "${heading}" 1 of them is newer.`)
    expect(codes(newer)).toEqual(['2 warning duplicate-id'])
    const older = plan(register([`E1 a ${after}`, 'E2 b', `E1 c ${before}`], heading))
    expect([titles(older), asked(older)?.chosen]).toEqual([['a', 'b'], 'first'])
    const answered = plan(register([`E1 a ${before}`, `E1 c ${after}`], heading), {
      'same-id': 'first',
    })
    expect(titles(answered)).toEqual(['a'])
  })

  it('all of them never get an id that another row has', () => {
    const text =
      'id,project,sector,status,lat,lon\nP1,Well,water,active,6.5,-9.5\nP1-2,Well,water,active,6.6,-9.5\nP1,Well,water,active,6.7,-9.5\nP1,Well,water,active,6.8,-9.5\n'
    const made = plan(text, { 'same-id': 'all' })
    const ids = made.rows.projects?.map(({ id }) => id) ?? []
    expect([ids.length, new Set(ids).size]).toEqual([4, 4])
    const told = made.issues.filter(({ code }) => code === 'duplicate-id')
    expect(told.map(({ message }) => message.match(/as "(.*)"/)?.[1])).toEqual(['P1-3', 'P1-4'])
  })

  it('the last is the last line, also where it repeats the first', () => {
    const text = `id,date,type,lat,lon,title\n${['a', 'b', 'a', 'a'].map((title) => `E1,2020-01-05,theft,6.5,-9.5,${title}`).join('\n')}`
    const made = plan(text, { 'same-id': 'last' })
    expect([titles(made), codes(made).map((told) => told.slice(0, 1))]).toEqual([
      ['a'],
      ['2', '3', '4'],
    ])
  })

  it('are no question where they are the same throughout, or have no id', () => {
    const same = plan(register(['E1 same', 'E1 same', 'E2 b']))
    expect([same.rowsAccepted, codes(same), asked(same)]).toEqual([
      2,
      ['3 warning duplicate-row'],
      undefined,
    ])
    const bare = plan(register([' a', ' b']))
    expect([bare.rowsAccepted, asked(bare)]).toEqual([2, undefined])
  })

  it('leave one row an id whatever is kept, and every row is accounted for', () => {
    const row = fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.constantFrom('same', 'x', 'y'))
    const kept = fc.constantFrom('first', 'last', 'all')
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), kept, (rows, answer) => {
        const text = rows.map(([id, title]) => `${id},2020-01-05,theft,6.5,-9.5,${title}`)
        const made = plan(['id,date,type,lat,lon,title', ...text].join('\n'), {
          'same-id': answer,
        })
        const ids = new Set(rows.map(([id]) => id))
        const contents = new Set(text)
        expect(made.rowsAccepted).toBe(answer === 'all' ? contents.size : ids.size)
        if (answer !== 'last') return
        const lasts = [...ids].map((id) => rows.findLast(([own]) => own === id)![1])
        expect(titles(made).toSorted()).toEqual(lasts.toSorted())
      }),
      { numRuns: 60 },
    )
  })
})

describe('a file in pieces', () => {
  const filler = 'x'.repeat(400)
  const line = (id: number, title: string, stamp: number) =>
    `E${id},2020-01-05,theft,6.${100_000 + id},-9.5,${title},${stamp},${filler}`
  const early = Array.from({ length: 9000 }, (_, i) => line(i, 'old', 1_590_000_000))
  const late = Array.from({ length: 500 }, (_, i) => line(17 * i, 'new', 1_600_000_000 + i))
  const text = ['id,date,type,lat,lon,title,timestamp,padding', ...early, ...late].join('\n')

  it.each([{}, { 'same-id': 'last' }, { 'same-id': 'first' }, { 'same-id': 'all' }])(
    'keeps the same rows as the whole, answered %j',
    async (answers) => {
      const opened = await csvPieces(sourceOfBytes('a.csv', strToU8(text)))
      if (!opened?.ok) throw new Error('unread')
      let pieceCount = 0
      for await (const _ of opened.value.all()) pieceCount++
      expect(pieceCount).toBeGreaterThan(1)
      const made = await planPieces(opened.value, CONTEXT, choiceOf(answers), () => {})
      const whole = plan(text, answers)
      expect(titles(made)).toEqual(titles(whole))
      expect([made.questions, made.issues.length]).toEqual([whole.questions, whole.issues.length])
      const newCount = titles(made).filter((title) => title === 'new').length
      expect(newCount).toBe(answers['same-id'] === 'first' ? 0 : 500)
      expect(made.rowsAccepted).toBe(answers['same-id'] === 'all' ? 9500 : 9000)
    },
  )
})

it('a stamp that can be read in two ways tells nothing', () => {
  const stamps = stampReader({ headings: ['id', 'Updated at'] })
  const stampOf = (cell: string) =>
    stamps?.stampOf({ line: 2, cells: ['E1', cell], geometry: null, outlineFault: null })
  expect(['05/06/2020', '', 'soon', '-4'].map(stampOf)).toEqual([null, null, null, null])
  expect(stampOf('2020-06-05T10:00Z')).toBeGreaterThan(stampOf('2020-06-05') ?? Number.NaN)
  expect(stampReader({ headings: ['id', 'date'] })).toBeNull()
})
