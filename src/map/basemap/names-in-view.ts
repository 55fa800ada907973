import type { Feature, FeatureCollection, MultiPolygon as Land, Point } from 'geojson'
import type { MultiPolygon } from '#core/place.ts'
import type { ViewDegrees } from '../layers/layer-type.ts'
import type { Basemap } from '../map-props.ts'
import { rememberedParts } from '../remembered.ts'
import { labelPositionWithin } from './label-position.ts'

const NOTHING: FeatureCollection<Point> = { type: 'FeatureCollection', features: [] }

/** Shares of the view along its edges where a name would be cut or lie under buttons. */
const MARGIN_SHARE = 0.07

/** A country is named where it is at least so much of the view wide. */
const LEAST_SHARE = 0.16

/**
 * Names of countries moved to where the view shows them widest, those that it hardly shows left
 * out; names of seas where the package has them.
 */
export const namesInView = rememberedParts(
  ({ basemap, view }: { readonly basemap: Basemap | null; readonly view: ViewDegrees | null }) => {
    if (!basemap) return NOTHING
    if (!view) return basemap.labels
    const inner = innerView(view)
    const least = LEAST_SHARE * (view[2] - view[0])
    const features = basemap.labels.features.flatMap((label) => {
      const land = basemap.land.features.find((each) => isLandOf(each, label))
      if (!land) return [label]
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
