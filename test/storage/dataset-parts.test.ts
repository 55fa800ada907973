import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Column,
  type Columns,
  categoryColumn,
  type Geometry,
  numberColumn,
  textColumn,
} from '#core/columns/columns.ts'
import { columnsFault } from '#core/columns/kinds.ts'
import { checksumOfPart } from '#storage/records/checksum.ts'
import {
  createJoiner,
  cutColumns,
  packIndex,
  packPart,
  partRanges,
  readIndex,
} from '#storage/records/dataset-parts.ts'
import { packColumns } from '#storage/records/pack-columns.ts'
import { someIncidents } from '../support/build.ts'

type Given = { columns: Columns; rowsPerPart: number; maxBytes: number; seed: number }

const given: fc.Arbitrary<Given> = fc.integer({ min: 0, max: 40 }).chain((rowCount) =>
  fc.record({
    columns: columnsOf(rowCount),
    rowsPerPart: fc.integer({ min: 1, max: 50 }),
    maxBytes: fc.integer({ min: 1, max: 5_000 }),
    seed: fc.nat(),
  }),
)

function columnsOf(rowCount: number): fc.Arbitrary<Columns> {
  return fc.record({
    rowCount: fc.constant(rowCount),
    geometry: geometryOf(rowCount),
    fields: fc.dictionary(
      fc.constantFrom('array', 'at', 'length', 'title', 'é'),
      columnOf(rowCount),
    ),
  })
}

function each<T>(count: number, one: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(one, { minLength: count, maxLength: count })
}

function columnOf(rowCount: number): fc.Arbitrary<Column> {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', 'Gbarpolu – «é»', '东'),
  )
  return fc.oneof(
    each(rowCount, fc.option(fc.double())).map(numberColumn),
    each(rowCount, fc.option(text)).map(categoryColumn),
    each(rowCount, text).map(textColumn),
  )
}

function geometryOf(rowCount: number): fc.Arbitrary<Geometry> {
  const points = each(2 * rowCount, fc.double()).map(
    (positions): Geometry => ({ type: 'points', positions: Float64Array.from(positions) }),
  )
  const lines = fc
    .tuple(each(rowCount, fc.integer({ min: 0, max: 5 })), fc.boolean())
    .map(([lengths, areTimed]): Geometry => {
      const offsets = new Uint32Array(rowCount + 1)
      for (const [row, length] of lengths.entries()) offsets[row + 1] = offsets[row]! + length
      const vertices = Float64Array.from({ length: offsets[rowCount]! }, (_, i) => i / 7)
      const positions = Float64Array.from({ length: 2 * vertices.length }, (_, i) => -i / 3)
      return { type: 'lines', positions, offsets, vertexEpochMinutes: areTimed ? vertices : null }
    })
  return fc.oneof(fc.constant<Geometry>({ type: 'none' }), points, lines)
}

function cutAndPacked({ columns, rowsPerPart, maxBytes }: Omit<Given, 'seed'>) {
  const ranges = partRanges(columns, rowsPerPart, maxBytes)
  const packed = ranges.map((range) => packPart(columns, range))
  const parts = ranges.map(({ from, to }, n) => ({
    rowCount: to - from,
    checksum: `checksum-${n}`,
  }))
  return { ranges, packed, index: packIndex(parts, columns) }
}

describe('columns in parts', () => {
  it('come back whole, in whatever order the parts come', () => {
    fc.assert(
      fc.property(given, (all) => {
        const { packed, index } = cutAndPacked(all)
        const joiner = createJoiner(readIndex(index)!)
        const order = [...packed.keys()].sort(
          (a, b) => (((a + 1) * all.seed) % 7) - (((b + 1) * all.seed) % 7),
        )
        for (const number of order) expect(joiner.put(number, packed[number]!)).toBe(true)
        expect(joiner.columns).toEqual(all.columns)
      }),
    )
  })

  it('are cut into rows without a gap, no more at a time than was asked', () => {
    fc.assert(
      fc.property(given, (all) => {
        const { ranges } = cutAndPacked(all)
        let next = 0
        for (const { from, to } of ranges) {
          expect(from).toBe(next)
          expect(to - from).toBeGreaterThan(0)
          expect(to - from).toBeLessThanOrEqual(all.rowsPerPart)
          next = to
        }
        expect(next).toBe(all.columns.rowCount)
      }),
    )
  })

  it('are cut as views', () => {
    const columns = someIncidents([
      [-9.1, 6.5],
      [-9.2, 6.6],
      [-9.3, 6.7],
    ])
    const part = cutColumns(columns, { from: 1, to: 3 })
    const buffersOf = ({ fields }: Columns) =>
      Object.values(fields).map((column) =>
        column.type === 'text'
          ? column.bytes.buffer
          : (column.type === 'number' ? column.values : column.codes).buffer,
      )
    expect(part.rowCount).toBe(2)
    for (const [i, buffer] of buffersOf(columns).entries()) expect(buffersOf(part)[i]).toBe(buffer)
  })

  it('that are long are cut closer', () => {
    const columns: Columns = {
      rowCount: 4,
      geometry: { type: 'none' },
      fields: { title: textColumn(['a'.repeat(1_000), 'b', 'c', 'd'.repeat(1_000)]) },
    }
    const ranges = partRanges(columns, 4, 1_100)
    expect(ranges).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 4 },
    ])
  })

  it('take no part for another one', () => {
    const columns = someIncidents([
      [-9.1, 6.5],
      [-9.2, 6.6],
      [-9.3, 6.7],
    ])
    const { packed, index } = cutAndPacked({ columns, rowsPerPart: 2, maxBytes: 1e6 })
    const joiner = createJoiner(readIndex(index)!)
    expect(joiner.put(1, packed[0]!)).toBe(false)
    expect(joiner.put(7, packed[0]!)).toBe(false)
    expect(joiner.put(0, packed[0]!) && joiner.put(1, packed[1]!)).toBe(true)
    expect(columnsFault('incidents', joiner.columns)).toBeNull()
  })

  it('are told from columns in one piece', () => {
    fc.assert(
      fc.property(columnsOf(3), (columns) => {
        expect(readIndex(packColumns(columns))).toBeNull()
      }),
    )
  })
})

it('the checksum of a part is another one for a change or a loss in any piece of it', async () => {
  const bytes = new Uint8Array(4_000_001)
  const sound = await checksumOfPart(bytes)
  expect(await checksumOfPart(bytes.slice())).toBe(sound)
  expect(await checksumOfPart(bytes.subarray(1))).not.toBe(sound)
  for (const at of [0, 1_999_999, 2_000_000, 4_000_000]) {
    const changed = bytes.slice()
    changed[at] = 1
    expect(await checksumOfPart(changed)).not.toBe(sound)
  }
})
