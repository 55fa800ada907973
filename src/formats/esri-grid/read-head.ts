import { issue, ok, type Result, refuse } from '#core/issue.ts'

/** Where the squares of a grid lie; the south-west corner, not the middle of its square. */
export type GridHead = {
  readonly columns: number
  readonly rows: number
  readonly west: number
  readonly south: number
  readonly cellDegrees: number
  /** What stands where nothing is known. */
  readonly noData: number
  /** Where the values begin in the text. */
  readonly bodyAt: number
}

/** What stands for "nothing" where the file does not say it. */
const USUAL_NO_DATA = -9999
const MOST_VALUES = 100_000_000
const LINE = /[ \t]*([a-z_]+)[ \t]+(\S+)[ \t]*(?:\r\n|\r|\n)/iy

/** The first lines of an Esri ASCII grid, in any order and whatever their capitals. */
export function readHead(text: string, file: string): Result<GridHead> {
  const no = (code: string, message: string) =>
    refuse<GridHead>(issue('error', code, `${file} ${message}`, { file }))
  const stated = new Map<string, number>()
  let bodyAt = text.length - text.trimStart().length
  for (;;) {
    LINE.lastIndex = bodyAt
    const [all = '', key = '', value = ''] = LINE.exec(text) ?? []
    if (all === '') break
    stated.set(key.toLowerCase(), Number(value))
    bodyAt += all.length
  }
  const given = (key: string) => stated.get(key) ?? Number.NaN
  const [columns, rows, cellDegrees] = [given('ncols'), given('nrows'), given('cellsize')]
  const half = cellDegrees / 2
  const west = stated.has('xllcenter') ? given('xllcenter') - half : given('xllcorner')
  const south = stated.has('yllcenter') ? given('yllcenter') - half : given('yllcorner')
  const isCounted = Number.isSafeInteger(columns) && Number.isSafeInteger(rows)
  const isSized = columns > 0 && rows > 0 && cellDegrees > 0
  if (!isCounted || !isSized || !Number.isFinite(west) || !Number.isFinite(south)) {
    const message =
      'does not say where its squares lie. Its first lines must give ncols, nrows, xllcorner, yllcorner and cellsize as numbers.'
    return no('grid-head', message)
  }
  if (columns * rows > MOST_VALUES) {
    return no(
      'grid-large',
      'has more than 100 million heights. Export a part of it, or a coarser one.',
    )
  }
  const [east, north] = [west + columns * cellDegrees, south + rows * cellDegrees]
  if (west < -180.5 || east > 180.5 || south < -90.5 || north > 90.5) {
    const message =
      'is not in degrees. Convert it to longitude and latitude (EPSG:4326), for instance with "gdalwarp -t_srs EPSG:4326".'
    return no('grid-metres', message)
  }
  const noData = stated.get('nodata_value') ?? USUAL_NO_DATA
  return ok({ columns, rows, west, south, cellDegrees, noData, bodyAt })
}
