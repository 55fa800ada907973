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
 */
export function looseMapping(
  specs: readonly FieldSpec[],
  headings: readonly string[],
): Map<string, string> {
  const spelled = specs.map(({ field, aliases }) => ({ field, aliases: aliases.map(wordsIn) }))
  const claims = headings.flatMap((heading) => {
    const field = claimOn(heading, spelled)
    return field === null ? [] : [{ heading, field }]
  })
  const isAlone = (field: string) => claims.filter((claim) => claim.field === field).length === 1
  return new Map(
    claims
      .filter(({ field }) => isAlone(field))
      .map(({ field, heading }): [string, string] => [field, heading]),
  )
}

type Spelled = { readonly field: string; readonly aliases: readonly (readonly string[])[] }

function claimOn(heading: string, specs: readonly Spelled[]): string | null {
  const words = wordsIn(heading)
  if (words.length === 0 || words.some((word) => OTHERS.test(word))) return null
  const scored = specs.map(({ field, aliases }) => ({ field, score: scoreOf(aliases, words) }))
  const best = Math.max(0, ...scored.map(({ score }) => score))
  const fields = scored.filter(({ score }) => score === best)
  return best > 0 && fields.length === 1 ? (fields[0]?.field ?? null) : null
}

/** Letters of the longest alias all of whose words are there; 0 for none. */
function scoreOf(aliases: Spelled['aliases'], words: readonly string[]): number {
  return aliases.reduce((most, parts) => {
    const size = parts.join('').length
    const isWide = size < FEWEST_LETTERS || parts.every((part) => TOO_WIDE.has(part))
    return !isWide && parts.every((part) => words.includes(part)) ? Math.max(most, size) : most
  }, 0)
}

function wordsIn(text: string): string[] {
  return text
    .replace(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1 ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(plainKey)
    .filter((word) => word !== '' && !FILLERS.has(word))
}
