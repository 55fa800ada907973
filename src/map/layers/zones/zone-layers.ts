import type { Color, Layer } from '@deck.gl/core'
import { PathLayer, SolidPolygonLayer } from '@deck.gl/layers'
import type { LonLat, Polygon } from '#core/place.ts'
import type { Zone } from '#core/records/zone.ts'
import { INKS, rgbOf, ZONE_TINTS } from '../../palette.ts'
import { rememberedParts } from '../../remembered.ts'
import type { Theme } from '../../scene.ts'

type Look = { readonly theme: Theme; readonly scale: number; readonly opacityShare: number }

/** Tints: stronger for the zone that is selected; the zone in hand has its tint with its outline. */
export const tintLayers = rememberedParts(
  (
    parts: Pick<Look, 'opacityShare'> & {
      readonly zones: readonly Zone[]
      readonly chosenId: string | null
      readonly inHandId: string | null
    },
  ): readonly Layer[] => {
    const { zones, chosenId, inHandId, opacityShare } = parts
    if (zones.length === 0) return []
    return [
      new SolidPolygonLayer<Zone>({
        id: 'zones/tints',
        data: zones.filter(({ id }) => id !== inHandId),
        getPolygon: ({ outline }) => ringsOf(outline),
        getFillColor: ({ id, tint }) => tinted(tint, id === chosenId ? CHOSEN : OTHERS),
        opacity: opacityShare,
      }),
    ]
  },
)

/** The outline in hand, as it is now. */
export const inHandLayers = rememberedParts(
  (
    parts: Pick<Look, 'theme' | 'scale'> & { readonly outline: Polygon; readonly tint: number },
  ): readonly Layer[] => {
    const { outline, tint, theme, scale } = parts
    const line = (id: string, color: string, widthPixels: number) =>
      new PathLayer<readonly LonLat[]>({
        id,
        data: outline as (readonly LonLat[])[],
        getPath: pathOf,
        getColor: [...rgbOf(color)],
        getWidth: widthPixels * scale,
        widthUnits: 'pixels',
        jointRounded: true,
        capRounded: true,
      })
    return [
      new SolidPolygonLayer<Polygon>({
        id: 'zones/hand-tint',
        data: [outline],
        getPolygon: ringsOf,
        getFillColor: tinted(tint, CHOSEN),
      }),
      line('zones/hand-edge', INKS[theme].halo, 5.5),
      line('zones/hand', INKS[theme].accent, 2.4),
    ]
  },
)

const CHOSEN = 0.24
const OTHERS = 0.11

function tinted(tint: number, alphaShare: number): Color {
  return [...rgbOf(ZONE_TINTS[tint] ?? ZONE_TINTS[0]), Math.round(255 * alphaShare)]
}

function pathOf(points: readonly LonLat[]): [number, number][] {
  return points.map(([lon, lat]) => [lon, lat])
}

function ringsOf(outline: Polygon): [number, number][][] {
  return outline.map(pathOf)
}
