import { LEAST_CELL_COUNT } from '#core/disclosure-limits.ts'
import { distinctly } from '#core/distinct-names.ts'
import { type OperationDocument, operationOf } from '#core/document.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import type { CourseFigures } from '../course-figures.ts'
import { boundsSentence } from '../matrix/bounds-sentence.ts'
import type { Matrix } from '../matrix/matrix.ts'
import { rankedPart, unlikeText } from '../matrix/ranked.ts'
import { weightBounds } from '../matrix/weight-bounds.ts'
import { compareMeasureNamed } from '../measures/registry.ts'
import type { CourseRanges } from '../ranges/course-ranges.ts'
import { argumentOf } from './argument.ts'
import { changeSentences, type Two } from './change-sentences.ts'
import { type LinkedSentence, plainText } from './phrase.ts'
import { recommendationOf } from './recommendation.ts'
import { assumptionsOf, unjudgedOf } from './taken-for-granted.ts'

/** A sentence, and the word that says what it is. */
export type Said = { readonly word: string; readonly text: string }

/** What the screen says of a comparison, in the order in which it is read, without small counts of people. */
export function saidOf(
  document: OperationDocument,
  facts: {
    readonly matrix: Matrix
    readonly names: Readonly<Record<string, string>>
    readonly figures: CourseFigures
    readonly ranges: CourseRanges | null
    readonly two: Two | null
    /** See `ToArgue`. */
    readonly stale: readonly string[]
  },
): Said[] {
  const { matrix, names } = facts
  const ranked = rankedPart(matrix)
  const { decisionSought } = operationOf(document)
  const scenarios = matrix.scenarioIds.flatMap((id) => {
    const scenario = document.tables.scenarios.get(id)
    return scenario ? [distinctly(document, scenario)] : []
  })
  return [
    ...(decisionSought?.text ? [{ word: 'Decision sought', text: decisionSought.text }] : []),
    ...(decisionSought?.byAt
      ? [{ word: 'Decide by', text: dateTimeGroup(decisionSought.byAt) }]
      : []),
    { word: 'Recommendation', text: leaving(recommendationOf(facts).sentence) },
    ...(facts.two ? argumentLines(document, { ...facts, two: facts.two }) : []),
    { word: 'Weights', text: boundsSentence(ranked, weightBounds(ranked), names) },
    ...scenarios.flatMap((scenario) => [
      ...linesOf(`Assumption, ${scenario.name}`, assumptionsOf(document, scenario)),
      ...linesOf(`Not judged, ${scenario.name}`, unjudgedOf(matrix, scenario.id)),
    ]),
  ]
}

type Argued = {
  readonly two: Two
  readonly matrix: Matrix
  readonly names: Readonly<Record<string, string>>
  readonly figures: CourseFigures
  readonly ranges: CourseRanges | null
  readonly stale: readonly string[]
}

function argumentLines(document: OperationDocument, facts: Argued): Said[] {
  const { two, matrix, figures, names, stale } = facts
  const ids = [two.course.scenarioId, two.against.scenarioId]
  const known = [matrix.scenarioIds, figures.scenarioIds]
  if (ids.some((id) => known.some((there) => !there.includes(id)))) return []
  const against = { id: two.against.scenarioId, name: two.againstName }
  const unlike = unlikeText(document, two.course.scenarioId, against)
  const argument = argumentOf({
    two,
    matrix,
    figures,
    isDrawn: facts.ranges !== null,
    stale,
    unlike,
  })
  const of = `${names[two.course.scenarioId] ?? 'proposed'} against ${two.againstName}`
  const line = (word: string, sentence: LinkedSentence) =>
    linesOf(`${word}, ${of}`, [leaving(sentence)])
  return [
    ...line('Because', argument.because),
    ...line('However', argument.however),
    ...line('Civilian impact', argument.civilianImpact),
    ...line('Unknown', argument.unknowns),
    ...changeSentences(two).flatMap((sentence) => line('What changes', sentence)),
  ]
}

function linesOf(word: string, texts: readonly string[]): Said[] {
  return texts.map((text) => ({ word, text }))
}

/** A sentence as it may leave: of few people it says that they are few (analysis.md §9). */
export function leaving(sentence: LinkedSentence): string {
  const phrases = sentence.phrases.map((phrase) => {
    if (typeof phrase === 'string') return phrase
    const { people, measureId, community, value } = phrase.figure
    const isOfPeople =
      people !== undefined ||
      (community === undefined && compareMeasureNamed(measureId)?.unit === 'people')
    const isFew = value !== 0 && Math.round(Math.abs(value)) < LEAST_CELL_COUNT
    if (!isOfPeople || !isFew) return phrase.text
    return people === undefined ? `under ${LEAST_CELL_COUNT}` : `under ${LEAST_CELL_COUNT} people`
  })
  return plainText({ ...sentence, phrases })
}
