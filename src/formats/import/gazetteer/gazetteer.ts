import { countyLevel } from '#core/county-level.ts'
import type { OperationDocument } from '#core/document.ts'
import { metresBetween } from '#core/geo/distance.ts'
import type { Area } from '#core/records/area.ts'
import { type BandedOutline, bandedHolds, bandedOutline } from '../banded-outline.ts'
import { type NameMatch, nameIndex, type Spelling, surest } from './name-index.ts'
import { type Place, placeOfArea, placeOfCommunity } from './place-of.ts'

/** What a row says about where it lies; empty where it says nothing. */
export type PlaceWords = {
  readonly place: string
  /** By place code or name; of several the first that is known counts. */
  readonly district: readonly string[]
  readonly county: readonly string[]
}

/** The one place that is meant, or why that cannot be told. */
export type Joined =
  | {
      readonly ok: true
      readonly place: Place
      /** As the row has it. */
      readonly word: string
      readonly spelling: Spelling
      /** The place itself is not known: the area around it stands for it. */
      readonly unknownPlace: string | null
    }
  | { readonly ok: false; readonly code: string; readonly why: string }

/** Joins names to the communities and areas of an operation. */
export type Gazetteer = (words: PlaceWords) => Joined

type Match = NameMatch<Place>

/** Records of one name no further apart than this are one place that was listed twice. */
const TWICE_METRES = 3000

/**
 * The places of a document, to be looked up by name. What a name means is narrowed by the district
 * and county beside it. Where several places remain none is taken; where the place is not known, the
 * district or county is, with its whole width.
 */
export function gazetteerOf({ tables }: OperationDocument): Gazetteer {
  const rows = [...tables.areas.values()].filter(({ level }) => level > 0)
  const areas = rows.map(placeOfArea)
  const known: KnownAreas = { places: areas, countyLevel: countyLevel(rows) }
  const communities = [...tables.communities.values()].map(placeOfCommunity)
  const findPlace = nameIndex([...communities, ...areas])
  const findArea = areaIndex(areas)
  const isWithin = withinReader(tables.areas)
  return (words) => {
    const around = surroundings(known, findArea, words, isWithin)
    if ('code' in around) return { ok: false, ...around }
    const [narrowest] = around.areas
    if (words.place === '') {
      if (narrowest) return joined(narrowest.match, narrowest.word, null)
      return unnamed(words)
    }
    const named = oneOf(findPlace(words.place), around.areas, isWithin)
    if (named.length === 1 && named[0]) return joined(named[0], words.place, null)
    if (named.length > 1) return severalOf(words.place, named, tables.areas)
    const elsewhere = findPlace(words.place).filter(({ spelling }) => spelling !== 'near')
    if (narrowest && elsewhere.length > 0) {
      return elsewhereOf(words.place, narrowest.match, elsewhere, tables.areas)
    }
    if (narrowest) return joined(narrowest.match, narrowest.word, words.place)
    return { ok: false, code: 'place-unknown', why: `no place is called "${words.place}"` }
  }
}

/** Nobody knows an area here, or the row names none. */
function unnamed({ county, district }: PlaceWords): Joined {
  const [word] = [...district, ...county]
  if (word === undefined) return { ok: false, code: 'coordinate-missing', why: 'it names no place' }
  const why = `no area is called "${word}"; import the areas first`
  return { ok: false, code: 'area-unknown', why }
}

/** The areas inside the country, and which of them are its counties. */
type KnownAreas = { readonly places: readonly Place[]; readonly countyLevel: number }
type Surrounding = { readonly match: Match; readonly word: string }
type Surroundings =
  | { readonly areas: readonly Surrounding[] }
  | { readonly code: string; readonly why: string }
type IsWithin = (place: Place, area: Area) => boolean

function joined({ item, spelling }: Match, word: string, unknownPlace: string | null): Joined {
  return { ok: true, place: item, spelling, word, unknownPlace }
}

/** By place code as well as by name. */
function areaIndex(areas: readonly Place[]): (word: string) => readonly Match[] {
  const byName = nameIndex(areas)
  const byCode = new Map(
    areas.flatMap((place) =>
      [place.area?.id, place.area?.placeCode].map((code) => [code?.toLowerCase(), place]),
    ),
  )
  return (word) => {
    const coded = byCode.get(word.toLowerCase())
    return typeof coded === 'object' ? [{ item: coded, spelling: 'same' }] : byName(word)
  }
}

/**
 * The areas that a row names, the narrowest first. A county that nobody knows is of another country,
 * whatever its towns are called; a district that nobody knows in a known county does not count.
 */
function surroundings(
  { places, countyLevel: level }: KnownAreas,
  findArea: (word: string) => readonly Match[],
  { district, county }: PlaceWords,
  isWithin: IsWithin,
): Surroundings {
  const areas: Surrounding[] = []
  for (const [words, isCounty] of [[county, true] as const, [district, false] as const]) {
    const isOfLevel = ({ area }: Place) => (area?.level === level) === isCounty
    if (words.length === 0 || !places.some(isOfLevel)) continue
    const known = words.map((word) => findArea(word).filter(({ item }) => isOfLevel(item)))
    const index = Math.max(
      0,
      known.findIndex((matches) => matches.length > 0),
    )
    const word = words[index] ?? ''
    const found = oneOf(known[index] ?? [], areas, isWithin)
    if (found.length > 1 && areas.length === 0) {
      return { code: 'place-ambiguous', why: `several areas are called "${word}"` }
    }
    if (found.length === 0 && areas.length === 0) {
      return { code: 'area-unknown', why: `no area is called "${word}"` }
    }
    if (found.length === 1 && found[0]) areas.unshift({ match: found[0], word })
  }
  return { areas }
}

/** The surest matches that lie in the areas named, the widest given up last. */
function oneOf(
  matches: readonly Match[],
  areas: readonly Surrounding[],
  isWithin: IsWithin,
): readonly Match[] {
  if (areas.length === 0) return townsFirst(surest(matches), isWithin)
  for (const { match } of areas) {
    const { area } = match.item
    const inside = matches.filter(({ item }) => area && isWithin(item, area))
    if (inside.length > 0) return townsFirst(surest(inside), isWithin)
  }
  return []
}

/** A town and the area about it that bears its name: the town. A village and such an area: the area. */
function townsFirst(matches: readonly Match[], isWithin: IsWithin): readonly Match[] {
  const areas = matches.filter(({ item }) => item.area !== null)
  const communities = matches.filter(({ item }) => item.community !== null)
  if (areas.length === 0) return listedTwice(matches)
  if (communities.length === 0) return nested(matches, isWithin)
  const areNested = communities.every(({ item }) =>
    areas.every(({ item: { area } }) => area && isWithin(item, area)),
  )
  if (!areNested) return matches
  const towns = communities.filter(({ item }) => item.community?.class !== 'village')
  return towns.length > 0 ? listedTwice(towns) : nested(areas, isWithin)
}

/** Communities close together as one: the one that reaches furthest, wide enough for them all. */
function listedTwice(matches: readonly Match[]): readonly Match[] {
  const [first, ...rest] = [...matches].sort((a, b) => b.item.errorMetres - a.item.errorMetres)
  if (!first || rest.length === 0) return matches
  const away = rest.map(({ item }) => metresBetween(first.item.position, item.position))
  if (away.some((metres) => metres > TWICE_METRES)) return matches
  const errorMetres = rest.reduce(
    (widest, { item }, index) => Math.max(widest, Math.ceil(away[index]! + item.errorMetres)),
    first.item.errorMetres,
  )
  return [{ ...first, item: { ...first.item, errorMetres } }]
}

/** A county and its district of the same name are one answer: the county, which is sure to hold it. */
function nested(matches: readonly Match[], isWithin: IsWithin): readonly Match[] {
  const widest = matches.find(({ item: { area } }) =>
    matches.every(({ item }) => item.area === area || (area && item.area && isWithin(item, area))),
  )
  return widest?.item.area ? [widest] : matches
}

function withinReader(areas: ReadonlyMap<string, Area>): IsWithin {
  const outlines = new Map<string, BandedOutline>()
  return ({ area, community, position }, around) => {
    if (area?.id === around.id || area?.parentId) return isUnder(area, around.id, areas)
    if (community?.areaId === around.id) return true
    let outline = outlines.get(around.id)
    if (!outline) {
      outline = bandedOutline(around.outline)
      outlines.set(around.id, outline)
    }
    return bandedHolds(outline, position)
  }
}

function isUnder(area: Area, aroundId: string, areas: ReadonlyMap<string, Area>): boolean {
  for (let at: Area | undefined = area; at; at = areas.get(at.parentId ?? '')) {
    if (at.id === aroundId) return true
  }
  return false
}

function severalOf(
  word: string,
  matches: readonly Match[],
  areas: ReadonlyMap<string, Area>,
): Joined {
  const [first] = matches
  const called = first?.spelling === 'near' ? 'could be meant by' : 'are called'
  const why = `${matches.length} places ${called} "${word}": ${candidates(matches, areas)}; say which, by county or by position`
  return { ok: false, code: 'place-ambiguous', why }
}

function elsewhereOf(
  word: string,
  around: Match,
  matches: readonly Match[],
  areas: ReadonlyMap<string, Area>,
): Joined {
  const why = `"${word}" is not known in ${around.item.name}, but elsewhere: ${candidates(matches, areas)}`
  return { ok: false, code: 'place-elsewhere', why }
}

/** At most four, each with the area above it, and with its position where that does not tell them apart. */
function candidates(matches: readonly Match[], areas: ReadonlyMap<string, Area>): string {
  const shown = matches.slice(0, 4).map(({ item: { name, community, area, position } }) => {
    const above = areas.get(community?.areaId ?? area?.parentId ?? '')
    const what = community ? name : `the area ${name}`
    return { words: above ? `${what} in ${above.name}` : what, position }
  })
  const names = shown.map(({ words, position: [lon, lat] }) => {
    const isAlone = shown.filter((other) => other.words === words).length === 1
    return isAlone ? words : `${words} (${lat.toFixed(3)}, ${lon.toFixed(3)})`
  })
  const rest = matches.length - names.length
  return `${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}
