/**
 * Whether every offset and length of a FlatGeobuf points into the file. The reader that we use
 * believes them: one wrong byte makes it count to four thousand million. Linear in the bytes.
 *
 * @source https://flatgeobuf.org (header.fbs, feature.fbs) and the FlatBuffers binary format.
 */
export function isSoundFlatgeobuf(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const header = frameAt(view, MAGIC_BYTES)
    const walk = { view, ...header, visitsLeft: bytes.length }
    const table = rootOf(walk)
    checkTable(walk, table, HEADER)
    let at = header.end + indexBytes(walk, table)
    while (at < view.byteLength) {
      const feature = frameAt(view, at)
      const inFeature = { view, ...feature, visitsLeft: feature.end - feature.start }
      checkTable(inFeature, rootOf(inFeature), FEATURE)
      at = feature.end
    }
    return at === view.byteLength
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** A field by its number in the schema; a number of bytes is the size of a vector's items. */
type Field = number | { readonly table: () => Schema } | { readonly tables: () => Schema }
type Schema = Readonly<Record<number, Field>>

const MAGIC_BYTES = 8
const NODE_BYTES = 40
const FEATURE_COUNT = 8
const INDEX_NODE_SIZE = 9
const CRS: Schema = { 0: 1, 2: 1, 3: 1, 4: 1, 5: 1 }
const COLUMN: Schema = { 0: 1, 2: 1, 3: 1, 10: 1 }
const HEADER: Schema = {
  0: 1,
  1: 8,
  7: { tables: () => COLUMN },
  10: { table: () => CRS },
  11: 1,
  12: 1,
  13: 1,
}
const GEOMETRY: Schema = { 0: 4, 1: 8, 2: 8, 3: 8, 4: 8, 5: 8, 7: { tables: () => GEOMETRY } }
const FEATURE: Schema = { 0: { table: () => GEOMETRY }, 1: 1, 2: { tables: () => COLUMN } }

/** A buffer within the file, and how many more tables may be looked at in it. */
type Walk = {
  readonly view: DataView
  readonly start: number
  readonly end: number
  visitsLeft: number
}

/** The buffer behind a length of four bytes. */
function frameAt(view: DataView, at: number): { readonly start: number; readonly end: number } {
  const start = at + 4
  const end = start + view.getUint32(at, true)
  if (end > view.byteLength || end < start + 4) throw new RangeError('frame')
  return { start, end }
}

function rootOf(walk: Walk): number {
  return forward(walk, walk.start)
}

/** Where the offset at a place points to. */
function forward({ view, start, end }: Walk, at: number): number {
  if (at < start || at + 4 > end) throw new RangeError('offset')
  const target = at + view.getUint32(at, true)
  if (target <= at || target + 4 > end) throw new RangeError('target')
  return target
}

function checkTable(walk: Walk, table: number, schema: Schema): void {
  if (walk.visitsLeft-- <= 0) throw new RangeError('visits')
  for (const [index, field] of Object.entries(schema)) {
    const at = fieldAt(walk, table, Number(index))
    if (at === null) continue
    const target = forward(walk, at)
    if (typeof field === 'number') vectorCount(walk, target, field)
    else if ('table' in field) checkTable(walk, target, field.table())
    else {
      const count = vectorCount(walk, target, 4)
      for (let i = 0; i < count; i++) {
        checkTable(walk, forward(walk, target + 4 + 4 * i), field.tables())
      }
    }
  }
}

/** Where a field of a table lies; null if the table has none. */
function fieldAt({ view, start, end }: Walk, table: number, index: number): number | null {
  const vtable = table - view.getInt32(table, true)
  if (vtable < start || vtable + 4 > end) throw new RangeError('vtable')
  const length = view.getUint16(vtable, true)
  if (vtable + length > end) throw new RangeError('vtable')
  const slot = 4 + 2 * index
  if (slot + 2 > length) return null
  const offset = view.getUint16(vtable + slot, true)
  return offset === 0 ? null : table + offset
}

function vectorCount({ view, end }: Walk, at: number, itemBytes: number): number {
  const count = view.getUint32(at, true)
  if (at + 4 + count * itemBytes > end) throw new RangeError('vector')
  return count
}

/** Bytes of the packed R-tree between header and features, as its writer lays it out. */
function indexBytes(walk: Walk, header: number): number {
  const countAt = fieldAt(walk, header, FEATURE_COUNT)
  const sizeAt = fieldAt(walk, header, INDEX_NODE_SIZE)
  const nodeSize = sizeAt === null ? 16 : walk.view.getUint16(sizeAt, true)
  const count = countAt === null ? 0 : Number(walk.view.getBigUint64(countAt, true))
  if (nodeSize === 0) return 0
  if (count === 0)
    throw new RangeError('an index of nothing, on which the reader goes round for ever')
  let nodes = count
  let level = count
  do {
    level = Math.ceil(level / Math.max(nodeSize, 2))
    nodes += level
  } while (level > 1)
  return nodes * NODE_BYTES
}
