/** Endings of files that data lies in. */
const FILE =
  /[^\s.]\.(csv|tsv|ssv|txt|xlsx?|xlsm|ods|(geo)?jsonl?|kml|kmz|gpx|gpkg|parquet|fgb|shp|dbf|mdb|sqlite|xml|zip|gz|7z|rar|pdf|docx?)(?![\p{L}\p{N}])/iu

/**
 * Whether a source is but the name of a file, or names one: file names tell of persons, places and
 * systems that the source itself would not.
 *
 * @param file the name of the file that the data came in, where it is known.
 */
export function namesFile(source: string, file: string | null): boolean {
  const plain = (text: string) => text.trim().toLowerCase()
  const names = file === null ? [] : [file, file.replace(/\.[^.]*$/, '')]
  return FILE.test(source) || names.some((name) => plain(name) === plain(source))
}
