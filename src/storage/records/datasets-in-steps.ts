import type { Step } from '#core/change.ts'
import type { Sealed } from './records.ts'

/** Ids of all datasets that steps speak of. @throws SyntaxError if a step is damaged. */
export function datasetsInSteps(steps: readonly Pick<Sealed, 'text'>[]): Set<string> {
  const ids = new Set<string>()
  for (const { text } of steps) {
    if (!text.includes('"datasets"')) continue
    for (const { table, id } of (JSON.parse(text) as Pick<Step, 'change'>).change.rows) {
      if (table === 'datasets') ids.add(id)
    }
  }
  return ids
}
