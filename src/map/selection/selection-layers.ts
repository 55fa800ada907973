import type { Layer } from '@deck.gl/core'
import { PathLayer, ScatterplotLayer } from '@deck.gl/layers'
import type { LonLat } from '#core/place.ts'
import { INKS, rgbOf } from '../palette.ts'
import { rememberedParts } from '../remembered.ts'
import type { Scene } from '../scene.ts'
import { selectionMark } from './selection-mark.ts'

const layersOf = rememberedParts((parts: Parameters<typeof selectionMark>[0] & Look) => {
  const mark = selectionMark(parts)
  if (!mark) return []
  if (mark.type === 'outline') return linesAlong(mark.lines, parts)
  return ringAt(mark.position, parts, isFramed(parts.selection) ? 17 : 10)
})

/** Units, bases and postings are drawn as frames, which a ring goes round. */
function isFramed(selection: Scene['selection']): boolean {
  if (selection?.type === 'suggestion') return true
  return selection?.type === 'row' && ['bases', 'units', 'postings'].includes(selection.table)
}

type Look = Pick<Scene, 'theme' | 'scale'>

/** A ring round what is selected, or a line along its border, over a pale edge. */
export function selectionLayers(scene: Scene): readonly Layer[] {
  const { selection, document, columns, ground, plan, theme, scale } = scene
  const { zonePreview, draftRestriction } = scene
  const inHand = { zonePreview, draftRestriction }
  return layersOf({ selection, document, columns, ground, plan, ...inHand, theme, scale })
}

function ringAt(position: LonLat, { theme, scale }: Look, radiusPixels: number): Layer[] {
  const ring = (id: string, color: string, widthPixels: number) =>
    new ScatterplotLayer({
      id,
      data: [position],
      getPosition: (at: LonLat) => [...at],
      filled: false,
      stroked: true,
      radiusUnits: 'pixels',
      lineWidthUnits: 'pixels',
      getRadius: radiusPixels * scale,
      getLineWidth: widthPixels * scale,
      getLineColor: [...rgbOf(color)],
    })
  return [
    ring('selection/ring-edge', INKS[theme].halo, 5.5),
    ring('selection/ring', INKS[theme].accent, 2.4),
  ]
}

function linesAlong(lines: readonly (readonly LonLat[])[], { theme, scale }: Look): Layer[] {
  const line = (id: string, color: string, widthPixels: number) =>
    new PathLayer<readonly LonLat[]>({
      id,
      data: lines,
      getPath: (path) => path.map(([lon, lat]): [number, number] => [lon, lat]),
      widthUnits: 'pixels',
      getWidth: widthPixels * scale,
      getColor: [...rgbOf(color)],
      jointRounded: true,
      capRounded: true,
    })
  return [
    line('selection/line-edge', INKS[theme].halo, 5.5),
    line('selection/line', INKS[theme].accent, 2.4),
  ]
}
