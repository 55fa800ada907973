import type { StressAnswer } from '#analysis/compare/stress/stress.ts'
import { recommendationOf } from '#analysis/compare/words/recommendation.ts'
import { saidOf } from '#analysis/compare/words/said-of.ts'
import { operationOf } from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import { factsHash } from '#core/scenario-basis.ts'
import { comparedToLeave } from '#jobs/compared-to-leave.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { formatByEnding, handOver } from '../hand-over.ts'
import { Refusal, type Terminal } from '../verb.ts'
import { type Compared, twoOf } from './compared.ts'

/** What a comparison can leave as. */
export type ComparisonFormat = 'csv' | 'xlsx'

/**
 * The format that a comparison is to leave in, by the ending of its file.
 *
 * @throws Refusal if no comparison is written so.
 */
export function comparisonFormatOf(out: string): ComparisonFormat {
  const format = formatByEnding(out)
  if (format === 'csv' || format === 'xlsx') return format
  throw new Refusal(`A comparison is written as .xlsx or .csv.zip; "${out}" is neither.`)
}

/**
 * Writes a comparison as it leaves the screen: through the one gate, for planners. What changes is told of
 * the COA that is recommended, else of the second, against the first.
 *
 * @returns the exit code: 2 if there was nothing to write.
 */
export async function writeComparison(
  contents: OperationContents,
  compared: Compared,
  asked: {
    readonly out: string
    readonly stress: StressAnswer | null
    readonly terminal: Terminal
  },
): Promise<number> {
  const { out, stress, terminal } = asked
  const { document } = contents
  const { figures, ranges, matrix } = compared
  const names = Object.fromEntries(matrix.scenarioIds.map((id, i) => [id, compared.names[i]!]))
  const { scenarioId: recommendedId } = recommendationOf({ matrix, figures, names })
  const to = Math.max(1, matrix.scenarioIds.indexOf(recommendedId ?? ''))
  const two = twoOf(compared, 0, to)
  const baseline = compared.terms.baseline
  const comparison = await runJobInline('compare', { a: two.against, b: two.course, baseline })
  const sentences = saidOf(document, { matrix, names, figures, ranges, two, stale: compared.stale })
  const stressed = matrix.rows.find(({ criterion }) => criterion.measureId === stress?.measureId)
  const format = comparisonFormatOf(out)
  const written = await runJobInline('exportComparison', {
    document,
    compared: comparedToLeave({
      operation: operationOf(document),
      matrix,
      ground: baseline.input.ground,
      pair: { fromId: two.against.scenarioId, toId: two.course.scenarioId, comparison },
      stress,
      isStressStale: false,
      stressed: stressed?.criterion ?? null,
      draws: ranges,
      kappa: figures.kappa,
      factsHash: factsHash(document),
      sentences,
    }),
    wish: { format, now: terminal.now() },
  })
  for (const { message } of written.issues) terminal.warn(message)
  if (!written.ok) return 2
  terminal.print(`What changes is told of ${compared.names[to]} against ${compared.names[0]}.`)
  const handed = { at: terminal.now(), format, clearedFor: 'high' as const }
  handOver(out, written.value, { handed, terminal })
  return 0
}
