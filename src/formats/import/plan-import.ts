import type { RawTable } from '../raw-table.ts'
import type { TablePieces } from '../table-pieces.ts'
import { type ImportChoice, NO_CHOICE } from './import-choice.ts'
import type { ImportContext } from './kind.ts'
import type { LateFacts } from './late-facts.ts'
import { type ImportPlan, planReading } from './plan-reading.ts'

/**
 * Works out what a table would bring into a document: good rows come in, bad ones are named by line,
 * doubtful ones stay out until somebody has looked. Changes nothing.
 *
 * @throws Error if a kind lost a record: every one must come in or be refused.
 */
export function planImport(
  table: RawTable,
  context: ImportContext,
  choice: ImportChoice = NO_CHOICE,
): ImportPlan {
  const reading = planReading(table, context, choice)
  reading.add(table)
  return reading.end()
}

/** Readings of one large file at most: how it is written is known by then. */
const MAX_READINGS = 3

/**
 * Works out what a file would bring in that comes piece by piece; where its end shows that it is written
 * otherwise than its beginning, it is read again.
 *
 * @param progress is told how much was read, from 0 to 1.
 * @throws PieceFault where the file cannot be read on.
 */
export async function planPieces(
  pieces: TablePieces,
  context: ImportContext,
  choice: ImportChoice,
  progress: (share: number) => void,
): Promise<ImportPlan> {
  let known: LateFacts | undefined
  for (let count = 1; ; count++) {
    const reading = planReading(pieces.first, context, choice, known)
    for await (const piece of pieces.all()) {
      reading.add(piece)
      progress(pieces.readShare())
    }
    const other = count < MAX_READINGS ? reading.otherFacts() : null
    if (!other) return reading.end()
    known = other
  }
}
