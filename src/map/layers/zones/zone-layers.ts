import type { Color, Layer } from '@deck.gl/core'
import { PathLayer, SolidPolygonLayer } from '@deck.gl/layers'
import type { LonLat, Polygon } from '#core/place.ts'
import { INKS, rgbOf, ZONE_TINTS } from '../../palette.ts'
import { rememberedParts } from '../../remembered.ts'
import type { Theme } from '../../scene.ts'
import { CHOSEN_TINT_SHARE } from './zone-style.ts'

export type TintedOutline = { readonly outline: Polygon; readonly tint: number }

/** The outline in hand, as it is now, over those that go along. */
export const inHandLayers = rememberedParts(
  (parts: {
    readonly outline: Polygon
    readonly tint: number
    readonly along: readonly TintedOutline[]
    readonly theme: Theme
    readonly scale: number
  }): readonly Layer[] => {
    const { outline, tint, along, theme, scale } = parts
    const rings = along.flatMap((each) => each.outline)
    const line = (
      id: string,
      color: string,
      widthPixels: number,
      data: readonly (readonly LonLat[])[] = outline,
    ) =>
      new PathLayer<readonly LonLat[]>({
        id,
        data: data as (readonly LonLat[])[],
        getPath: pathOf,
        getColor: [...rgbOf(color)],
        getWidth: widthPixels * scale,
        widthUnits: 'pixels',
        jointRounded: true,
        capRounded: true,
      })
    const alongLayers = () => [
      new SolidPolygonLayer<TintedOutline>({
        id: 'zones/along-tint',
        data: along as TintedOutline[],
        getPolygon: (each) => ringsOf(each.outline),
        getFillColor: (each) => tinted(each.tint),
      }),
      line('zones/along', INKS[theme].ink, 1.3, rings),
    ]
    return [
      ...(along.length > 0 ? alongLayers() : []),
      new SolidPolygonLayer<Polygon>({
        id: 'zones/hand-tint',
        data: [outline],
        getPolygon: ringsOf,
        getFillColor: tinted(tint),
      }),
      line('zones/hand-edge', INKS[theme].halo, 5.5),
      line('zones/hand', INKS[theme].accent, 2.4),
    ]
  },
)

function tinted(tint: number): Color {
  return [...rgbOf(ZONE_TINTS[tint] ?? ZONE_TINTS[0]), Math.round(255 * CHOSEN_TINT_SHARE)]
}

function pathOf(points: readonly LonLat[]): [number, number][] {
  return points.map(([lon, lat]) => [lon, lat])
}

function ringsOf(outline: Polygon): [number, number][][] {
  return outline.map(pathOf)
}
