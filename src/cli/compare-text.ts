import type { Course, Terms } from '#analysis/compare/course.ts'
import type { CourseFigures } from '#analysis/compare/course-figures.ts'
import type { Matrix } from '#analysis/compare/matrix/matrix.ts'
import type { CompareMeasure, Measured } from '#analysis/compare/measures/measure.ts'
import { COMPARE_MEASURES } from '#analysis/compare/measures/registry.ts'
import {
  type Comparison,
  type MeasureDifference,
  measureDifference,
} from '#analysis/compare/scenario-measures.ts'
import { type Argument, argumentOf } from '#analysis/compare/words/argument.ts'
import { changeSentences } from '#analysis/compare/words/change-sentences.ts'
import { type LinkedSentence, plainText } from '#analysis/compare/words/phrase.ts'
import { textTable } from './text-table.ts'
import { Refusal, type Terminal } from './verb.ts'

/** Scenarios that were asked for, in that order, with their figures; these may hold one more. */
export type Compared = {
  readonly names: readonly string[]
  /** Names of the shocks that each is under. */
  readonly under: readonly (readonly string[])[]
  /** UTC ISO: of which day the force is that each starts from; null: that of now. */
  readonly forceAt: readonly (string | null)[]
  readonly courses: readonly Course[]
  readonly terms: Terms
  readonly figures: CourseFigures
  /** By what the operation weighs. */
  readonly matrix: Matrix
}

/**
 * The measure of an id or a name.
 *
 * @throws Refusal with the names there are.
 */
export function measureAsked(name: string): CompareMeasure {
  const plain = (text: string) => text.trim().toLowerCase()
  const found = COMPARE_MEASURES.find((each) =>
    [each.id, each.name].map(plain).includes(plain(name)),
  )
  if (found) return found
  const names = COMPARE_MEASURES.map((each) => `"${each.name}"`).join(', ')
  throw new Refusal(`There is no measure "${name}"; there is ${names}.`)
}

/** What a measure says of each scenario. */
function valuesOf({ courses, figures }: Compared, { id }: CompareMeasure): Measured[] {
  return courses.map(
    ({ scenarioId }) => figures.measured[id]![figures.scenarioIds.indexOf(scenarioId)]!,
  )
}

function pairRows(compared: Compared): MeasureDifference[] {
  return COMPARE_MEASURES.map((measure) => {
    const [a, b] = valuesOf(compared, measure)
    return measureDifference(measure, a!, b!)
  })
}

/** What the second changes against the first, and the argument for it. */
export type PairSentences = {
  readonly changes: readonly LinkedSentence[]
  readonly argument: Argument
}

export function pairSentences({ courses, names, figures, matrix }: Compared): PairSentences {
  const [against, course] = courses as [Course, Course]
  const isAgainstNow = against.scenarioId === figures.baselineId
  const two = { course, against, againstName: names[0]!, isAgainstNow }
  return {
    changes: changeSentences(two),
    argument: argumentOf({ two, matrix, figures, isDrawn: false }),
  }
}

/** What changes from the first to the second. */
export function pairJson(
  compared: Compared,
  comparison: Comparison,
  { changes, argument }: PairSentences,
): string {
  const [a, b] = compared.names
  const [underA, underB] = compared.under
  const { gainedPeopleCount, lostPeopleCount, counties } = comparison
  const { cells } = compared.terms.baseline.input.ground.grid
  const difference = cells.flatMap((cell, i) => {
    const change = comparison.difference[i] ?? Number.NaN
    return Number.isNaN(change) ? [] : [{ cell, needMetChange: Math.round(change * 1e4) / 1e4 }]
  })
  const [forceA, forceB] = compared.forceAt
  const head = {
    scenarios: { a, b },
    under: { a: underA, b: underB },
    forceAt: { a: forceA, b: forceB },
  }
  const measures = pairRows(compared).map((row) => ({
    ...row,
    scale: compared.figures.scales[row.id],
  }))
  const parts = { gainedPeopleCount, lostPeopleCount, counties, measures, difference }
  const said = { changes: changes.map(plainText), ...argumentTexts(argument) }
  return JSON.stringify({ ...head, ...parts, ...said }, null, 1)
}

function argumentTexts(argument: Argument) {
  return {
    because: plainText(argument.because),
    however: plainText(argument.however),
    civilianImpact: plainText(argument.civilianImpact),
    unknowns: plainText(argument.unknowns),
  }
}

export function printPair(
  compared: Compared,
  { comparison, sentences }: { comparison: Comparison; sentences: PairSentences },
  terminal: Terminal,
): void {
  const [a, b] = compared.names
  const rows = pairRows(compared).map((measure) => [
    measure.name,
    measure.unit,
    shown(measure.a.value),
    shown(measure.b.value),
    shown(measure.difference),
    measure.better === null ? 'tie' : measure.better === 'a' ? a! : b!,
  ])
  terminal.print(textTable([['measure', 'unit', a!, b!, 'difference', 'better'], ...rows]))
  const { gainedPeopleCount, lostPeopleCount } = comparison
  terminal.print(
    `${Math.round(gainedPeopleCount)} people come within the standard, ${Math.round(lostPeopleCount)} fall out of it.`,
  )
  const { because, however, civilianImpact, unknowns } = argumentTexts(sentences.argument)
  terminal.print(
    [
      `\n${b} against ${a}`,
      `Because: ${because}`,
      `However: ${however}`,
      `Civilian impact: ${civilianImpact}`,
      `Unknowns: ${unknowns}`,
      ...sentences.changes.map((sentence) => `- ${plainText(sentence)}`),
    ].join('\n'),
  )
}

/** Every scenario by every measure. */
export function severalJson(compared: Compared): string {
  const { names, under, forceAt, figures } = compared
  const measures = COMPARE_MEASURES.map((measure) => {
    const { id, name, definition, unit, isHighGood } = measure
    const values = valuesOf(compared, measure)
    return { id, name, definition, unit, isHighGood, scale: figures.scales[id], values }
  })
  return JSON.stringify(
    { scenarios: names, under, forceAt, kappa: figures.kappa, measures },
    null,
    1,
  )
}

export function printColumns(compared: Compared, terminal: Terminal): void {
  const rows = COMPARE_MEASURES.map((measure) => [
    measure.name,
    measure.unit,
    ...valuesOf(compared, measure).map(({ value }) => shown(value)),
  ])
  terminal.print(textTable([['measure', 'unit', ...compared.names], ...rows]))
}

/** The records behind one measure, scenario by scenario. */
export function partsJson(compared: Compared, measure: CompareMeasure): string {
  const { id, name, definition, unit } = measure
  const values = valuesOf(compared, measure)
  const scenarios = compared.courses.map((course, at) => ({
    scenario: compared.names[at],
    under: compared.under[at],
    forceAt: compared.forceAt[at],
    ...values[at],
    ...measure.parts(course, compared.terms),
  }))
  return JSON.stringify({ measure: { id, name, definition, unit }, scenarios }, null, 1)
}

export function printParts(compared: Compared, measure: CompareMeasure, terminal: Terminal): void {
  const values = valuesOf(compared, measure)
  terminal.print(`${measure.name}: ${measure.definition}`)
  compared.courses.forEach((course, at) => {
    const { kind, noun, rows } = measure.parts(course, compared.terms)
    const { value, note } = values[at]!
    const of = kind === 'ratio' ? ', amount over of' : kind === 'sum' ? ', the sum of' : ', by'
    terminal.print(
      `\n${compared.names[at]}: ${shown(value)} ${measure.unit}${note ? ` (${note})` : ''}${of} ${rows.length} ${noun}`,
    )
    if (rows.length === 0) return
    const hasLine = rows.some((row) => row.of !== null)
    const lines = rows.map((row) => [
      row.label,
      shown(row.amount),
      ...(hasLine ? [shown(row.of)] : []),
      row.text,
    ])
    terminal.print(textTable([['record', 'amount', ...(hasLine ? ['of'] : []), ''], ...lines]))
  })
}

function shown(value: number | null): string {
  return value === null ? '–' : String(Math.round(value * 1000) / 1000)
}
