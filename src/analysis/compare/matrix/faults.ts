import { listed, TIE } from '#core/figures.ts'
import type { Criterion } from '#core/records/criterion.ts'
import type { CourseFigures } from '../course-figures.ts'
import { rowOfMeasure } from './criteria.ts'
import type { JudgedCriterion, MatrixRow } from './matrix.ts'
import { weightText } from './weight-text.ts'

export const NO_WEIGHT = 'No criterion has a weight, so there is no first place; give one a weight.'

type Facts = {
  readonly rows: readonly MatrixRow[]
  readonly set: readonly Criterion[]
  readonly figures: Pick<CourseFigures, 'measured'>
  readonly scenarioIds: readonly string[]
  readonly names: Readonly<Record<string, string>>
}

/** What keeps the matrix from being whole, in sentences that say what it means for the totals. */
export function matrixFaults(facts: Facts): string[] {
  const { rows, set } = facts
  const allWeight = rows.reduce((sum, { criterion }) => sum + criterion.weight, 0)
  const faults = allWeight > 0 ? [] : [NO_WEIGHT]
  for (const row of rows) {
    const { criterion } = row
    const fault = scaleFault(criterion) ?? missingFault(row, facts, allWeight)
    if (fault !== null) faults.push(fault)
    if (criterion.measureId === null) continue
    const others = set.filter(({ measureId }) => measureId === criterion.measureId)
    if (others.length > 1 && rowOfMeasure(set, criterion.measureId)?.id === criterion.id) {
      faults.push(
        `${criterion.name} was set ${others.length} times; one setting is used. Set it again or remove the others.`,
      )
    }
  }
  return faults
}

/** A scale that runs against what is good gives the worse course the better score. */
function scaleFault({ name, scale, isHighGood }: JudgedCriterion): string | null {
  if (scale.worst === scale.best || scale.best > scale.worst === isHighGood) return null
  const good = isHighGood ? 'more' : 'less'
  return `By ${name} ${good} is better, but its scale gives 10 for ${good === 'more' ? 'less' : 'more'}; swap its ends.`
}

function missingFault(
  { criterion, cells }: MatrixRow,
  { figures, scenarioIds, names }: Facts,
  allWeight: number,
): string | null {
  const { measureId, name, weight } = criterion
  if (measureId !== null && !Object.hasOwn(figures.measured, measureId)) {
    return `${name} is a measure that this version does not know, so no COA has a value for it; remove it or judge it yourselves.`
  }
  const missing = scenarioIds.filter((_, course) => cells[course]!.value === null)
  if (missing.length === 0 || weight === 0) return null
  const verb = measureId === null ? 'is not judged for' : 'cannot be said for'
  const share = `${weightText(weight / allWeight)}${TIE}% of the weight`
  if (missing.length === scenarioIds.length) {
    return `${name} ${verb} any COA; no total rests on it, ${share}.`
  }
  const who = listed(missing.map((id) => names[id] ?? 'a COA'))
  const leave = missing.length === 1 ? 'its total leaves it out' : 'their totals leave it out'
  return `${name} ${verb} ${who}; ${leave}, ${share}.`
}
