import { EVENT_WORDS } from './event-words.ts'
import { PLACE_WORDS } from './place-words.ts'
import { REGISTER_WORDS } from './register-words.ts'
import { VOICE_WORDS } from './voice-words.ts'
import type { Words } from './words.ts'

/**
 * The words for fields in five languages, and their HXL tags. An entry "projects.name" holds for that
 * kind alone and goes before "name". What only one format says, such as "no.troops", stands with its kind.
 */
export const FIELD_WORDS: Readonly<Record<string, Words>> = {
  ...PLACE_WORDS,
  ...EVENT_WORDS,
  ...REGISTER_WORDS,
  ...VOICE_WORDS,
}

/** The tags and words of a field of a kind. */
export function wordsOf(
  kind: string,
  field: string,
): { readonly tags: string[]; readonly words: string[] } {
  const found = FIELD_WORDS[`${kind}.${field}`] ?? FIELD_WORDS[field] ?? {}
  const { tags = '', en = '', fr = '', es = '', pt = '', ar = '' } = found
  const words = [en, fr, es, pt, ar].flatMap((list) => list.split(';'))
  return {
    tags: tags.split(' ').filter(Boolean),
    words: words.map((word) => word.trim()).filter(Boolean),
  }
}
