import type { JudgedCriterion } from '#analysis/compare/matrix/matrix.ts'
import type { Criterion } from '#core/records/criterion.ts'
import { numberText, typedNumber } from './typed-number.ts'

/** A criterion as it stands in the form: text, until it is kept. */
export type CriterionDraft = {
  readonly name: string
  readonly definition: string
  readonly unit: string
  readonly isHighGood: boolean
  /** Of all weight, in per cent. */
  readonly perCent: string
  readonly benchmark: string
  readonly worst: string
  readonly best: string
  /** By scenario id. */
  readonly values: Readonly<Record<string, string>>
}

/** Shares are typed in per cent, all else as it is stored. */
export function factorOf({ measureId, unit }: Pick<JudgedCriterion, 'measureId' | 'unit'>): number {
  return measureId !== null && unit === 'share' ? 100 : 1
}

const UNIT_WORDS: Readonly<Record<string, string>> = {
  share: '%',
  minutes: 'minutes',
  USD: 'US$',
}

/** What stands beside a field of its values. */
export function unitWord({ measureId, unit }: Pick<JudgedCriterion, 'measureId' | 'unit'>): string {
  return measureId === null ? unit : (UNIT_WORDS[unit] ?? unit)
}

/** What was set; what was not is empty, and the form shows what holds then. */
export function draftOf(row: Criterion, factor: number, share: number): CriterionDraft {
  const text = (value: number | null | undefined) =>
    numberText(value === null || value === undefined ? null : value * factor)
  return {
    name: row.name,
    definition: row.definition,
    unit: row.unit,
    isHighGood: row.isHighGood,
    perCent: numberText(Math.round(1000 * share) / 10),
    benchmark: text(row.benchmark),
    worst: text(row.scale?.worst),
    best: text(row.scale?.best),
    values: Object.fromEntries(Object.entries(row.values).map(([id, value]) => [id, text(value)])),
  }
}

/** The row that a form says, or why it says none. */
export type Kept = { readonly row: Criterion } | { readonly fault: string }

/**
 * Reads the form.
 *
 * @param otherWeight of all other criteria together: a share is of them and this one.
 */
export function keptOf(
  draft: CriterionDraft,
  row: Criterion,
  facts: {
    readonly factor: number
    readonly otherWeight: number
    readonly usual: JudgedCriterion | null
  },
): Kept {
  const { factor, otherWeight, usual } = facts
  const read = (text: string) => {
    const typed = typedNumber(text)
    return { ...typed, value: typed.value === null ? null : typed.value / factor }
  }
  const [benchmark, worst, best] = [draft.benchmark, draft.worst, draft.best].map(read)
  const values = Object.entries(draft.values).map(([id, text]) => [id, read(text)] as const)
  const fault = [benchmark, worst, best, ...values.map(([, typed]) => typed)].find(
    (typed) => typed?.fault,
  )?.fault
  if (fault) return { fault }
  const weight = weightOfShare(draft.perCent, otherWeight)
  if (typeof weight === 'string') return { fault: weight }
  const isScaled = worst!.value !== null || best!.value !== null
  const [low, high] = [worst!.value ?? usual?.scale.worst, best!.value ?? usual?.scale.best]
  if (isScaled && (low === undefined || high === undefined)) {
    return { fault: 'Say what scores 0 and what scores 10, or leave both empty.' }
  }
  return {
    row: {
      ...row,
      name: draft.name.trim(),
      definition: draft.definition.trim(),
      unit: draft.unit.trim(),
      isHighGood: draft.isHighGood,
      weight,
      benchmark: benchmark!.value,
      scale: isScaled ? { worst: low!, best: high! } : null,
      values: Object.fromEntries(
        values.flatMap(([id, { value }]) => (value === null ? [] : [[id, value]])),
      ),
    },
  }
}

/** The weight that is a share of all; a sentence where there is none. */
function weightOfShare(text: string, otherWeight: number): number | string {
  const { value, fault } = typedNumber(text)
  if (fault) return fault
  const perCent = value ?? 0
  if (perCent < 0) return 'A weight is 0 or more.'
  if (otherWeight === 0) return perCent > 0 ? 100 : 0
  const weight =
    perCent >= 100 ? Number.POSITIVE_INFINITY : (perCent * otherWeight) / (100 - perCent)
  if (weight > 100) {
    const most = Math.floor(10_000 / (100 + otherWeight))
    return `A weight of at most ${most} % can be set here; above it, move the line under the weight in the table.`
  }
  return Math.round(1e4 * weight) / 1e4
}
