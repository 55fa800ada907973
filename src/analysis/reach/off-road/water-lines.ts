import { type Columns, labelAt, textAt, textColumnOf } from '#core/columns/columns.ts'
import { waterBarriersOf } from '#core/columns/water-columns.ts'
import type { LAND_COVERS } from '#core/records/land-cover.ts'
import { BARRIER_METRES } from '#core/records/waterway.ts'

/** Rivers, shores and wide streams as straight pieces: what nobody walks across. */
export type WaterLines = {
  /** Longitude and latitude of one end, then of the other, four numbers a piece. */
  readonly ends: Float64Array
  /** The name of each piece: a position in `names`; 0: it has none. */
  readonly name: Uint32Array
  readonly names: readonly string[]
}

/** No water. */
export const NO_WATER: WaterLines = {
  ends: new Float64Array(0),
  name: new Uint32Array(0),
  names: [''],
}

/**
 * The pieces of waterways that are barriers (`isWaterBarrier`), and the shores of water among land
 * cover. 100,000 pieces take some 30 ms.
 */
export function waterLines(
  waterways: readonly Columns[],
  landCover: readonly Columns[] = [],
  barrierMetres: number = BARRIER_METRES,
): WaterLines {
  const ends: number[] = []
  const name: number[] = []
  const nameAt = new Map([['', 0]])
  const add = (columns: Columns, nameOf: (row: number) => string | null) => {
    const { geometry, rowCount } = columns
    if (geometry.type !== 'lines') return
    const { positions, offsets } = geometry
    for (let row = 0; row < rowCount; row++) {
      const text = nameOf(row)
      if (text === null) continue
      if (!nameAt.has(text)) nameAt.set(text, nameAt.size)
      for (let vertex = offsets[row]! + 1; vertex < offsets[row + 1]!; vertex++) {
        const at = 2 * (vertex - 1)
        ends.push(positions[at]!, positions[at + 1]!, positions[at + 2]!, positions[at + 3]!)
        name.push(nameAt.get(text)!)
      }
    }
  }
  for (const columns of waterways) add(columns, barrierNames(columns, barrierMetres))
  for (const columns of landCover) {
    const cover = columns.fields['cover']
    if (cover?.type !== 'category') continue
    add(columns, (row) => (labelAt(cover, row) === WATER ? '' : null))
  }
  return {
    ends: Float64Array.from(ends),
    name: Uint32Array.from(name),
    names: [...nameAt.keys()],
  }
}

const WATER: (typeof LAND_COVERS)[number] = 'water'

/** Names of the rows that are barriers; null: a stream that is waded. */
function barrierNames(columns: Columns, barrierMetres: number): (row: number) => string | null {
  const isBarrier = waterBarriersOf(columns, barrierMetres)
  const names = textColumnOf(columns, 'name')
  return (row) => (isBarrier(row) ? textAt(names, row) : null)
}
