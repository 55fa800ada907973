import type { StudyAnswer, StudyBlock } from '#analysis/studies/study.ts'
import type { LonLat } from '#core/place.ts'
import { NOW_MINUTES } from '../small-ground.ts'

/** All sentences of an answer. */
export function sentencesOf({ blocks }: StudyAnswer): string[] {
  return blocks.flatMap((block) => (block.type === 'sentence' ? [block.text] : []))
}

/** The first block of a type. */
export function blockOf<T extends StudyBlock['type']>(
  { blocks }: StudyAnswer,
  type: T,
  title = '',
): Extract<StudyBlock, { readonly type: T }> {
  const found = blocks.find(
    (block) => block.type === type && (!('title' in block) || block.title.startsWith(title)),
  )
  if (!found) throw new Error(`no block "${type}"`)
  return found as Extract<StudyBlock, { readonly type: T }>
}

/** The row of a method card. */
export function parameterOf({ method }: StudyAnswer, name: string): string {
  return method.parameters.find((row) => row.name === name)?.value ?? ''
}

/** How many days before `NOW` the middle of a month lies; 1 is the last whole month. */
export function monthsAgo(count: number): number {
  const now = new Date(NOW_MINUTES * 60_000)
  const middle = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count, 15) / 60_000
  return (NOW_MINUTES - middle) / 1440
}

export const EAST: LonLat = [-9.12, 6.7]
export const WEST: LonLat = [-9.5, 6.7]
