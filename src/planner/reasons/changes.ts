import { listed } from '#core/figures.ts'
import { type Posted, slotNames } from '../choices/postings.ts'
import type { PlanProblem } from '../problem.ts'
import { unitsOf } from '../sentences.ts'

/** Units that come to places and leave them from one laydown to another. */
export type Changes = { readonly come: readonly Posted[]; readonly go: readonly Posted[] }

/** What changes between two laydowns, in the order of places and types. */
export function changesBetween(
  problem: PlanProblem,
  before: Int32Array,
  after: Int32Array,
): Changes {
  const come: Posted[] = []
  const go: Posted[] = []
  before.forEach((was, slot) => {
    const more = after[slot]! - was
    if (more > 0) come.push({ ...slotNames(problem, slot), count: more })
    if (more < 0) go.push({ ...slotNames(problem, slot), count: -more })
  })
  return { come, go }
}

const NAMED_COUNT = 3

/** "Platoon comes to Fish Town; 2 × Platoon leave Zwedru."; empty where nothing changes. */
export function changesSentence({ come, go }: Changes): string {
  const parts = [sideOf(come, 'comes to', 'come to'), sideOf(go, 'leaves', 'leave')]
  const text = parts.filter((part) => part !== '').join('; ')
  return text === '' ? '' : `${text}.`
}

function sideOf(rows: readonly Posted[], one: string, several: string): string {
  if (rows.length === 0) return ''
  const first = rows
    .slice(0, NAMED_COUNT)
    .map(
      ({ count, typeName, placeName }) =>
        `${unitsOf(count, typeName)} ${count === 1 ? one : several} ${placeName}`,
    )
  const more = rows.length - NAMED_COUNT
  return listed(more > 0 ? [...first, `${more} more`] : first)
}
