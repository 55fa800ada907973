/** Texts as one run of UTF-8, so that millions are handed over as they lie. The empty one is "missing". */
export type TextColumn = {
  readonly type: 'text'
  readonly bytes: Uint8Array
  /** Text r lies from `offsets[r]` to before `offsets[r + 1]`; one longer than the rows. */
  readonly offsets: Uint32Array
}

/** One field of a dataset, a value per row. */
export type Column =
  /** NaN is "missing". */
  | { readonly type: 'number'; readonly values: Float64Array }
  /** Codes point into labels; −1 is "missing". */
  | { readonly type: 'category'; readonly codes: Int32Array; readonly labels: readonly string[] }
  | TextColumn

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
 * The texts of a field; for one row, see `textAt`.
 *
 * @throws Error if the field is missing or of another type.
 */
export function textsOf(columns: Columns, field: string): readonly string[] {
  return textsIn(textColumnOf(columns, field))
}

/**
 * The text column of a field.
 *
 * @throws Error if the field is missing or of another type.
 */
export function textColumnOf(columns: Columns, field: string): TextColumn {
  const column = columns.fields[field]
  if (column?.type !== 'text') throw new Error(`no text column "${field}"`)
  return column
}

const UTF_8 = new TextDecoder()

/** The text of a row. */
export function textAt({ bytes, offsets }: TextColumn, row: number): string {
  return UTF_8.decode(bytes.subarray(offsets[row], offsets[row + 1]))
}

/** All texts, or those of the rows from one to before another. */
export function textsIn(column: TextColumn, from = 0, to = column.offsets.length - 1): string[] {
  return Array.from({ length: to - from }, (_, index) => textAt(column, from + index))
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

/** A text column from one text per row; the empty text is "missing". */
export function textColumn(values: readonly string[]): TextColumn {
  const encoder = new TextEncoder()
  const encoded = values.map((value) => encoder.encode(value))
  const offsets = new Uint32Array(values.length + 1)
  for (const [row, { length }] of encoded.entries()) offsets[row + 1] = offsets[row]! + length
  const bytes = new Uint8Array(offsets[values.length]!)
  for (const [row, text] of encoded.entries()) bytes.set(text, offsets[row]!)
  return { type: 'text', bytes, offsets }
}
