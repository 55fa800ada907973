import { metresBetween } from '#core/geo/distance.ts'
import { holds } from '#core/geo/polygon.ts'
import type { Airfield, AreaShape, Town } from './geography.ts'
import { plainAreaName, type TheatreRecipe } from './recipe.ts'
import { rounded } from './simplify.ts'
import type { CityEntry, GazetteerEntry, TheatreSources } from './theatre-sources.ts'

/** Two gazetteers made from one register name a place within this of each other. */
const SAME_PLACE_METRES = 300
const CLASS_OF_FEATURE: Readonly<Record<string, Town['class']>> = {
  PPLC: 'capital',
  PPLA: 'countyCapital',
  PPLA2: 'districtCapital',
}

/**
 * Towns of both gazetteers, each once. The area comes from the GeoNames code, for a town on the
 * coast may lie outside every outline; only where no area has that code is it looked for by place.
 */
export function townsOf(
  sources: TheatreSources,
  areas: readonly AreaShape[],
  recipe: TheatreRecipe,
): Town[] {
  const areaOf = areaFinder(sources, areas)
  const towns = new Map<string, Town>()
  const isSame = (a: CityEntry, b: CityEntry) =>
    metresBetween(a.position, b.position) < SAME_PLACE_METRES
  const unmatched = sources.gazetteer.filter(
    (entry) => !sources.cities.some((city) => isSame(city, entry)),
  )
  for (const city of [...sources.cities, ...unmatched]) {
    const entry = sources.gazetteer.find((each) => isSame(each, city))
    const town = townOf(city, entry ?? null, areaOf(city))
    const key = `${town.name} ${town.areaId}`
    const twin = towns.get(key)
    const position = recipe.trueTownPositions[town.name]
    if (!twin) towns.set(key, town)
    else if (position) towns.set(key, { ...merged(twin, town), position })
    else if (metresBetween(twin.position, town.position) < 10_000)
      towns.set(key, merged(twin, town))
    else towns.set(`${key} ${town.position}`, town)
  }
  return withIds(withOwnAliases([...towns.values()], areas).sort(byName))
}

/** An alias that is another town's or an area's name would lead astray. */
function withOwnAliases(towns: readonly Town[], areas: readonly AreaShape[]): Town[] {
  const taken = new Set([
    ...towns.map(({ name }) => name),
    ...areas.flatMap(({ name, aliases }) => [name, ...aliases]),
  ])
  return towns.map((town) => ({
    ...town,
    aliases: town.aliases.filter((alias) => !taken.has(alias)).slice(0, 6),
  }))
}

function merged(a: Town, b: Town): Town {
  return {
    ...a,
    populationCount: a.populationCount ?? b.populationCount,
    aliases: [...new Set([...a.aliases, ...b.aliases])],
  }
}

function townOf(city: CityEntry, entry: GazetteerEntry | null, areaId: string): Town {
  const names = [entry?.name ?? city.name, ...(entry?.aliases ?? [])]
  return {
    id: '',
    name: city.name,
    class: CLASS_OF_FEATURE[entry?.featureCode ?? ''] ?? 'town',
    areaId,
    position: rounded(city.position),
    populationCount: entry?.populationCount ?? null,
    aliases: [...new Set(names)].filter((name) => name !== city.name && isOrdinary(name)),
  }
}

/** A spelling in Latin letters that is longer than a code. */
function isOrdinary(name: string): boolean {
  return /^[\p{Script=Latin}' .-]{4,}$/u.test(name)
}

function areaFinder(
  { areaNameOfCode }: TheatreSources,
  areas: readonly AreaShape[],
): (city: CityEntry) => string {
  const byName = new Map(
    areas.flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map((each) => [plainAreaName(each), id]),
    ),
  )
  return ({ areaCode, position }) => {
    const name = areaNameOfCode.get(areaCode)
    const named = name === undefined ? undefined : byName.get(plainAreaName(name))
    if (named !== undefined) return named
    const around = areas.find(({ outline }) => holds(outline, position))
    return around?.id ?? nearestArea(areas, position)
  }
}

function nearestArea(areas: readonly AreaShape[], position: readonly [number, number]): string {
  const distances = areas.map(({ id, outline }) => ({
    id,
    metres: Math.min(...outline.flat(2).map((corner) => metresBetween(corner, position))),
  }))
  return distances.sort((a, b) => a.metres - b.metres)[0]?.id ?? ''
}

/** Airfields by name. A place given in whole minutes or five minutes of arc is off by as much. */
export function airfieldsOf({ airfields }: TheatreSources): Airfield[] {
  const found = airfields.map(({ name, position, icaoCode }) => ({
    id: '',
    name,
    icaoCode,
    position: rounded(position),
    positionErrorMetres: errorMetres(position),
  }))
  return withIds(found.sort(byName))
}

function errorMetres(position: readonly number[]): number {
  const isWhole = (parts: number) =>
    position.every((degrees) => Math.abs(degrees * parts - Math.round(degrees * parts)) < 1e-3)
  if (isWhole(12)) return 5000
  return isWhole(60) ? 1500 : 500
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}

function withIds<T extends { readonly id: string; readonly name: string }>(
  rows: readonly T[],
): T[] {
  const used = new Map<string, number>()
  return rows.map((row) => {
    const id = slugOf(row.name)
    const count = (used.get(id) ?? 0) + 1
    used.set(id, count)
    return { ...row, id: count === 1 ? id : `${id}-${count}` }
  })
}

/** A name as an id: `grand-cape-mount`. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
