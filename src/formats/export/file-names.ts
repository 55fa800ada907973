/** Endings of files that data lies in. */
const FILE =
  /[^\s.]\.(csv|tsv|ssv|txt|xlsx?|xlsm|ods|(geo)?jsonl?|kml|kmz|gpx|gpkg|parquet|fgb|shp|dbf|pbf|tab|dta|sav|mdb|accdb|sqlite|xml|zip|gz|7z|rar|pdf|docx?)(?![\p{L}\p{N}])/iu

/**
 * Whether a source is but the name of a file, or names one: file names tell of persons, places and
 * systems that the source itself would not.
 *
 * @param files names of those that the data came in.
 */
export function namesFile(source: string, files: readonly string[]): boolean {
  const plain = (text: string) => text.trim().toLowerCase()
  const names = files.flatMap((file) => [file, file.replace(/\.[^.]*$/, '')])
  return FILE.test(source) || names.some((name) => plain(name) === plain(source))
}
