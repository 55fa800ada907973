import type { Two } from '#analysis/compare/words/change-sentences.ts'
import { saidOf } from '#analysis/compare/words/said-of.ts'
import { operationOf } from '#core/document.ts'
import { factsHash } from '#core/scenario-basis.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { pictureNowAt } from '#core/time/picture-now.ts'
import type { Compared } from '#formats/comparison/compared.ts'
import { comparedToLeave } from '#jobs/compared-to-leave.ts'
import { runJobInWorker } from '#jobs/run-job.ts'
import type { ComparisonFormat } from '#panels/compare/export/compare-foot.tsx'
import type { MatrixOnScreen } from '#panels/compare/matrix/use-matrix.ts'
import { staleUnderCompared } from '#products/words/stale-facts.ts'
import type { Room } from '#ui/room.tsx'
import { handOut } from '../../hand-out.ts'

/** The matrix, and the two that are set side by side; null: none, or not worked out yet. */
type OnScreen = Pick<MatrixOnScreen, 'matrix' | 'names'> & {
  readonly two: Two | null
}

const NOT_THERE_YET =
  'The figures are being worked out again, so nothing was handed over. Do it once they are there.'

/** Writes the comparison on screen and hands it over; returns what to tell of it. */
export async function handOutComparison(
  room: Room,
  onScreen: OnScreen,
  format: ComparisonFormat,
): Promise<string> {
  const { document } = room.documents.getState()
  const { courses, courseRanges, comparison } = room.results.getState()
  const isRunning = [courseRanges, comparison].some(({ status }) => status === 'running')
  if (courses.status !== 'ready' || isRunning) return NOT_THERE_YET
  const now = room.now()
  const operation = operationOf(document)
  const written = await runJobInWorker('exportComparison', {
    document,
    compared: comparedOf(room, onScreen),
    wish: { format, now },
  })
  if (!written.ok) return written.issues.map(({ message }) => message).join(' ')
  const { bytes, ending, type, layers, rowCount, label } = written.value
  const warning = await handOut(room, {
    bytes: bytes as Uint8Array<ArrayBuffer>,
    stem: `${operation.name} comparison ${dateTimeGroup(now)}`,
    ending,
    type,
    about: { what: 'data', layers, format, rowCount, clearedFor: 'high', label },
  })
  const cut = written.issues.map(({ message }) => message)
  return ['The comparison was handed over.', ...cut, warning].filter((it) => it !== null).join(' ')
}

function comparedOf({ documents, results, now }: Room, onScreen: OnScreen): Compared {
  const { document } = documents.getState()
  const { ground, comparison, courses, courseRanges, stress, isStressStale } = results.getState()
  const [fromId, toId] = comparison.ids ?? []
  const isPair = fromId !== undefined && toId !== undefined && fromId !== toId
  const { value } = comparison.status === 'ready' ? comparison : { value: null }
  const stressed = onScreen.matrix.rows.find(
    ({ criterion }) => criterion.measureId === stress.value?.measureId,
  )
  if (!ground.value || !courses.value) throw new Error('the figures are not there yet')
  const stale = staleUnderCompared(document, pictureNowAt(operationOf(document), now()))
  const facts = { figures: courses.value, ranges: courseRanges.value }
  return comparedToLeave({
    operation: operationOf(document),
    matrix: onScreen.matrix,
    ground: ground.value,
    pair: isPair && value ? { fromId, toId, comparison: value } : null,
    stress: stress.value,
    isStressStale,
    stressed: stressed?.criterion ?? null,
    draws: courseRanges.value,
    kappa: courses.value.kappa,
    factsHash: factsHash(document),
    sentences: saidOf(document, { ...onScreen, ...facts, stale }),
  })
}
