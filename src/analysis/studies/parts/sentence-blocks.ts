import type { StudyBlock } from '../study.ts'

/** A sentence as it is. */
export function plain(text: string): StudyBlock {
  return { type: 'sentence', tone: 'plain', text }
}

/** A sentence of which a person should beware. */
export function watch(text: string): StudyBlock {
  return { type: 'sentence', tone: 'watch', text }
}
