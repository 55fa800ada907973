import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Columns, categoryColumn, numberColumn, textColumn } from '#core/columns/columns.ts'
import { hashOfColumns } from '#core/columns/hash-columns.ts'

type Row = {
  readonly value: number | null
  readonly label: string | null
  readonly text: string
  readonly lon: number
}

const row = fc.record<Row>({
  value: fc.option(fc.double({ noNaN: true })),
  label: fc.option(fc.constantFrom('a', 'b', 'ab')),
  text: fc.string({ unit: 'grapheme' }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
})

function columnsOf(rows: readonly Row[], isReversed = false): Columns {
  const fields = [
    ['value', numberColumn(rows.map(({ value }) => value))],
    ['label', categoryColumn(rows.map(({ label }) => label))],
    ['text', textColumn(rows.map(({ text }) => text))],
  ] as const
  return {
    rowCount: rows.length,
    geometry: { type: 'points', positions: Float64Array.from(rows.flatMap(({ lon }) => [lon, 6])) },
    fields: Object.fromEntries(isReversed ? [...fields].reverse() : fields),
  }
}

it('equal data has one hash, whatever the order of the fields and the sign of zero', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
      const same = rows.map((one) => ({ ...one, value: one.value === 0 ? -one.value : one.value }))
      expect(hashOfColumns(columnsOf(same, true))).toBe(hashOfColumns(columnsOf(rows)))
    }),
  )
})

it('any change of one row changes it', () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      row,
      fc.nat(),
      (rows, other, at) => {
        const place = at % rows.length
        const changed = rows.map((one, i) => (i === place ? other : one))
        const isSame = JSON.stringify(changed) === JSON.stringify(rows)
        expect(hashOfColumns(columnsOf(changed)) === hashOfColumns(columnsOf(rows))).toBe(isSame)
      },
    ),
  )
})

it('texts do not run together, nor one list into the next', () => {
  const texts = (...values: string[]): Columns => ({
    rowCount: values.length,
    geometry: { type: 'none' },
    fields: { a: textColumn(values) },
  })
  expect(hashOfColumns(texts('ab', 'c'))).not.toBe(hashOfColumns(texts('a', 'bc')))
  expect(hashOfColumns(texts('1:a', ''))).not.toBe(hashOfColumns(texts('', '1:a')))
})
