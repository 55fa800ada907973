import { plainKey } from '../cells/clean-text.ts'
import type { FieldSpec } from '../sheet.ts'

/** Words that say nothing about what a column holds. */
const FILLERS = new Set(
  'of the a an in on at for and or by per de du des d la le les l el los las en y et e o do da dos das no na um une un en dd mm yyyy yy aaaa jj hh dmy mdy wgs84 gps please specify indicate'
    .split(' ')
    .concat(['في', 'من', 'عن']),
)
/** What a column about these holds is of somebody else, or of another time: never guessed at. */
const OTHERS =
  /^(phone|telephone|tel|mobile|email|e-?mail|mail|contact|focal|enumerator|interviewer|birth|naissance|nacimiento|nascimento|report|reports|reported|reporting|rapport|updated?|modified|created|entry|submission|submitted|upload|import|verified|leader|chief|chef|jefe|manager|donor|bailleur|previous|next|distance|elevation|altitude|time|heure|hora|currency|url|link|photo|image|comment|comments|actor|perpetrator|هاتف|بريد|ميلاد)$/
/** Words that alone could stand in a heading about anything: "type of violence". */
const TOO_WIDE = new Set(
  'type tipo kind name nom nombre nome code código source fuente fonte class classe clase status statut state estado place lieu lugar local level niveau nivel year site post start from until number reference identifier'
    .split(' ')
    .map(plainKey),
)
/** Words of fewer letters occur in too many headings. */
const FEWEST_LETTERS = 4

/**
 * Fields for headings that hold a field's word among others, "Date of incident (dd/mm/yyyy)": the
 * longest word counts; nothing is taken where two fields or two headings have an equal claim.
 *
 * @param isOpen whether a field is still looked for.
 */
export function looseMapping(
  specs: readonly FieldSpec[],
  headings: readonly string[],
  isOpen: (spec: FieldSpec) => boolean,
): Map<string, string> {
  if (headings.length === 0) return new Map()
  const byFirstWord = aliasesByFirstWord(specs)
  const claims = headings.flatMap((heading) => {
    const field = claimOn(heading, byFirstWord, isOpen)
    return field === null ? [] : [{ heading, field }]
  })
  const isAlone = (field: string) => claims.filter((claim) => claim.field === field).length === 1
  return new Map(
    claims
      .filter(({ field }) => isAlone(field))
      .map(({ field, heading }): [string, string] => [field, heading]),
  )
}

type Alias = {
  readonly spec: FieldSpec
  readonly words: readonly string[]
  readonly size: number
}
type AliasesByFirstWord = ReadonlyMap<string, readonly Alias[]>

/** Taken apart once for each kind: every table is held against the words of all of them. */
const looseAliases = new WeakMap<readonly FieldSpec[], AliasesByFirstWord>()

/** The aliases that may be looked for inside a heading, so that few need be looked at for each. */
function aliasesByFirstWord(specs: readonly FieldSpec[]): AliasesByFirstWord {
  const known = looseAliases.get(specs)
  if (known) return known
  const byFirstWord = new Map<string, Alias[]>()
  for (const alias of specs.flatMap(looseAliasesOf)) {
    const [first = ''] = alias.words
    const alike = byFirstWord.get(first) ?? []
    byFirstWord.set(first, alike)
    alike.push(alias)
  }
  looseAliases.set(specs, byFirstWord)
  return byFirstWord
}

function looseAliasesOf(spec: FieldSpec): Alias[] {
  return spec.aliases
    .map(wordsIn)
    .map((words): Alias => ({ spec, words, size: words.join('').length }))
    .filter(
      ({ words, size }) => size >= FEWEST_LETTERS && !words.every((word) => TOO_WIDE.has(word)),
    )
}

/** Whether a heading speaks of somebody else, or of another time than its row is about. */
export function isOfOthers(heading: string): boolean {
  return wordsIn(heading).some(isOther)
}

const isOther = (word: string) => OTHERS.test(word)

/** The field whose alias has the most letters among those all of whose words are there. */
function claimOn(
  heading: string,
  byFirstWord: AliasesByFirstWord,
  isOpen: (spec: FieldSpec) => boolean,
): string | null {
  const words = wordsIn(heading)
  if (words.some(isOther)) return null
  const held = words
    .flatMap((word) => byFirstWord.get(word) ?? [])
    .filter(({ spec, words: parts }) => isOpen(spec) && parts.every((part) => words.includes(part)))
  const best = Math.max(0, ...held.map(({ size }) => size))
  const fields = new Set(held.filter(({ size }) => size === best).map(({ spec }) => spec.field))
  return fields.size === 1 ? ([...fields][0] ?? null) : null
}

function wordsIn(text: string): string[] {
  return text
    .replace(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1 ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(plainKey)
    .filter((word) => word !== '' && !FILLERS.has(word))
}
