import { knownOfText } from '#analysis/compare/known-need.ts'
import type { JudgedCriterion, MatrixCell } from '#analysis/compare/matrix/matrix.ts'
import { rawShown, type ValueOf } from '#analysis/compare/raw-shown.ts'
import { oftenText } from '#analysis/compare/stress/often-text.ts'
import { counted, decimal, type Shown } from '#core/figures.ts'

/** A value as it stands in a cell of the matrix: at most four figures. */
export function cellShown(value: number | null, criterion: ValueOf): Shown {
  return rawShown(value, criterion)
}

export function cellText(value: number | null, criterion: JudgedCriterion): string {
  const { value: figure, unit } = cellShown(value, criterion)
  return unit ? `${figure} ${unit}` : figure
}

/** `≥ 40 %`; null: nobody has said what is good enough. */
export function benchmarkShown(criterion: JudgedCriterion): Shown | null {
  if (criterion.benchmark === null) return null
  const { value, unit } = cellShown(criterion.benchmark, criterion)
  return { value: `${criterion.isHighGood ? '≥' : '≤'} ${value}`, unit }
}

/** A raw value on the scale of the criterion, 0–10, and no further. */
export function scoreOf(value: number, { scale }: Pick<JudgedCriterion, 'scale'>): number {
  const share = (value - scale.worst) / (scale.best - scale.worst)
  return Number.isFinite(share) ? 10 * Math.min(1, Math.max(0, share)) : 0
}

const STATUS_WORDS = { meets: 'meets', near: 'within a tenth of', misses: 'misses' } as const

/** All that a cell says, in words, for whoever points at it or hears it read. */
export function cellSentence(
  criterion: JudgedCriterion,
  cell: MatrixCell,
  names: readonly string[],
): string {
  if (cell.value === null) return missingText(criterion)
  const parts = [cellText(cell.value, criterion) + (cell.note ? ` (${cell.note})` : '')]
  if (cell.knownShare !== undefined) parts.push(`known of ${knownOfText(cell.knownShare)} alone`)
  if (cell.score !== null) parts.push(`score ${decimal(cell.score)} of 10`)
  const benchmark = benchmarkShown(criterion)
  if (cell.status && benchmark) {
    const text = `${benchmark.value} ${benchmark.unit}`.trim()
    parts.push(`${STATUS_WORDS[cell.status]} the benchmark of ${text}`)
  }
  if (cell.range) {
    const [low, high] = cell.range
    parts.push(
      `in 90 % of draws of what is not known ${cellText(low, criterion)} to ${cellText(high, criterion)}`,
    )
  }
  const better = cell.betterShares.flatMap((share, at) =>
    share === null ? [] : [pairText(share, cell.sameShares[at] ?? 0, names[at] ?? 'another')],
  )
  parts.push(...better)
  return parts.join('; ')
}

/** "better than COA 1 in 12 % of draws, the same in 70 %"; ties are half of `betterShare`. */
function pairText(betterShare: number, sameShare: number, name: string): string {
  if (sameShare === 1) return `the same as ${name} in every draw`
  // Without the last bits of a machine, so that none is none.
  const share = Math.round(1e9 * (betterShare - sameShare / 2)) / 1e9
  const better = `better than ${name} in ${drawsText(share)}`
  return sameShare === 0 ? better : `${better}, the same in ${oftenText(sameShare)}`
}

/** `97 % of draws`; rare is not never, and nearly all are not all. */
function drawsText(share: number): string {
  if (share === 0 || share === 1) return share === 0 ? 'no draw' : 'all draws'
  return `${oftenText(share)} of draws`
}

/** Why there is no value. */
export function missingText({ measureId }: Pick<JudgedCriterion, 'measureId'>): string {
  return measureId === null ? 'not judged yet' : 'cannot be said'
}

/** `6 criteria`; for lists of names that are folded. */
export function criteriaText(count: number): string {
  return counted(count, 'criterion', 'criteria')
}

/** What has room in a row, without its stop; the whole of it is one press away. */
export function firstSentence(definition: string): string {
  return (/^.*?[.](?=\s|$)/s.exec(definition)?.[0] ?? definition).replace(/[.]$/, '')
}
