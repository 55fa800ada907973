import type { Color, Layer } from '@deck.gl/core'
import { PathStyleExtension, type PathStyleExtensionProps } from '@deck.gl/extensions'
import { PathLayer, SolidPolygonLayer } from '@deck.gl/layers'
import type { LonLat, Polygon } from '#core/place.ts'
import type { Zone } from '#core/records/zone.ts'
import { INKS, rgbOf, ZONE_TINTS } from '../../palette.ts'
import { rememberedParts } from '../../remembered.ts'
import type { Theme } from '../../scene.ts'

type Look = { readonly theme: Theme; readonly scale: number; readonly opacityShare: number }

type Line = { readonly points: readonly LonLat[]; readonly isSaved: boolean }

/** Tints and borders. The border of the zone in hand is dashed: it is where it was saved. */
export const savedLayers = rememberedParts(
  (
    parts: Look & {
      readonly zones: readonly Zone[]
      /** Selected, or in hand: told apart by a stronger tint. */
      readonly chosenId: string | null
      readonly inHandId: string | null
    },
  ): readonly Layer[] => {
    const { zones, chosenId, inHandId, theme, scale, opacityShare } = parts
    if (zones.length === 0) return []
    const lines = zones.flatMap(({ id, outline }) =>
      outline.map((points): Line => ({ points, isSaved: id === inHandId })),
    )
    return [
      new SolidPolygonLayer<Zone>({
        id: 'zones/tints',
        data: zones.filter(({ id }) => id !== inHandId),
        getPolygon: ({ outline }) => ringsOf(outline),
        getFillColor: ({ id, tint }) => tinted(tint, id === chosenId ? CHOSEN : OTHERS),
        opacity: opacityShare,
      }),
      new PathLayer<Line, PathStyleExtensionProps<Line>>({
        id: 'zones/borders',
        data: lines,
        getPath: ({ points }) => pathOf(points),
        getColor: [...rgbOf(INKS[theme].ink)],
        getWidth: ({ isSaved }) => (isSaved ? 1.6 : 1.3) * scale,
        getDashArray: ({ isSaved }) => (isSaved ? [4, 3] : [0, 0]),
        extensions: [DASHED],
        widthUnits: 'pixels',
        jointRounded: true,
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
const DASHED = new PathStyleExtension({ highPrecisionDash: true })

function tinted(tint: number, alphaShare: number): Color {
  return [...rgbOf(ZONE_TINTS[tint] ?? ZONE_TINTS[0]), Math.round(255 * alphaShare)]
}

function pathOf(points: readonly LonLat[]): [number, number][] {
  return points.map(([lon, lat]) => [lon, lat])
}

function ringsOf(outline: Polygon): [number, number][][] {
  return outline.map(pathOf)
}
