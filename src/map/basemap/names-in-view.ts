import type { Feature, FeatureCollection, MultiPolygon as Land, Point } from 'geojson'
import type { MultiPolygon } from '#core/place.ts'
import type { ViewDegrees } from '../layers/layer-type.ts'
import type { Basemap } from '../map-props.ts'
import { rememberedParts } from '../remembered.ts'
import { labelPositionWithin } from './label-position.ts'

const NOTHING: FeatureCollection<Point> = { type: 'FeatureCollection', features: [] }

/** Shares of the view along its edges where a name would be cut or lie under buttons. */
const MARGIN_SHARE = 0.07

/** Room that a letter of a country's name takes, as `land-style.ts` draws it. */
const LETTER_PIXELS = 10

/** Where a map rests. */
export type MapRest = { readonly view: ViewDegrees; readonly degreesPerPixel: number }

type NamesInput = {
  readonly basemap: Basemap | null
  /** Null: not known yet. */
  readonly rest: MapRest | null
  readonly scale: number
}

/**
 * Names of countries moved to where the view shows them widest, left out where it has no room
 * for them; names of seas where the package has them.
 */
export const namesInView = rememberedParts(
  ({ basemap, rest, scale }: NamesInput): FeatureCollection<Point> => {
    if (!basemap) return NOTHING
    if (!rest) return basemap.labels
    const inner = innerView(rest.view)
    const letterDegrees = LETTER_PIXELS * scale * rest.degreesPerPixel
    const features = basemap.labels.features.flatMap((label) => {
      const land = basemap.land.features.find((each) => isLandOf(each, label))
      if (!land) return [label]
      const least = String(label.properties?.['name']).length * letterDegrees
      const outline = land.geometry.coordinates as unknown as MultiPolygon
      const position = labelPositionWithin(outline, inner, least)
      if (!position) return []
      return [{ ...label, geometry: { type: 'Point' as const, coordinates: [...position] } }]
    })
    return { ...basemap.labels, features }
  },
)

function isLandOf({ properties: land }: Feature<Land>, { properties: label }: Feature<Point>) {
  return label?.['kind'] === 'country' && land?.['name'] === label['name']
}

function innerView([west, south, east, north]: ViewDegrees): ViewDegrees {
  const width = MARGIN_SHARE * (east - west)
  const height = MARGIN_SHARE * (north - south)
  return [west + width, south + height, east - width, north - height]
}
