import { folded, foldedWords } from '#core/folded.ts'
import type { Findable } from './findables.ts'

/** How well a name answers what was typed; less is closer. */
export const CLOSENESS = {
  exact: 0,
  /** The name begins with it. */
  start: 1,
  /** Every word begins a word of the name. */
  words: 2,
  /** The same of another spelling. */
  alias: 3,
  /** Found with what it is or where it lies. */
  about: 4,
  /** With typing errors. */
  alike: 5,
} as const

/** How close what was found is to what was typed. */
export function closenessOf(found: Findable, typed: string): number {
  const wanted = foldedWords(typed)
  const query = wanted.join(' ')
  const title = folded(found.title)
  const aliases = found.aliases.map(folded)
  if (title === query || aliases.includes(query)) return CLOSENESS.exact
  if (title.startsWith(query)) return CLOSENESS.start
  if (isBegun(title, wanted)) return CLOSENESS.words
  if (aliases.some((alias) => isBegun(alias, wanted))) return CLOSENESS.alias
  const about = [title, ...aliases, folded(found.what), ...found.path.map(folded)].join(' ')
  return isBegun(about, wanted) ? CLOSENESS.about : CLOSENESS.alike
}

function isBegun(text: string, wanted: readonly string[]): boolean {
  const words = text.split(' ')
  return wanted.every((word) => words.some((other) => other.startsWith(word)))
}
