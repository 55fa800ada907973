import type { Area } from '#core/records/area.ts'
import { plainKey } from '../cells/clean-text.ts'
import { nameIndex, surest } from './name-index.ts'
import { nameKeys } from './name-keys.ts'

/** An area found by what a table calls it, and whether the spelling had to be guessed at. */
export type FoundArea = { readonly area: Area; readonly isGuess: boolean }

/** Finds areas by place code, then by name. */
export type AreaFinder = (code: string, name: string) => FoundArea | null

/**
 * Looks areas up by place code, id, name or alias, without regard to case, accents, blanks and words
 * such as "County". Failing that, a near spelling ("Gbapolu") or a name that ends another ("Cape
 * Mount") is taken, if only one area fits: a guess, to be told.
 */
export function areaFinder(areas: readonly Area[]): AreaFinder {
  const byCode = new Map<string, Area>()
  for (const area of areas) {
    for (const code of [area.id, area.placeCode]) if (code) byCode.set(plainKey(code), area)
  }
  const byName = nameIndex(areas)
  const byEnding = endingFinder(areas)
  return (code, name) => {
    const coded = code ? byCode.get(plainKey(code)) : undefined
    if (coded) return { area: coded, isGuess: false }
    if (plainKey(name) === '') return null
    const matches = surest(byName(name))
    const [match] = matches
    if (match && matches.length === 1)
      return { area: match.item, isGuess: match.spelling === 'near' }
    const ending = matches.length === 0 ? byEnding(nameKeys(name).core) : null
    return ending && { area: ending, isGuess: true }
  }
}

function endingFinder(areas: readonly Area[]): (key: string) => Area | null {
  const named = areas.map((area) => ({
    area,
    cores: [area.name, ...area.aliases].map((name) => nameKeys(name).core).filter(Boolean),
  }))
  const known = new Map<string, Area | null>()
  return (key) => {
    if (key.length < 6) return null
    const held = known.get(key)
    if (held !== undefined) return held
    const fitting = named.filter(({ cores }) =>
      cores.some((core) => core.endsWith(key) || key.endsWith(core)),
    )
    const found = fitting.length === 1 ? (fitting[0]?.area ?? null) : null
    known.set(key, found)
    return found
  }
}
