import { besideShown, measureShown } from '#analysis/compare/measure-text.ts'
import { isTooFew, tooFewText } from '#analysis/compare/stress/enough-draws.ts'
import { oftenText } from '#analysis/compare/stress/often-text.ts'
import type { StressAnswer } from '#analysis/compare/stress/stress.ts'
import { stressMeasure } from '#analysis/compare/stress/stress-measures.ts'
import { hasNoEffect } from '#analysis/compare/stress/telling.ts'
import { counted, listed, NOTHING } from '#core/figures.ts'
import { textTable } from '../text-table.ts'
import type { Terminal } from '../verb.ts'

/** Values, regret, who holds out best in four ways, and counties that stay underserved. */
export function printStress(
  answer: StressAnswer,
  names: readonly string[],
  terminal: Terminal,
): void {
  const { futures, values, regrets, robustness, drawCount, seed, notes } = answer
  const { name, unit } = stressMeasure(answer.measureId)
  const shown = (value: number) => {
    const { value: figure, unit: mark } = measureShown(Number.isNaN(value) ? null : value, unit)
    return mark ? `${figure} ${mark}` : figure
  }
  const regret = (course: number, future: number) => {
    const [own, less] = [values[course]?.[future], regrets[course]?.[future]]
    if (own === undefined || less === undefined || Number.isNaN(own + less)) return NOTHING
    const best = answer.isHighGood ? own + less : own - less
    const { value: figure, unit: mark } = besideShown(own, best, unit).difference
    return `${figure.replace(/^[−+]/, '')} ${mark}`.trim()
  }
  const greatest = robustness.maxRegret.map((most, c) => regret(c, regrets[c]!.indexOf(most)))
  const draws =
    drawCount > 0
      ? `means of ${counted(drawCount, 'draw')}, the same for all, seed ${seed}`
      : 'as measured, without draws'
  terminal.print(`${name}, ${draws}. These are figures under stress, not the facts.`)
  for (const note of notes) terminal.print(note)
  const rows = futures.map((future, f) => [future.name, ...values.map((row) => shown(row[f]!))])
  terminal.print(textTable([['future', ...names], ...rows]))
  printLosses(answer, names, terminal)
  if (isTooFew(answer)) {
    terminal.print(tooFewText(answer))
    return
  }
  terminal.print('\nRegret against the best COA in each future')
  const behind = futures.map((future, f) => [future.name, ...regrets.map((_, c) => regret(c, f))])
  terminal.print(textTable([['future', ...names], ...behind, ['greatest', ...greatest]]))
  printLeaders(answer, names, terminal, shown)
  printCounties(answer, names, terminal)
}

/** What each future takes from the COAs, or gives them, by the sign of the measure. */
function printLosses(answer: StressAnswer, names: readonly string[], terminal: Terminal): void {
  const { futures, values, measureId } = answer
  const { unit } = stressMeasure(measureId)
  const asIs = futures.findIndex(({ kind }) => kind === 'asIs')
  const known = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? null : value
  const change = (row: readonly number[], future: number) => {
    const shown = besideShown(known(row[future]), known(row[asIs]), unit).difference
    return `${shown.value} ${shown.unit}`.trim()
  }
  const rows = futures.flatMap(({ name }, f) =>
    f === asIs || hasNoEffect(answer, f) ? [] : [[name, ...values.map((row) => change(row, f))]],
  )
  const idle = futures.filter((_, f) => hasNoEffect(answer, f)).map(({ name }) => name)
  if (rows.length > 0) {
    terminal.print('\nAgainst as it is')
    terminal.print(textTable([['future', ...names], ...rows]))
  }
  if (idle.length > 0) terminal.print(`No effect: ${listed(idle)}.`)
}

function printLeaders(
  { robustness, scenarioIds, drawCount }: StressAnswer,
  names: readonly string[],
  terminal: Terminal,
  shown: (value: number) => string,
): void {
  const named = (ids: readonly string[]) => {
    const found = ids.map((id) => names[scenarioIds.indexOf(id)]!)
    return found.length > 1 ? `${listed(found)} (tie)` : (found[0] ?? 'nobody can be said')
  }
  terminal.print(`\nLeast greatest regret (minimax): ${named(robustness.minimaxRegretIds)}`)
  terminal.print(`Best in its worst future (maximin): ${named(robustness.maximinIds)}`)
  terminal.print(`Best mean of all futures (Laplace): ${named(robustness.laplaceIds)}`)
  const { satisficingShare, threshold } = robustness
  if (satisficingShare === null || threshold === null) {
    terminal.print('No benchmark is set for this measure, so nothing says how often enough is met.')
    return
  }
  const shares = satisficingShare.map((share, c) => `${names[c]} ${Math.round(100 * share)} %`)
  const what = drawCount > 0 ? 'draws and futures' : 'futures'
  terminal.print(`Meets ${shown(threshold)}, share of ${what}: ${shares.join(', ')}`)
}

function printCounties(
  { underserved, floorShare, drawCount }: StressAnswer,
  names: readonly string[],
  terminal: Terminal,
): void {
  const floor = `${Math.round(100 * floorShare)} %`
  const what = drawCount > 0 ? 'draws and futures' : 'futures'
  if (underserved.length === 0) {
    terminal.print(`No county falls under ${floor} of need met.`)
    return
  }
  terminal.print(`\nCounties under ${floor} of need met, share of ${what}`)
  const rows = underserved.map(({ name, shares }) => [name, ...shares.map(oftenText)])
  terminal.print(textTable([['county', ...names], ...rows]))
}
