import type { RawTable } from '../raw-table.ts'
import type { ImportChoice } from './import-choice.ts'

/** How the tables of one sender are read: kept under the sender's name, found again by their headings. */
export type MappingTemplate = {
  /** "Sector East, daily report". */
  readonly name: string
  /** Id of a kind. */
  readonly kind: string
  /** Heading by field, in pairs; an empty heading keeps a field from being guessed. */
  readonly mapping: readonly (readonly [field: string, heading: string])[]
  /** All headings of the table that it was made for. */
  readonly headings: readonly string[]
  readonly isSwapped: boolean
  /** Option by question, in pairs: that this sender writes the month first. */
  readonly answers: readonly (readonly [question: string, option: string])[]
}

/** Least share of headings that two tables of one sender have in common. */
const COMMON_SHARE = 0.7

/**
 * The template that a table is most likely of: every heading that it reads is there, and of all
 * headings of both most are common. Of two that fit equally the one kept last; null if none fits.
 */
export function templateFor(
  { headings }: Pick<RawTable, 'headings'>,
  templates: readonly MappingTemplate[],
): MappingTemplate | null {
  const there = new Set(headings)
  let best: MappingTemplate | null = null
  let bestShare = COMMON_SHARE
  for (const template of templates) {
    const reads = template.mapping.filter(([, heading]) => heading !== '')
    if (!reads.every(([, heading]) => there.has(heading))) continue
    const share = commonShare(there, new Set(template.headings))
    if (share < bestShare) continue
    best = template
    bestShare = share
  }
  return best
}

/** What a template chooses for a table of its sender. */
export function choiceOfTemplate(template: MappingTemplate): ImportChoice {
  const { kind, mapping, isSwapped, answers } = template
  return { kind, mapping: new Map(mapping), isSwapped, answers: new Map(answers) }
}

function commonShare(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const commonCount = [...one].filter((heading) => other.has(heading)).length
  const allCount = one.size + other.size - commonCount
  return allCount === 0 ? 0 : commonCount / allCount
}
