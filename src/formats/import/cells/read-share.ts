import type { RawValue } from '../../raw-table.ts'
import { cleanText, folded } from './clean-text.ts'

/**
 * How far sources of each letter of the admiralty code are believed here, 0 to 1; F, which cannot be
 * judged, says nothing. Working values; the figure behind the letter, for the report itself, is not read.
 *
 * @source NATO AJP-2.1: reliability A (completely) to F (cannot be judged), credibility 1 to 6.
 */
const RELIABILITY: Readonly<Record<string, number | null>> = {
  a: 0.95,
  b: 0.8,
  c: 0.6,
  d: 0.4,
  e: 0.2,
  f: null,
}
/** The first that fits counts: "improbable" is not probable. Working values, those of CAP certainty. */
const WORDS: readonly (readonly [number, RegExp])[] = [
  [0.2, /^(un|im)|^(low|weak|doubt|faible|baj[oa]|baixa|douteu|dudos|duvidos)/],
  [0.95, /^(confirm|observ|certain|verif|sure\b)/],
  [0.8, /^(probabl|likely|high|eleve|alt[oa]|haute?|forte)/],
  [0.5, /^(possib|medium|moder|moyen|medi[oa])/],
]

/**
 * Confidence from 0 to 1 of a share, a percentage, a letter of the admiralty code ("B2") or a usual word
 * ("probable"); null where it says that it cannot be judged, "unreadable" for anything else.
 */
export function readConfidence(
  value: RawValue,
  number: number | null,
): number | null | 'unreadable' {
  if (number !== null) {
    if (number < 0 || number > 100) return 'unreadable'
    return number <= 1 ? number : number / 100
  }
  const text = folded(cleanText(value))
  const percent = Number(/^(\d+(?:\.\d+)?) ?%$/.exec(text)?.[1] ?? Number.NaN)
  if (percent <= 100) return percent / 100
  const letter = /^([a-f])[ -]?[1-6]?$/.exec(text)?.[1]
  if (letter) return RELIABILITY[letter] ?? null
  return WORDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'unreadable'
}
