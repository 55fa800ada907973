import type { TableWords } from '../edit-fields.ts'

/** What the commands on indicators have in common. */
export const INDICATOR_WORDS = {
  table: 'indicators',
  noun: 'indicator',
  nameOf: ({ name }) => name,
  guard: ({ tables }, before, after) => {
    const others = [...tables.indicators.values()].filter(({ id }) => id !== before.id)
    const isAnyLeft = [...others, ...(after ? [after] : [])].some(({ weight }) => weight > 0)
    if (!isAnyLeft) return 'At least one indicator has to weigh something.'
    if (!after) return null
    if (others.some(({ measure }) => measure === after.measure)) {
      return `${after.name} is measured by another indicator already; it would count twice.`
    }
    return after.lo < after.hi
      ? null
      : 'The score 10 has to stand at a higher value than the score 0.'
  },
} as const satisfies Partial<TableWords<'indicators'>>
