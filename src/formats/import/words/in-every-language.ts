import type { ImportKind } from '../kind.ts'
import { wordsOf } from './field-words.ts'

/** A kind whose fields also go by the words of the dictionary, after its own, and by their HXL tags. */
export function inEveryLanguage(kind: ImportKind): ImportKind {
  const fields = kind.fields.map((spec) => {
    const { tags, words } = wordsOf(kind.id, spec.field)
    return { ...spec, aliases: [...spec.aliases, ...words], tags: [...(spec.tags ?? []), ...tags] }
  })
  return { ...kind, fields }
}
