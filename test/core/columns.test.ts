import { describe, expect, it } from 'vitest'
import {
  categoriesOf,
  categoryColumn,
  labelAt,
  numberColumn,
  numbersOf,
  textColumn,
  textsOf,
} from '#core/columns/columns.ts'
import { columnsFault } from '#core/columns/kinds.ts'
import { someIncidents } from '#support/build.ts'

describe('columns', () => {
  it('keep missing apart from zero and from an empty label', () => {
    const column = categoryColumn(['b', null, 'a', 'b', ''])
    if (column.type !== 'category') throw new Error('not a category column')
    expect([...column.codes]).toEqual([0, -1, 1, 0, 2])
    expect([0, 1, 2, 3, 4].map((row) => labelAt(column, row))).toEqual(['b', null, 'a', 'b', ''])
    expect(numberColumn([0, null])).toEqual({
      type: 'number',
      values: Float64Array.of(0, Number.NaN),
    })
  })

  it('are read by name and type, and say which field is not there', () => {
    const columns = someIncidents([[-9, 6]])
    expect([...numbersOf(columns, 'severityShare')]).toEqual([0.5])
    expect(categoriesOf(columns, 'category').labels).toEqual(['theft'])
    expect(textsOf(columns, 'title')).toHaveLength(1)
    expect(() => numbersOf(columns, 'category')).toThrow('no number column "category"')
    expect(() => categoriesOf(columns, 'severityShare')).toThrow('severityShare')
    expect(() => textsOf(columns, 'nothing')).toThrow('nothing')
  })
})

describe('columnsFault', () => {
  const sound = someIncidents([
    [-9, 6],
    [-9.1, 6.1],
  ])

  it('finds nothing in what fits its kind', () => {
    expect(columnsFault('incidents', sound)).toBeNull()
  })

  it.each([
    ['another kind', 'roads', sound, 'geometry'],
    ['a missing field', 'incidents', { ...sound, fields: {} }, 'occurredEpochMinutes'],
    [
      'a place that is no number',
      'incidents',
      { ...sound, geometry: { type: 'points', positions: Float64Array.of(-9, 6, Number.NaN, 6) } },
      'no number',
    ],
    ['a row too many', 'incidents', { ...sound, rowCount: 3 }, 'position'],
    [
      'a field that is too short',
      'incidents',
      { ...sound, fields: { ...sound.fields, title: textColumn(['one']) } },
      'title',
    ],
  ] as const)('names %s', (_what, kind, columns, word) => {
    expect(columnsFault(kind, columns)).toContain(word)
  })

  it('counts the vertices of lines and their times', () => {
    const fields = {
      roadClass: categoryColumn(['paved']),
      name: textColumn(['MSR']),
    } as const
    const line = (offsets: number[], times: Float64Array | null) => ({
      rowCount: 1,
      geometry: {
        type: 'lines' as const,
        positions: Float64Array.of(-9, 6, -9.1, 6.1),
        offsets: Uint32Array.from(offsets),
        vertexEpochMinutes: times,
      },
      fields,
    })
    expect(columnsFault('roads', line([0, 2], null))).toBeNull()
    expect(columnsFault('roads', line([0, 3], null))).toContain('offsets')
    expect(columnsFault('roads', line([0], null))).toContain('offsets')
    expect(columnsFault('roads', line([1, 2], null))).toContain('offsets')
    expect(columnsFault('roads', line([0, 2], new Float64Array(1)))).toContain('time')
  })
})
