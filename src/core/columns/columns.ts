/** One field of a dataset, a value per row. */
export type Column =
  /** NaN is "missing". */
  | { readonly type: 'number'; readonly values: Float64Array }
  /** Codes point into labels; −1 is "missing". */
  | { readonly type: 'category'; readonly codes: Int32Array; readonly labels: readonly string[] }
  /** The empty text is "missing". */
  | { readonly type: 'text'; readonly values: readonly string[] }

/** Where the rows lie. Positions are longitude, latitude in turn. */
export type Geometry =
  | { readonly type: 'none' }
  | { readonly type: 'points'; readonly positions: Float64Array }
  | {
      readonly type: 'lines'
      readonly positions: Float64Array
      /** Row r owns vertices `offsets[r]` to `offsets[r + 1]` − 1; one longer than the rows. */
      readonly offsets: Uint32Array
      /** Instant of each vertex in minutes since 1970, for tracks; null for lines without time. */
      readonly vertexEpochMinutes: Float64Array | null
    }

/** An immutable columnar batch of observations: as it was imported, never rewritten. */
export type Columns = {
  readonly rowCount: number
  readonly geometry: Geometry
  readonly fields: Readonly<Record<string, Column>>
}

/**
 * The numbers of a field.
 *
 * @throws Error if the field is missing or of another type.
 */
export function numbersOf(columns: Columns, field: string): Float64Array {
  const column = columns.fields[field]
  if (column?.type !== 'number') throw new Error(`no number column "${field}"`)
  return column.values
}

/**
 * The codes and labels of a field.
 *
 * @throws Error if the field is missing or of another type.
 */
export function categoriesOf(
  columns: Columns,
  field: string,
): { readonly codes: Int32Array; readonly labels: readonly string[] } {
  const column = columns.fields[field]
  if (column?.type !== 'category') throw new Error(`no category column "${field}"`)
  return column
}

/**
 * The texts of a field.
 *
 * @throws Error if the field is missing or of another type.
 */
export function textsOf(columns: Columns, field: string): readonly string[] {
  const column = columns.fields[field]
  if (column?.type !== 'text') throw new Error(`no text column "${field}"`)
  return column.values
}

/** The label of a row in a category column, or null where it is missing. */
export function labelAt(
  column: { readonly codes: Int32Array; readonly labels: readonly string[] },
  row: number,
): string | null {
  return column.labels[column.codes[row] ?? -1] ?? null
}

/** A category column from one text per row; null is "missing". Labels keep their first order. */
export function categoryColumn(values: readonly (string | null)[]): Column {
  const codeOf = new Map<string, number>()
  const codes = Int32Array.from(values, (value) => {
    if (value === null) return -1
    const code = codeOf.get(value) ?? codeOf.size
    codeOf.set(value, code)
    return code
  })
  return { type: 'category', codes, labels: [...codeOf.keys()] }
}

/** A number column from one number per row; null is "missing". */
export function numberColumn(values: readonly (number | null)[]): Column {
  return { type: 'number', values: Float64Array.from(values, (value) => value ?? Number.NaN) }
}
