import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExtentDegrees } from '#core/geo/extent.ts'
import { gridWindow, ROW_PIXELS, scrollTopFor } from '#panels/tables/grid-window.ts'
import { orderedRows } from '#panels/tables/order-rows.ts'
import type { TableRows } from '#panels/tables/table-kind.ts'
import { type TableView, WHOLE_TABLE } from '#state/tables-state.ts'

type Row = { readonly name: string; readonly size: number; readonly kind: string }

function rowsOf(list: readonly Row[]): TableRows {
  return {
    count: list.length,
    columns: [
      { id: 'name', title: 'Name', widthPixels: 1, text: (i) => list[i]!.name },
      {
        id: 'size',
        title: 'Size',
        widthPixels: 1,
        number: (i) => list[i]!.size,
        text: (i) => (Number.isNaN(list[i]!.size) ? '' : String(list[i]!.size)),
      },
      { id: 'kind', title: 'Kind', widthPixels: 1, text: (i) => list[i]!.kind },
    ],
    keyAt: String,
    selectionAt: (i) => ({ type: 'row', table: 'rows', id: String(i) }),
    indexOf: (selection) => (selection.type === 'row' ? Number(selection.id) : -1),
    extentAt: (i) => (list[i]!.size < 0 ? null : [list[i]!.size, 0, list[i]!.size, 0]),
  }
}

/** What a view leaves, and how many times the work handed back control. */
function ordered(rows: TableRows, view: Partial<TableView>, box: ExtentDegrees | null = null) {
  const work = orderedRows(rows, { ...WHOLE_TABLE, ...view }, box)
  for (let slices = 0; ; slices++) {
    const { done, value } = work.next()
    if (done) return { order: [...(value as Uint32Array)], slices }
  }
}

const SOME = rowsOf([
  { name: 'Zone 10', size: 4, kind: 'sector' },
  { name: 'Área', size: Number.NaN, kind: 'box' },
  { name: 'Zone 2', size: 1, kind: 'box' },
  { name: '', size: 4, kind: 'sector' },
])

describe('a table in order', () => {
  it('sorts names by their figures, without accents; what has no name is last either way', () => {
    const by = (isDescending: boolean) =>
      ordered(SOME, { sort: { columnId: 'name', isDescending } }).order
    expect(by(false)).toEqual([1, 2, 0, 3])
    expect(by(true)).toEqual([0, 2, 1, 3])
  })

  it('sorts figures; unknown ones are last either way, and equal ones stay as they were', () => {
    const by = (isDescending: boolean) =>
      ordered(SOME, { sort: { columnId: 'size', isDescending } }).order
    expect(by(false)).toEqual([2, 0, 3, 1])
    expect(by(true)).toEqual([0, 3, 2, 1])
  })

  it('leaves what holds every word, has what was chosen, and is in view', () => {
    expect(ordered(SOME, { text: 'ZONE sect' }).order).toEqual([0])
    expect(ordered(SOME, { text: 'area' }).order).toEqual([1])
    expect(ordered(SOME, { choices: { kind: 'box' } }).order).toEqual([1, 2])
    expect(ordered(SOME, { isInView: true }, [0, -1, 2, 1]).order).toEqual([2])
    expect(ordered(SOME, { isInView: true }).order).toEqual([0, 1, 2, 3])
  })

  it('is what a plain stable sort makes of it, whatever the rows', () => {
    const row = fc.record({
      name: fc.constantFrom('', 'a', 'b', 'Zone 2', 'Zone 11', 'ç'),
      size: fc.constantFrom(Number.NaN, -1, 0, 0.5, 7),
      kind: fc.constantFrom('x', 'y'),
    })
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 60 }),
        fc.boolean(),
        fc.boolean(),
        (list, isDown, isX) => {
          const way = isDown ? -1 : 1
          const plain = list
            .map(({ size }, index) => ({ size, index }))
            .sort((a, b) => {
              if (Number.isNaN(a.size) || Number.isNaN(b.size)) {
                return Number(Number.isNaN(a.size)) - Number(Number.isNaN(b.size))
              }
              return way * (a.size - b.size)
            })
            .map(({ index }) => index)
            .filter((index) => !isX || list[index]!.kind === 'x')
          const { order } = ordered(rowsOf(list), {
            sort: { columnId: 'size', isDescending: isDown },
            choices: isX ? { kind: 'x' } : {},
          })
          expect(order).toEqual(plain)
        },
      ),
    )
  })

  it('hands back control again and again over many rows', () => {
    const many = rowsOf(
      Array.from({ length: 20_000 }, (_, i) => ({
        name: `Village ${(i * 7919) % 20_000}`,
        size: i,
        kind: 'x',
      })),
    )
    const { order, slices } = ordered(many, { sort: { columnId: 'name', isDescending: false } })
    expect(slices).toBeGreaterThan(100)
    expect(many.columns[0]!.text(order[12_345]!)).toBe('Village 12345')
  })
})

describe('the rows in view', () => {
  it('are those that are scrolled to, with a few to spare', () => {
    expect(gridWindow(1000, 0, 280)).toMatchObject({ first: 0, offsetPixels: 0 })
    const { first, end } = gridWindow(1000, 500 * ROW_PIXELS, 280)
    expect(first).toBeLessThanOrEqual(500)
    expect(end).toBeGreaterThanOrEqual(510)
    expect(end - first).toBeLessThan(40)
    expect(gridWindow(0, 0, 280)).toMatchObject({ first: 0, end: 0, totalPixels: 0 })
  })

  it('hold any row that is gone to, however many there are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (count, share, fromShare) => {
          const position = Math.floor(share * (count - 1))
          const from = scrollTopFor(Math.floor(fromShare * (count - 1)), count, 0, 280)
          const { first, end } = gridWindow(count, scrollTopFor(position, count, from, 280), 280)
          expect(first).toBeLessThanOrEqual(position)
          expect(end).toBeGreaterThan(position)
        },
      ),
    )
  })
})
