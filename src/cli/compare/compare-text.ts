import type { CompareMeasure } from '#analysis/compare/measures/measure.ts'
import { COMPARE_MEASURES } from '#analysis/compare/measures/registry.ts'
import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import { plainText } from '#analysis/compare/words/phrase.ts'
import { saidOf } from '#analysis/compare/words/said-of.ts'
import type { OperationDocument } from '#core/document.ts'
import { NOTHING } from '#core/figures.ts'
import { textTable } from '../text-table.ts'
import type { Terminal } from '../verb.ts'
import { argumentTexts, type PairSentences, pairRows, valuesOf } from './compare-rows.ts'
import type { Compared } from './compared.ts'

export function printPair(
  compared: Compared,
  { comparison, sentences }: { comparison: Comparison; sentences: PairSentences },
  terminal: Terminal,
): void {
  const [a, b] = compared.names
  const rows = pairRows(compared).map((measure) => [
    measure.name,
    measure.unit,
    counted(measure.a.value, measure),
    counted(measure.b.value, measure),
    differenceOf(measure),
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

/** Every scenario by every measure, and what the weights say of them. */
export function printColumns(
  compared: Compared,
  document: OperationDocument,
  terminal: Terminal,
): void {
  const { names, matrix, figures, ranges } = compared
  const rows = COMPARE_MEASURES.map((measure) => [
    measure.name,
    measure.unit,
    ...valuesOf(compared, measure).map(({ value }) => counted(value, measure)),
  ])
  const scores = matrix.totals.map(({ score }) => shown(score && Math.round(score * 10) / 10))
  const total = ['Weighted score', '0 to 10', ...scores]
  terminal.print(textTable([['measure', 'unit', ...names], ...rows, total]))
  const nameById = Object.fromEntries(matrix.scenarioIds.map((id, i) => [id, names[i]!]))
  const said = saidOf(document, {
    matrix,
    names: nameById,
    figures,
    ranges,
    two: null,
    stale: compared.stale,
  })
  terminal.print(`\n${said.map(({ word, text }) => `${word}: ${text}`).join('\n')}`)
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

/** As a table has it: what is counted is whole. */
function counted(value: number | null, { unit }: Pick<CompareMeasure, 'unit'>): string {
  return unit === 'share' || unit === 'minutes' || value === null
    ? shown(value)
    : String(Math.round(value))
}

/** Of both as the table has them, so that its columns subtract. */
function differenceOf({ a, b, ...measure }: ReturnType<typeof pairRows>[number]): string {
  if (a.value === null || b.value === null) return NOTHING
  const digits = (value: number) => Number(counted(value, measure))
  return shown(digits(b.value) - digits(a.value))
}

function shown(value: number | null): string {
  return value === null ? '–' : String(Math.round(value * 1000) / 1000)
}
