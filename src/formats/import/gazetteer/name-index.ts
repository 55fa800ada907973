import { nameKeys } from './name-keys.ts'
import { type NearNames, nearNames } from './near-names.ts'

/** How sure a join by name is, from the surest: as it stands, a known or joined-up spelling, a near one. */
export type Spelling = 'same' | 'other' | 'near'

/** Something of that name. */
export type NameMatch<T> = { readonly item: T; readonly spelling: Spelling }

/** What goes by a name: all of it in the surest spelling there is, the surest first. */
export type NameIndex<T> = (name: string) => readonly NameMatch<T>[]

type Named = { readonly name: string; readonly aliases: readonly string[] }
type Entry<T> = { readonly item: T; readonly numbers: string }

const SUREST: readonly Spelling[] = ['same', 'other', 'near']

/**
 * Looks items up by name: first as it is written, then by alias or without blanks and words such as
 * "County", and only if there are none of these by a near spelling. Never chooses between several.
 */
export function nameIndex<T extends Named>(items: readonly T[]): NameIndex<T> {
  const byWords = new Map<string, T[]>()
  const byCore = new Map<string, Entry<T>[]>()
  for (const item of items) {
    push(byWords, nameKeys(item.name).words, item)
    for (const name of new Set([item.name, ...item.aliases])) {
      const { core, numbers } = nameKeys(name)
      if (core !== '') push(byCore, core, { item, numbers })
    }
  }
  let near: NearNames | null = null
  const nearest = (core: string, numbers: string): NameMatch<T>[] => {
    near ??= nearNames([...byCore.keys()])
    const found = near(core).flatMap(({ key, edits }) =>
      (byCore.get(key) ?? [])
        .filter((entry) => entry.numbers === numbers)
        .map(({ item }) => ({ item, edits })),
    )
    const least = found[0]?.edits
    return found
      .filter(({ edits }) => edits === least)
      .map(({ item }) => ({ item, spelling: 'near' as const }))
  }
  const known = new Map<string, readonly NameMatch<T>[]>()
  return (name) => {
    const held = known.get(name)
    if (held) return held
    const { words, core, numbers } = nameKeys(name)
    const same = (byWords.get(words) ?? []).map((item) => ({ item, spelling: 'same' as const }))
    const other = (byCore.get(core) ?? []).map(({ item }) => ({ item, spelling: 'other' as const }))
    const sure = [...same, ...other]
    const matches = distinct(sure.length > 0 || core === '' ? sure : nearest(core, numbers))
    known.set(name, matches)
    return matches
  }
}

/** The matches in the surest spelling among them. */
export function surest<T>(matches: readonly NameMatch<T>[]): readonly NameMatch<T>[] {
  const best = SUREST.find((spelling) => matches.some((match) => match.spelling === spelling))
  return matches.filter(({ spelling }) => spelling === best)
}

function distinct<T>(matches: readonly NameMatch<T>[]): readonly NameMatch<T>[] {
  const seen = new Set<T>()
  return matches.filter(({ item }) => !seen.has(item) && seen.add(item))
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
