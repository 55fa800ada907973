import { strToU8, zipSync } from 'fflate'

type Shape = {
  readonly code: number
  readonly parts: readonly (readonly (readonly [number, number])[])[]
}

export const WGS84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'

function content({ code, parts }: Shape): Uint8Array {
  if (code === 0) return new Uint8Array(4)
  const points = parts.flat()
  const isPoint = code % 10 === 1
  const bytes = new Uint8Array(isPoint ? 20 : 44 + 4 * parts.length + 16 * points.length)
  const view = new DataView(bytes.buffer)
  view.setInt32(0, code, true)
  let at = 4
  if (!isPoint) {
    view.setInt32(36, parts.length, true)
    view.setInt32(40, points.length, true)
    let first = 0
    parts.forEach((part, index) => {
      view.setInt32(44 + 4 * index, first, true)
      first += part.length
    })
    at = 44 + 4 * parts.length
  }
  for (const [x, y] of points) {
    view.setFloat64(at, x, true)
    view.setFloat64(at + 8, y, true)
    at += 16
  }
  return bytes
}

/** A .shp of any shapes, correct to the byte. */
export function shpOf(shapes: readonly Shape[]): Uint8Array {
  const contents = shapes.map(content)
  const length = contents.reduce((sum, bytes) => sum + 8 + bytes.length, 100)
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  view.setInt32(0, 9994)
  view.setInt32(24, length / 2)
  view.setInt32(28, 1000, true)
  const points = shapes.flatMap(({ parts }) => parts.flat())
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const extent = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  extent.forEach((bound, index) => {
    view.setFloat64(36 + 8 * index, bound, true)
  })
  let at = 100
  contents.forEach((record, index) => {
    view.setInt32(at, index + 1)
    view.setInt32(at + 4, record.length / 2)
    bytes.set(record, at + 8)
    at += 8 + record.length
  })
  return bytes
}

/** A .dbf of text columns, each 20 bytes wide. */
export function dbfOf(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Uint8Array {
  const headerBytes = 33 + 32 * headings.length
  const rowBytes = 1 + 20 * headings.length
  const bytes = new Uint8Array(headerBytes + rowBytes * rows.length + 1).fill(0x20, headerBytes)
  const view = new DataView(bytes.buffer)
  bytes[0] = 3
  view.setUint32(4, rows.length, true)
  view.setUint16(8, headerBytes, true)
  view.setUint16(10, rowBytes, true)
  headings.forEach((heading, index) => {
    bytes.set(strToU8(heading).subarray(0, 10), 32 + 32 * index)
    bytes[32 + 32 * index + 11] = 'C'.charCodeAt(0)
    bytes[32 + 32 * index + 16] = 20
  })
  bytes[headerBytes - 1] = 0x0d
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      bytes.set(strToU8(cell).subarray(0, 20), headerBytes + rowBytes * r + 1 + 20 * c)
    })
  })
  return bytes
}

/** A zipped shapefile with whatever parts are given. */
export function zippedShapefile(parts: {
  readonly shp: Uint8Array
  readonly dbf?: Uint8Array
  readonly prj?: string
  readonly cpg?: string
}): Uint8Array {
  const files: Record<string, Uint8Array> = { 'folder/layer.shp': parts.shp }
  if (parts.dbf) files['folder/layer.DBF'] = parts.dbf
  if (parts.prj) files['folder/layer.prj'] = strToU8(parts.prj)
  if (parts.cpg) files['folder/layer.cpg'] = strToU8(parts.cpg)
  return zipSync(files)
}
