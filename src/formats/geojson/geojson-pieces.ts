import { issue, type Result, refuse } from '#core/issue.ts'
import { type ByteSource, byteRuns } from '../byte-source.ts'
import { joined } from '../bytes/inflate-within.ts'
import { type CoordinateSystem, systemOfName } from '../geometry/coordinate-system.ts'
import { withStated } from '../marks/stated.ts'
import type { RawTable, ReadAnswers } from '../raw-table.ts'
import { openPieces, PieceFault, type TablePieces } from '../table-pieces.ts'
import {
  crsName,
  type FeatureReading,
  featureReading,
  headingsOf,
  isSequence,
  RECORD_SEPARATOR,
  statedBy,
} from './index.ts'
import { parseJson } from './parse-json.ts'
import { featureScan } from './scan-features.ts'

/** The browser's and Node's own. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array }
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string }

/** One feature that is longer is no feature of a map. */
const MAX_FEATURE_BYTES = 48 * 1024 * 1024
/** Members beside the features stand at one end or the other. */
const END_BYTES = 64 * 1024
const FEATURES = /"features"\s*:\s*\[/
const CRS_NAME = /"crs"\s*:\s*\{[^{}]*"properties"\s*:\s*\{\s*"name"\s*:\s*"([^"]{1,200})"/
/**
 * Features of a collection, or of lines of features, in pieces of some 2 MB. The members of the features
 * of the first piece are the headings; one that comes later is told once and left out. Null: it holds no
 * features, and is for the reader of whole files to name.
 */
export async function geojsonPieces(
  source: ByteSource,
  answers: ReadAnswers,
): Promise<Result<TablePieces> | null> {
  const text = async (from: number, to: number) =>
    new TextDecoder('utf-8').decode(await source.read(from, to))
  const [head, tail] = [
    await text(0, END_BYTES),
    await text(Math.max(0, source.size - END_BYTES), source.size),
  ]
  const opening = FEATURES.exec(head)
  if (!opening && !isSequence(head.replaceAll(RECORD_SEPARATOR, ''))) return null
  if (opening && !/\}\s*$/.test(tail)) return refuse(cutOff(source.name))
  const members = opening ? membersBefore(head.slice(0, opening.index)) : null
  const stated = crsName(members) ?? CRS_NAME.exec(tail)?.[1]
  const system = systemOfName(answers.crs ?? stated ?? 'CRS84')
  if (system === 'unknown') {
    const message = `${source.name} names a coordinate system that is not known here ("${answers.crs ?? stated}"); export it in WGS 84.`
    return refuse(issue('error', 'crs-unknown', message, { file: source.name }))
  }
  const file = {
    source,
    system,
    start: opening ? startOf(opening, head) : 0,
    stated: statedBy(members),
  }
  return openPieces(source, (tell) => piecesOf(file, tell), 'features')
}

type OpenFile = {
  readonly source: ByteSource
  readonly system: Exclude<CoordinateSystem, 'unknown'>
  /** Where the list of features begins, in bytes; 0: each feature stands on a line of its own. */
  readonly start: number
  readonly stated: ReturnType<typeof statedBy>
}

/** What a collection says before its features; null where that is no sound JSON. */
function membersBefore(text: string): unknown {
  try {
    return JSON.parse(`${text}"features":[]}`)
  } catch {
    return null
  }
}

/** Where the list of features begins, in bytes. */
function startOf(opening: RegExpExecArray, head: string): number {
  return new TextEncoder().encode(head.slice(0, opening.index + opening[0].length)).length
}

async function* piecesOf(
  file: OpenFile,
  tell: (readLength: number) => void,
): AsyncGenerator<RawTable> {
  const { name } = file.source
  const late = new Set<string>()
  let reading: FeatureReading | null = null
  let line = 0
  for await (const text of featureTexts(file, tell)) {
    const features = featuresIn(text, name, line)
    if (!reading) {
      const made = featureReading(name, features, file.system)
      if (!made.ok) throw new PieceFault(made.issues[0]!)
      reading = made.value
    }
    const table = reading.tableOf(features, line)
    const issues = lateColumns(name, features, { line, late, known: reading.headings })
    yield withStated({ ...table, issues: [...table.issues, ...issues] }, file.stated)
    line += features.length
  }
}

function featuresIn(text: string, file: string, line: number): readonly unknown[] {
  const parsed = parseJson(`[${text}]`, file)
  if (parsed.ok) return parsed.value as unknown[]
  const [fault] = parsed.issues
  if (fault?.code === 'too-deep') throw new PieceFault(fault)
  const message = `${file} is not sound JSON somewhere behind feature ${line}. Ask for it again.`
  throw new PieceFault(issue('error', 'json-syntax', message, { file, line }))
}

type Late = {
  readonly line: number
  readonly late: Set<string>
  readonly known: readonly string[]
}

/** Members that the first piece did not have, each told once. */
function lateColumns(file: string, features: readonly unknown[], { line, late, known }: Late) {
  const names = [...headingsOf(features).keys()].filter((heading) => !known.includes(heading))
  return names
    .filter((heading) => !late.has(heading))
    .map((heading) => {
      late.add(heading)
      const message = `${file}: "${heading.slice(0, 80)}" is first said behind feature ${line}, and was left out. Put a feature that has it at the beginning if it matters.`
      return issue('warning', 'column-late', message, { file, field: heading.slice(0, 80) })
    })
}

/** Whole features one behind the other, parted by commas. */
async function* featureTexts(
  { source, start }: OpenFile,
  tell: (readLength: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  const scan = featureScan(start > 0)
  let rest: Uint8Array = new Uint8Array(0)
  for await (const run of byteRuns(source, start)) {
    tell(run.to)
    const bytes = joined([rest, run.bytes], rest.length + run.bytes.length)
    const { end, isClosed } = scan.next(bytes)
    const text = decoder.decode(bytes.subarray(0, end)).trim()
    const whole = start > 0 ? text.replace(/^,/, '') : linesAsList(text)
    if (whole.trim() !== '') yield whole
    if (isClosed) return
    rest = bytes.slice(end)
    if (rest.length > MAX_FEATURE_BYTES) throw new PieceFault(tooLong(source.name))
  }
  if (start > 0 || decoder.decode(rest).trim() !== '') throw new PieceFault(cutOff(source.name))
}

/** Features that stand on lines of their own as members of a list; RFC 8142 puts a sign before each. */
function linesAsList(text: string): string {
  return text.replaceAll(RECORD_SEPARATOR, '').replace(/\}\s*[\n\r]\s*\{/g, '},{')
}

function cutOff(file: string) {
  const message = `${file} ends too early: it is not whole. Ask for it again.`
  return issue('error', 'json-syntax', message, { file })
}

function tooLong(file: string) {
  const message = `${file} holds a feature of more than ${MAX_FEATURE_BYTES / 1024 / 1024} MB; it is no map data.`
  return issue('error', 'feature-long', message, { file })
}
