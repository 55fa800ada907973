import fc from 'fast-check'
import { expect, it } from 'vitest'
import { categoryColumn, numberColumn, textAt, textColumn } from '#core/columns/columns.ts'
import { reorderedColumn, reorderedPositions } from '#core/columns/reordered.ts'

const row = fc.record({
  number: fc.option(fc.double({ noNaN: true })),
  category: fc.option(fc.string()),
  text: fc.string({ unit: 'grapheme' }),
  key: fc.nat(),
})

it('gives each place the row that was asked for, in columns of every type', () => {
  fc.assert(
    fc.property(fc.array(row), (all) => {
      const rows = Uint32Array.from(all.keys()).sort((a, b) => all[a]!.key - all[b]!.key)
      const numbers = reorderedColumn(numberColumn(all.map(({ number }) => number)), rows)
      const categories = reorderedColumn(categoryColumn(all.map(({ category }) => category)), rows)
      const texts = reorderedColumn(textColumn(all.map(({ text }) => text)), rows)
      const places = reorderedPositions(
        Float64Array.from(all.flatMap(({ key }) => [key, -key])),
        rows,
      )
      expect(categories).toEqual(categoryColumn([...rows].map((from) => all[from]!.category)))
      rows.forEach((from, place) => {
        const { number, text, key } = all[from]!
        if (numbers.type === 'number') expect(numbers.values[place]).toBe(number ?? Number.NaN)
        if (texts.type === 'text') expect(textAt(texts, place)).toBe(text)
        expect([...places.subarray(2 * place, 2 * place + 2)]).toEqual([key, -key])
      })
    }),
  )
})
