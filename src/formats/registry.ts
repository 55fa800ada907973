import { type Issue, issue, ok, type Result, refuse } from '#core/issue.ts'
import { decodeText } from './bytes/decode-text.ts'
import { gunzip, isGzip } from './bytes/gunzip.ts'
import { isZip, unzip, type ZipEntry } from './bytes/unzip.ts'
import { readCap } from './cap/index.ts'
import { readCsv } from './csv/index.ts'
import { isEsriGrid, readEsriGrid } from './esri-grid/index.ts'
import { readGeojson } from './geojson/index.ts'
import { readGpx } from './gpx/index.ts'
import { readIati } from './iati/index.ts'
import { readJsonRows } from './json-rows/index.ts'
import { readKml } from './kml/index.ts'
import { statedInNotes, withStated } from './marks/stated.ts'
import type { RawTable, ReadAnswers, SourceFile } from './raw-table.ts'
import { readShapefile } from './shapefile/index.ts'
import { isShp } from './shapefile/read-shp.ts'
import { hasRoot, isCap, READABLE, unreadable } from './unreadable.ts'
import { isWorkbook, readXlsx } from './xlsx/index.ts'

/** A way to store tables in a file. The first that takes a file reads it, so the order matters. */
export type FileFormat = {
  readonly id: string
  /** By content first; the name decides only where the content leaves it open. */
  readonly takes: (file: SourceFile, head: string) => boolean
  readonly read: (file: SourceFile, answers: ReadAnswers) => Result<readonly RawTable[]>
}

/** A list of lists or of objects, also as the answer of a web service: {"count": 2, "data": [{…}]}. */
const JSON_ROWS =
  /^\s*(\[\s*[[{]|\{(\s*"\w+"\s*:\s*("[^"]*"|[\w.+-]+|\[\s*\])\s*,)*\s*"(data|Data|Result|results)"\s*:\s*\[\s*\{)/

/** Every format that can be read. A new one is a folder and a line here. */
const FORMATS: readonly FileFormat[] = [
  { id: 'shapefile', takes: isShapefile, read: single(readShapefile) },
  { id: 'json-rows', takes: (_, head) => JSON_ROWS.test(head), read: single(readJsonRows) },
  {
    id: 'geojson',
    takes: ({ name }, head) =>
      /^\s*[{[]/.test(head.replace('\u001e', '')) || /\.(geo)?jsonl?$/i.test(name),
    read: single(readGeojson),
  },
  { id: 'kml', takes: (_, head) => hasRoot(head, 'kml'), read: readKml },
  { id: 'gpx', takes: (_, head) => hasRoot(head, 'gpx'), read: readGpx },
  { id: 'iati', takes: (_, head) => hasRoot(head, 'iati-activities'), read: single(readIati) },
  { id: 'cap', takes: (_, head) => isCap(head), read: single(readCap) },
  { id: 'esri-grid', takes: (_, head) => isEsriGrid(head), read: single(readEsriGrid) },
  { id: 'csv', takes: () => true, read: single(readCsv) },
]

/** A format of one table a file. */
function single(
  read: (file: SourceFile, answers: ReadAnswers) => Result<RawTable>,
): FileFormat['read'] {
  return (file, answers) => {
    const table = read(file, answers)
    return table.ok ? ok([table.value], table.issues) : table
  }
}

export const NO_ANSWERS: ReadAnswers = { crs: null }
const WANTED = /\.(shp|dbf|prj|cpg|geojson|json|geojsonl|asc|csv|tsv|ssv|txt|kml|gpx)$/i

/**
 * The tables of a file of any kind: one, or one per layer of a zip. Never throws for what a file may
 * hold. A layer that cannot be read is named in the issues while the others come in.
 *
 * @param bytes are not kept.
 */
export function readTables(
  name: string,
  bytes: Uint8Array,
  answers: ReadAnswers = NO_ANSWERS,
): Result<readonly RawTable[]> {
  if (bytes.length === 0) {
    return refuse(
      issue('error', 'empty-file', `${name} is empty: it has no bytes. Ask for it again.`, {
        file: name,
      }),
    )
  }
  if (isZip(bytes)) return readZip(name, bytes, answers)
  if (!isGzip(bytes)) return readAs({ name, bytes, sidecars: new Map() }, answers)
  const unpacked = gunzip(bytes, name)
  if (!unpacked.ok) return unpacked
  return readAs({ name, bytes: unpacked.value, sidecars: new Map() }, answers)
}

/** Also one whose .shp is damaged, told by the .dbf beside it: it is to be named as what it was. */
function isShapefile({ bytes, sidecars }: SourceFile): boolean {
  return isShp(bytes) || sidecars.has('dbf')
}

function readAs(file: SourceFile, answers: ReadAnswers): Result<readonly RawTable[]> {
  const format = formatOf(file)
  return format.ok ? format.value.read(file, answers) : format
}

/** The format of a file by its first 64 kB, or why it cannot be read. */
export function formatOf(file: SourceFile): Result<FileFormat> {
  const head = headOf(file.bytes)
  const fault = isShapefile(file) ? null : unreadable(file.bytes, head, file.name)
  if (fault) return refuse(fault)
  const plain = { ...file, name: file.name.replace(/\.gz$/i, '') }
  return ok(FORMATS.find(({ takes }) => takes(plain, head))!)
}

/** The beginning as text: more of XML, where long comments may stand before the first element. */
function headOf(bytes: Uint8Array): string {
  const head = decodeText(bytes.subarray(0, HEAD_BYTES)).text
  return /^\s*</.test(head) ? decodeText(bytes.subarray(0, XML_HEAD_BYTES)).text : head
}

const HEAD_BYTES = 4096
export const XML_HEAD_BYTES = 65_536

function readZip(
  name: string,
  bytes: Uint8Array,
  answers: ReadAnswers,
): Result<readonly RawTable[]> {
  const unpacked = unzip(
    bytes,
    name,
    (entry) => (isWanted(entry) || NOTES.test(entry)) && !/(^|\/)(__MACOSX\/|\.)/.test(entry),
  )
  if (!unpacked.ok) return unpacked
  if (isWorkbook(unpacked.value)) return readXlsx(name, unpacked.value)
  const stated = statedInNotes(notesIn(unpacked.value))
  const layers = layersOf(unpacked.value.filter((entry) => !NOTES.test(entry.name)))
  if (layers.length === 0) return refuse(nothingIn(name, unpacked.value))
  const tables: RawTable[] = []
  const issues: Issue[] = []
  for (const layer of layers) {
    const shown = layers.length > 1 ? `${name} › ${layer.name}` : name
    const table = readAs({ ...layer, name: shown }, answers)
    const own = stated.get(layer.name.replace(/\.[^.]*$/, ''))
    if (table.ok) tables.push(...table.value.map((one) => withStated(one, one.stated ?? own)))
    else issues.push(...table.issues)
  }
  if (tables.length === 0) return refuse(...issues)
  return ok(
    tables,
    issues.filter(({ code }) => code !== 'kml-index'),
  )
}

/** Notes that are packed beside layers; they are for people. */
const NOTES = /(^|\/)(read.?me|licen[cs]e|about)[^/]*\.txt$/i

function notesIn(entries: readonly ZipEntry[]): string {
  const notes = entries.filter(({ name }) => NOTES.test(name))
  return notes.map(({ bytes }) => decodeText(bytes).text).join('\n')
}

/** Layers of any format, and the parts of a workbook. */
function isWanted(entry: string): boolean {
  if (NOTES.test(entry)) return false
  return WANTED.test(entry) || /^xl\/.*\.(xml|rels)$/.test(entry)
}

function layersOf(entries: readonly ZipEntry[]): SourceFile[] {
  const stemOf = (name: string) => name.replace(/\.[^./]*$/, '').toLowerCase()
  const extensionOf = (name: string) => name.replace(/^.*\./, '').toLowerCase()
  return entries
    .filter(({ name }) => !/\.(dbf|prj|cpg)$/i.test(name))
    .map(({ name, bytes }) => {
      const beside = entries.filter(
        (entry) => entry.name !== name && stemOf(entry.name) === stemOf(name),
      )
      const sidecars = new Map(beside.map((entry) => [extensionOf(entry.name), entry.bytes]))
      return { name: name.replace(/^.*\//, ''), bytes, sidecars }
    })
}

function nothingIn(file: string, entries: readonly ZipEntry[]): Issue {
  if (entries.some(({ name }) => /\.dbf$/i.test(name))) {
    const message = `${file} holds the table of a shapefile but no .shp; ask for the whole shapefile.`
    return issue('error', 'shp-missing', message, { file })
  }
  if (/\.xlsx$/i.test(file)) {
    const message = `${file} is no whole workbook; save it again as .xlsx.`
    return issue('error', 'xlsx-damaged', message, { file })
  }
  const message = `${file} holds nothing that can be read. Put in one of these: ${READABLE}.`
  return issue('error', 'format-unread', message, { file })
}
