/** Rows of a matrix as they come, packed one after another. */
export type RowWriter = {
  /** Begins a row that lies between two limits. */
  row(lower: number, upper: number): void
  /** An entry of the row that was begun last. */
  put(column: number, value: number): void
  /** All of it, in arrays of the right length. */
  packed(): PackedRows
}

/** A matrix by rows: entries of row i are `starts[i]` up to `starts[i + 1]` − 1. */
export type PackedRows = {
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
  readonly starts: Int32Array
  readonly indices: Int32Array
  readonly values: Float64Array
}

/** An empty matrix to write to. */
export function createRowWriter(): RowWriter {
  const lowers: number[] = []
  const uppers: number[] = []
  const starts: number[] = [0]
  const indices: number[] = []
  const values: number[] = []
  return {
    row(lower, upper) {
      lowers.push(lower)
      uppers.push(upper)
      starts.push(indices.length)
    },
    put(column, value) {
      indices.push(column)
      values.push(value)
      starts[starts.length - 1] = indices.length
    },
    packed: () => ({
      rowLower: Float64Array.from(lowers),
      rowUpper: Float64Array.from(uppers),
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    }),
  }
}
