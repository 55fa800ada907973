import { expect, it } from 'vitest'
import { type Columns, categoryColumn, labelAt, numberColumn } from '#core/columns/columns.ts'
import { countRows } from '#core/columns/count-rows.ts'
import { createRandom } from '#core/random.ts'

const WIDTH = 7
const COUNT = 9

function randomColumns(seed: number) {
  const chance = createRandom(seed)
  const rowCount = chance.below(60)
  const each = <T>(make: () => T) => Array.from({ length: rowCount }, make)
  const maybe = <T>(value: T) => (chance.below(6) === 0 ? null : value)
  const when = each(() => maybe(chance.below(80) - 10))
  const severity = each(() => maybe(chance.next()))
  const kind = each(() => maybe(['theft', 'violence', 'rumour'][chance.below(3)]!))
  const places = each(() => [chance.below(20) - 10, chance.below(20) - 10] as const)
  const columns: Columns = {
    rowCount,
    geometry: { type: 'points', positions: Float64Array.from(places.flat()) },
    fields: {
      when: numberColumn(when),
      severity: numberColumn(severity),
      kind: categoryColumn(kind),
    },
  }
  return { columns, when, severity, places }
}

it.each(Array.from({ length: 60 }, (_, seed) => seed))(
  'counts what passes, by bins and label, as one by one, seed %i',
  (seed) => {
    const { columns, when, severity, places } = randomColumns(seed)
    const bins = { field: 'when', from: 0, width: WIDTH, count: COUNT }
    const filter = {
      ranges: { severity: [0.2, 0.9], when: [3, 60] },
      extentDegrees: [-8, -7, 6, 9],
    } as const
    const { labels, counts } = countRows(columns, filter, { by: 'kind', bins })
    const expected = new Uint32Array(COUNT * (labels.length + 1))
    const kinds = columns.fields['kind']!
    for (const [row, minutes] of when.entries()) {
      const [lon, lat] = places[row]!
      const harm = severity[row]
      if (minutes === null || minutes < 3 || minutes >= 60) continue
      if (harm === null || harm === undefined || harm < 0.2 || harm >= 0.9) continue
      if (lon < -8 || lon > 6 || lat < -7 || lat > 9) continue
      const bin = Math.floor(minutes / WIDTH)
      const label = kinds.type === 'category' ? labelAt(kinds, row) : null
      const at = label === null ? labels.length : labels.indexOf(label)
      expected[bin * (labels.length + 1) + at]!++
    }
    expect(counts).toEqual(expected)
    const all = countRows(columns, {}, { by: 'kind' }).counts
    expect(all.reduce((sum, count) => sum + count, 0)).toBe(columns.rowCount)
  },
)

it('says which field is missing', () => {
  const { columns } = randomColumns(1)
  expect(() => countRows(columns, {}, { by: 'nothing' })).toThrow('nothing')
  expect(() => countRows(columns, { ranges: { kind: [0, 1] } }, { by: 'kind' })).toThrow('kind')
})
