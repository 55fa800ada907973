import { argumentOf } from '#analysis/compare/changes.ts'
import { boundsSentence } from '#analysis/compare/matrix/bounds-sentence.ts'
import type { Matrix } from '#analysis/compare/matrix/matrix.ts'
import { recommendedId } from '#analysis/compare/matrix/recommended.ts'
import { weightBounds } from '#analysis/compare/matrix/weight-bounds.ts'
import type { Comparison, MeasureDifference } from '#analysis/compare/scenario-measures.ts'
import { LEAST_CELL_COUNT } from '#core/disclosure-limits.ts'
import { type OperationDocument, operationOf } from '#core/document.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { factsHash } from '#core/scenario-basis.ts'
import { shortNameUnder } from '#core/shocks-of.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import type { Compared } from '#formats/comparison/compared.ts'
import { exportComparison } from '#formats/comparison/export-comparison.ts'
import { comparedToLeave } from '#jobs/compared-to-leave.ts'
import type { ComparisonFormat } from '#panels/compare/export/compare-foot.tsx'
import { assumptionsOf, unknownsOf } from '#panels/compare/taken-for-granted.ts'
import type { ResultsState } from '#state/results-store.ts'
import type { Room } from '#ui/room.tsx'
import { handOut } from '../../hand-out.ts'

/** Writes the comparison on screen and hands it over; returns what to tell of it. */
export async function handOutComparison(
  room: Room,
  matrix: Matrix,
  format: ComparisonFormat,
): Promise<string> {
  const { document } = room.documents.getState()
  const now = room.now()
  const operation = operationOf(document)
  const compared = comparedOf(room, matrix)
  const written = await exportComparison(document, compared, { format, now })
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

function comparedOf({ documents, results }: Room, matrix: Matrix): Compared {
  const { document } = documents.getState()
  const { ground, comparison, courses, courseRanges, stress, isStressStale, situations } =
    results.getState()
  const [fromId, toId] = comparison.ids ?? []
  const isPair = fromId !== undefined && toId !== undefined && fromId !== toId
  const pair =
    isPair && comparison.status === 'ready' && comparison.value
      ? { fromId, toId, comparison: comparison.value }
      : null
  const stressed = matrix.rows.find(
    ({ criterion }) => criterion.measureId === stress.value?.measureId,
  )
  if (!ground.value) throw new Error('there is no ground yet')
  return comparedToLeave({
    operation: operationOf(document),
    matrix,
    ground: ground.value,
    pair,
    stress: isStressStale ? null : stress.value,
    stressed: stressed?.criterion ?? null,
    draws: courseRanges.value,
    kappa: courses.value?.kappa ?? null,
    factsHash: factsHash(document),
    sentences: sentencesOf(document, matrix, { pair, ground: ground.value, situations }),
  })
}

/** What the screen says of the comparison, in the order in which it is read. */
function sentencesOf(
  document: OperationDocument,
  matrix: Matrix,
  facts: Pick<ResultsState, 'situations'> & {
    readonly pair: Parameters<typeof comparedToLeave>[0]['pair']
    readonly ground: NonNullable<ResultsState['ground']['value']>
  },
): Compared['sentences'] {
  const { scenarios } = document.tables
  const { pair, ground, situations } = facts
  const { decisionSought } = operationOf(document)
  const recommended = scenarios.get(recommendedId(matrix) ?? '')
  const compared = matrix.scenarioIds.flatMap((id) => scenarios.get(id) ?? [])
  const names = Object.fromEntries(
    compared.map((scenario) => [scenario.id, shortNameUnder(document, scenario)]),
  )
  const line = (word: string, text: string) => ({ word, text })
  const ofCourse = (scenario: Scenario, word: string, texts: readonly string[]) =>
    texts.map((text) => line(`${word}, ${scenario.name}`, text))
  return [
    ...(decisionSought?.text ? [line('Decision sought', decisionSought.text)] : []),
    ...(decisionSought?.byAt ? [line('Decide by', dateTimeGroup(decisionSought.byAt))] : []),
    line(
      'First by weighted score',
      recommended ? recommended.name : 'No COA is first alone; none is recommended.',
    ),
    ...(pair ? argumentLines(pair, names) : []),
    line('Weights', boundsSentence(matrix, weightBounds(matrix), names)),
    ...compared.flatMap((scenario) => [
      ...ofCourse(scenario, 'Assumption', assumptionsOf(document, scenario)),
      ...ofCourse(
        scenario,
        'Unknown',
        unknownsOf({
          ground,
          situation: situations[scenario.id]?.value ?? null,
          matrix,
          scenarioId: scenario.id,
        }),
      ),
    ]),
  ]
}

function argumentLines(
  pair: NonNullable<Parameters<typeof comparedToLeave>[0]['pair']>,
  names: Readonly<Record<string, string>>,
): Compared['sentences'] {
  const { because, however, civilianImpact } = argumentOf(withoutFew(pair.comparison))
  const what = `${names[pair.toId] ?? 'proposed'} against ${names[pair.fromId] ?? 'the other'}`
  return [
    { word: `Because, ${what}`, text: because },
    { word: `However, ${what}`, text: however },
    {
      word: `Civilian impact, ${what}`,
      text: isFew(pair.comparison.lostPeopleCount) ? FEW_LOSE : civilianImpact,
    },
  ]
}

const FEW_LOSE = `under ${LEAST_CELL_COUNT} people fall out of the response standard.`

/** Sentences give figures as they are, so those of few people are not said in them (analysis.md §9). */
function withoutFew(comparison: Comparison): Comparison {
  const tells = ({ a, b, difference, unit }: MeasureDifference) =>
    unit !== 'people' || ![a.value, b.value, difference].some(isFew)
  return { ...comparison, measures: comparison.measures.filter(tells) }
}

function isFew(count: number | null): boolean {
  const people = Math.abs(count ?? 0)
  return people > 0 && Math.round(people) < LEAST_CELL_COUNT
}
