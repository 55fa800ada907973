import { grouped } from '#core/figures.ts'
import { hasGeometry, type RawRecord } from '../../raw-table.ts'
import { shortened } from '../cells/clean-text.ts'
import { isMissing } from '../cells/read-number.ts'
import { type Answers, answerTo, type Question } from '../question.ts'
import type { Sheet } from '../sheet.ts'
import { isInside, isNear, type Theatre } from '../theatre.ts'
import { type Metres, metresAmongDegrees, metresIn, systemReader, turned } from './metre-cells.ts'
import {
  EACH_ROW,
  halvesOf,
  isNorthern,
  type Projection,
  UTM_ZONES,
  WEB_MERCATOR,
  zoneNumbers,
  zonesOf,
} from './projections.ts'
import type { MetresRead, Surroundings } from './way.ts'

/** How the metres of a table are to be read, and what is to be asked about it. */
export type MetresHabit = {
  /** Null: there are none without a zone, or they wait for the answer. */
  readonly read: MetresRead | null
  readonly question: Question | null
}

/** Learns from the rows of a table whether they are plain metres, and of which projection. */
export type MetresTally = {
  readonly add: (records: readonly RawRecord[]) => void
  readonly habit: (file: string, answers: Answers) => MetresHabit
}

/** So many times as many rows in the theatre make one projection the only likely one. */
const CLEAR_MAJORITY = 9
const EXAMPLE_COUNT = 2
/** So many rows show which projection it is. */
const TRIED_COUNT = 20_000

type Ground = Pick<Surroundings, 'theatre' | 'isSwapped'>
type Candidate = { readonly projection: Projection; insideCount: number }

/** An empty tally. */
export function metresTally(sheet: Sheet, { theatre, isSwapped }: Ground): MetresTally {
  const metresOf = hasGeometry(sheet.table) ? () => null : pairReader(sheet)
  const isOpen = openReader(sheet, theatre)
  const candidates = (theatre ? [...zonesOf(theatre), WEB_MERCATOR] : []).map(
    (projection): Candidate => ({ projection, insideCount: 0 }),
  )
  const examples: string[] = []
  const counts: Counts = { filled: 0, open: 0, eachRow: 0 }
  const addOpen = ({ eastMetres, northMetres }: Metres) => {
    counts.open++
    if (examples.length < EXAMPLE_COUNT) examples.push(`${eastMetres}, ${northMetres}`)
    if (counts.open > TRIED_COUNT) return
    let placedCount = 0
    for (const candidate of candidates) {
      const place = candidate.projection.toDegrees(eastMetres, northMetres)
      if (typeof place === 'string' || !theatre || !isNear(theatre, place)) continue
      if (theatre.outlines.length > 0 && !isInside(theatre, place)) continue
      candidate.insideCount++
      if (candidate.projection !== WEB_MERCATOR) placedCount++
    }
    if (placedCount === 1) counts.eachRow++
  }
  return {
    add: (records) => {
      for (const record of records) {
        const found = metresOf(record)
        if (found === null) continue
        counts.filled++
        if (found !== 'otherwise' && isOpen(record)) addOpen(isSwapped ? turned(found) : found)
      }
    },
    habit: (file, answers) =>
      counts.open === 0 || counts.open <= counts.filled * LEAST_SHARE
        ? { read: null, question: null }
        : habitOf({ file, theatre, candidates, examples, counts }, answers),
  }
}

/** Of fewer rows it is those that are wrong, and not the table that is in metres. */
const LEAST_SHARE = 0.1

type Counts = {
  /** Rows with something where the position should stand. */
  filled: number
  /** Rows of metres that do not say how they are counted. */
  open: number
  /** Of these the ones that one projection alone puts into the theatre. */
  eachRow: number
}

/** Null: nothing stands there. */
type PairReader = (record: RawRecord) => Metres | 'otherwise' | null

/** What stands in the columns for degrees, then in one for whole positions, then in those for metres. */
function pairReader(sheet: Sheet): PairReader {
  const readers: PairReader[] = []
  if (sheet.has('latitude') && sheet.has('longitude')) {
    const metresOf = metresAmongDegrees(sheet)
    readers.push((record) => metresOf(record) ?? filled(sheet, record, 'longitude'))
  }
  if (sheet.has('positionText')) readers.push((record) => filled(sheet, record, 'positionText'))
  if (sheet.has('easting') && sheet.has('northing')) {
    const [easts, norths] = [sheet.of('easting'), sheet.of('northing')]
    readers.push((record) => {
      const eastMetres = metresIn(easts.cell(record))
      const northMetres = metresIn(norths.cell(record))
      return eastMetres === null || northMetres === null ? null : { eastMetres, northMetres }
    })
  }
  return (record) => {
    for (const read of readers) {
      const found = read(record)
      if (found !== null) return found
    }
    return null
  }
}

function filled(sheet: Sheet, record: RawRecord, field: string): 'otherwise' | null {
  return isMissing(sheet.cell(record, field)) ? null : 'otherwise'
}

/** Whether a row of metres leaves open how they are counted. */
function openReader(sheet: Sheet, theatre: Theatre | null): (record: RawRecord) => boolean {
  const stated = systemReader(sheet, zoneNumbers(theatre))
  return (record) => {
    const { type } = stated(record)
    return type === 'none' || (type === 'half-zone' && theatre === null)
  }
}

type Tallied = {
  readonly file: string
  readonly theatre: Theatre | null
  readonly candidates: readonly Candidate[]
  readonly examples: readonly string[]
  readonly counts: Readonly<Counts>
}

function habitOf(tallied: Tallied, answers: Answers): MetresHabit {
  const ranked = tallied.candidates.toSorted((a, b) => b.insideCount - a.insideCount)
  const start = questionOf(tallied, ranked)
  const answer = answerTo(start, answers)
  const [best, second] = ranked
  const isClear = best && best.insideCount > CLEAR_MAJORITY * (second?.insideCount ?? 0)
  const chosen = answer ?? (isClear ? best.projection.id : null)
  return {
    read: chosen === null ? null : { projection: chosen, isGuessed: answer === null },
    question: { ...start, chosen },
  }
}

function questionOf(
  { file, theatre, examples, counts }: Tallied,
  ranked: readonly Candidate[],
): Omit<Question, 'chosen'> {
  const rows = counts.open === 1 ? '1 row has' : `${grouped(counts.open)} rows have`
  const shown = examples.map((text) => `"${shortened(text)}"`).join(', ')
  const likely = ranked.map(({ projection: { id, label }, insideCount }) => {
    const tried =
      counts.open > TRIED_COUNT
        ? `the first ${grouped(TRIED_COUNT)} rows`
        : `${grouped(counts.open)} rows`
    const share = `${grouped(insideCount)} of ${tried}`
    return { id, label: `${label}: puts ${share} into the theatre` }
  })
  const isMixed = counts.eachRow > (ranked[0]?.insideCount ?? 0)
  const eachRow = {
    id: EACH_ROW,
    label: `Each row in the only zone that puts it into the theatre: ${grouped(counts.eachRow)} rows`,
  }
  const named = new Set(likely.map(({ id }) => id))
  const others = [...byHalf(theatre), WEB_MERCATOR].filter(({ id }) => !named.has(id))
  return {
    id: 'projection',
    sentence: `${file}: ${rows} a position in metres (${shown}), and nothing says how they are counted. Which projection is it? The sender knows; a UTM zone is often written like 29N.`,
    options: [
      ...likely,
      ...(isMixed ? [eachRow] : []),
      ...others.map(({ id, label }) => ({ id, label })),
    ],
  }
}

/** All zones, those of the theatre's own half of the globe first. */
function byHalf(theatre: Theatre | null): readonly Projection[] {
  const [isNorthFirst = true] = theatre ? halvesOf(theatre) : []
  return UTM_ZONES.toSorted(
    (a, b) => Number(isNorthern(a) !== isNorthFirst) - Number(isNorthern(b) !== isNorthFirst),
  )
}
