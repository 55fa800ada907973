import { folded, foldedWords, sortKey } from '#core/folded.ts'
import type { ExtentDegrees } from '#core/geo/extent.ts'
import type { TableView } from '#state/tables-state.ts'
import type { Sliced } from '#ui/slices.ts'
import type { TableColumn, TableRows } from './table-kind.ts'

/** So many steps between two yields: about a millisecond's work each. */
const STEPS_A_SLICE = 2000

/** Which rows a table shows, in order, and how many of all its words a search has read. */
export function* orderedRows(
  rows: TableRows,
  { sort, text, choices, isInView }: TableView,
  viewDegrees: ExtentDegrees | null,
): Sliced<Uint32Array> {
  const column = rows.columns.find(({ id }) => id === sort?.columnId)
  const all = yield* sortedRows(rows, column ?? null, sort?.isDescending ?? false)
  const wanted = foldedWords(text)
  const hay = wanted.length > 0 ? yield* haystack(rows) : null
  const chosen = rows.columns.flatMap((each) => {
    const value = choices[each.id]
    return value === undefined ? [] : [{ text: each.text, value }]
  })
  const box = isInView ? viewDegrees : null
  const places = box ? yield* extents(rows) : null
  if (!hay && !places && chosen.length === 0) return all
  const kept = new Uint32Array(all.length)
  let count = 0
  for (let i = 0; i < all.length; i++) {
    if (i % STEPS_A_SLICE === STEPS_A_SLICE - 1) yield
    const index = all[i]!
    if (places && !touches(places, index, box!)) continue
    if (!chosen.every((choice) => choice.text(index) === choice.value)) continue
    if (hay && !wanted.every((word) => hay[index]!.includes(word))) continue
    kept[count++] = index
  }
  return kept.slice(0, count)
}

type Sorted = {
  readonly columnId: string
  readonly isDescending: boolean
  readonly order: Uint32Array
}

const lastSorted = new WeakMap<TableRows, Sorted>()

/** All rows by a column; equal ones stay as they were given, and unknown ones come last either way. */
function* sortedRows(
  rows: TableRows,
  column: TableColumn | null,
  isDescending: boolean,
): Sliced<Uint32Array> {
  const order = new Uint32Array(rows.count)
  for (let index = 0; index < order.length; index++) order[index] = index
  if (!column) return order
  const known = lastSorted.get(rows)
  if (known?.columnId === column.id && known.isDescending === isDescending) return known.order
  const compare = column.number
    ? byNumber(yield* numbersOf(rows, column.number), isDescending)
    : byText(yield* keysOf(rows, column), isDescending)
  const sorted = yield* mergeSorted(order, compare)
  lastSorted.set(rows, { columnId: column.id, isDescending, order: sorted })
  return sorted
}

type Compare = (a: number, b: number) => number

function byNumber(values: Float64Array, isDescending: boolean): Compare {
  const way = isDescending ? -1 : 1
  return (a, b) => {
    const [one, other] = [values[a]!, values[b]!]
    if (Number.isNaN(one) || Number.isNaN(other)) {
      return Number(Number.isNaN(one)) - Number(Number.isNaN(other))
    }
    return one < other ? -way : one > other ? way : 0
  }
}

function byText(keys: readonly string[], isDescending: boolean): Compare {
  const way = isDescending ? -1 : 1
  return (a, b) => {
    const [one, other] = [keys[a]!, keys[b]!]
    if (one === '' || other === '') return Number(one === '') - Number(other === '')
    return one < other ? -way : one > other ? way : 0
  }
}

/** Merges runs that double in length, from the bottom up: stable, and cut anywhere. */
function* mergeSorted(order: Uint32Array<ArrayBuffer>, compare: Compare): Sliced<Uint32Array> {
  let from = order
  let to = new Uint32Array(order.length)
  let steps = 0
  for (let width = 1; width < order.length; width *= 2) {
    for (let start = 0; start < order.length; start += 2 * width) {
      const middle = Math.min(start + width, order.length)
      const end = Math.min(start + 2 * width, order.length)
      let [left, right] = [start, middle]
      for (let at = start; at < end; at++) {
        if (++steps % STEPS_A_SLICE === 0) yield
        const isLeft = left < middle && (right >= end || compare(from[left]!, from[right]!) <= 0)
        to[at] = isLeft ? from[left++]! : from[right++]!
      }
    }
    const merged = to
    to = from
    from = merged
  }
  return from
}

function* numbersOf(rows: TableRows, number: (index: number) => number): Sliced<Float64Array> {
  const values = new Float64Array(rows.count)
  for (let index = 0; index < rows.count; index++) {
    if (index % STEPS_A_SLICE === STEPS_A_SLICE - 1) yield
    values[index] = number(index)
  }
  return values
}

function* keysOf(rows: TableRows, column: TableColumn): Sliced<string[]> {
  const keys: string[] = []
  const made = new Map<string, string>()
  for (let index = 0; index < rows.count; index++) {
    if (index % 500 === 499) yield
    const text = column.text(index)
    let key = made.get(text)
    if (key === undefined) {
      key = sortKey(text)
      if (made.size < 1000) made.set(text, key)
    }
    keys.push(key)
  }
  return keys
}

const haystacks = new WeakMap<TableRows, readonly string[]>()

/** All that is searched of each row, folded; read once a table. */
export function* haystack(rows: TableRows): Sliced<readonly string[]> {
  const known = haystacks.get(rows)
  if (known) return known
  const searched = rows.columns.filter(({ isSearched }) => isSearched !== false)
  const hay: string[] = []
  for (let index = 0; index < rows.count; index++) {
    if (index % 100 === 99) yield
    hay.push(folded(searched.map(({ text }) => text(index)).join(' ')))
  }
  haystacks.set(rows, hay)
  return hay
}

const extentsOf = new WeakMap<TableRows, Float64Array>()

/** West, south, east, north of every row in turn; NaN where it has no place. */
function* extents(rows: TableRows): Sliced<Float64Array> {
  const known = extentsOf.get(rows)
  if (known) return known
  const values = new Float64Array(4 * rows.count).fill(Number.NaN)
  for (let index = 0; index < rows.count; index++) {
    if (index % 500 === 499) yield
    const extent = rows.extentAt(index)
    if (extent) values.set(extent, 4 * index)
  }
  extentsOf.set(rows, values)
  return values
}

function touches(places: Float64Array, index: number, box: ExtentDegrees): boolean {
  const [west, south, east, north] = box
  return (
    places[4 * index]! <= east &&
    places[4 * index + 2]! >= west &&
    places[4 * index + 1]! <= north &&
    places[4 * index + 3]! >= south
  )
}
