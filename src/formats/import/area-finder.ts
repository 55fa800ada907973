import type { Area } from '#core/records/area.ts'
import { plainKey } from './cells/clean-text.ts'

/** An area found by what a table calls it, and whether the spelling had to be guessed at. */
export type FoundArea = { readonly area: Area; readonly isGuess: boolean }

/** Finds areas by place code, then by name. */
export type AreaFinder = (code: string, name: string) => FoundArea | null

const KIND_WORDS =
  /\b(county|comte|comté|district|department|departement|département|region|région|province|prefecture|préfecture|state|departamento|distrito)\b/giu

/**
 * Looks areas up by place code, id, name or alias, without regard to case, accents, blanks and words
 * such as "County". Failing that, a name that ends another ("Cape Mount") or differs in a quarter of
 * its letters at most ("Gbapolu") is taken, if only one area fits: a guess, to be told.
 */
export function areaFinder(areas: readonly Area[]): AreaFinder {
  const byCode = new Map<string, Area>()
  const byName = new Map<string, Area>()
  for (const area of areas) {
    for (const code of [area.id, area.placeCode]) if (code) byCode.set(plainKey(code), area)
    for (const name of [area.name, ...area.aliases]) byName.set(nameKey(name), area)
  }
  const guesses = new Map<string, Area | null>()
  return (code, name) => {
    const key = nameKey(name)
    const exact = (code && byCode.get(plainKey(code))) || (key && byName.get(key))
    if (exact) return { area: exact, isGuess: false }
    if (key === '') return null
    if (!guesses.has(key)) guesses.set(key, nearest(key, byName))
    const guess = guesses.get(key)
    return guess ? { area: guess, isGuess: true } : null
  }
}

function nameKey(name: string): string {
  return plainKey(name.replace(KIND_WORDS, ' '))
}

function nearest(key: string, byName: ReadonlyMap<string, Area>): Area | null {
  const ends = new Set<Area>()
  for (const [name, area] of byName) {
    if (key.length >= 6 && (name.endsWith(key) || key.endsWith(name))) ends.add(area)
  }
  if (ends.size === 1) return [...ends][0] ?? null
  const mostEdits = Math.floor(key.length / 4)
  const ranked = [...byName]
    .map(([name, area]) => ({ area, edits: editsBetween(key, name, mostEdits) }))
    .filter(({ edits }) => edits <= mostEdits)
    .sort((a, b) => a.edits - b.edits)
  const [best, second] = ranked
  const isAlone = best && (!second || second.edits > best.edits || second.area === best.area)
  return isAlone ? best.area : null
}

/** Letters to add, drop or change; anything above `most` comes back as `most + 1`. */
function editsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return Math.min(row[b.length]!, most + 1)
}
