import type { PageLegend, PageMap } from '#core/records/page.ts'
import type { LayerType, Legend } from '#map/layers/layer-type.ts'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import type { Scene, Theme } from '#map/scene.ts'
import type { Room } from '#ui/room.tsx'
import { factsOfRoom, pageScene } from './page-scene.ts'

/** Marks of which a room needs to be told; names and borders speak for themselves. */
const TOLD_MARKS: readonly string[] = [
  'incidents',
  'patrols',
  'projects',
  'facilities',
  'restrictions',
]

/** What the surfaces and marks of a slide's map mean, top first. */
export function slideLegends(map: Omit<PageMap, 'camera'>, room: Room, theme: Theme): PageLegend[] {
  return sceneLegends(pageScene(map, factsOfRoom(room), { theme, scale: 1 }), map.layers)
}

/** The same of any scene. */
export function sceneLegends(scene: Scene, shownIds: readonly string[]): PageLegend[] {
  return LAYER_TYPES.filter(({ id }) => shownIds.includes(id)).flatMap((type): PageLegend[] => {
    const legend = type.legend(scene, null)
    if (!legend) return []
    if (legend.ramp) return [surfaceLegend(type, legend)]
    return TOLD_MARKS.includes(type.id) ? [markLegend(type, legend)] : []
  })
}

/** What a room can take in at once. */
const SHORT_LABELS: Readonly<Record<string, string>> = {
  'Insufficient data': 'unknown',
  'Reached in neither': 'reached in neither',
  'Cannot be reached': 'out of reach',
}

function surfaceLegend({ id, title }: LayerType, legend: Legend): PageLegend {
  const { colors = [], breaks = [] } = legend.ramp ?? {}
  const middle = colors[(colors.length - 1) / 2]
  const isDifference = id === 'difference' || id === 'difference-need'
  const noChange =
    isDifference && middle
      ? [
          {
            label: 'no change',
            swatch: { shape: 'fill', color: middle },
            peopleCount: null,
          } as const,
        ]
      : []
  const unknown = legend.lines.slice(0, 1).map(({ label, swatch, peopleCount }) => ({
    label: SHORT_LABELS[label] ?? label.toLowerCase(),
    swatch: keptLook(swatch),
    peopleCount,
  }))
  return {
    id,
    title,
    ramp: { colors, low: breaks[0] ?? '', high: breaks.at(-1) ?? '' },
    lines: [...noChange, ...unknown],
  }
}

function markLegend({ id, title }: LayerType, { swatch }: Legend): PageLegend {
  return {
    id,
    title,
    ramp: null,
    lines: [{ label: title, swatch: keptLook(swatch), peopleCount: null }],
  }
}

/** A look as a page keeps it: each has one colour. */
function keptLook(swatch: Legend['swatch']): PageLegend['lines'][number]['swatch'] {
  return swatch.shape === 'ramp' ? { ...swatch, color: swatch.colors[0] ?? '' } : { ...swatch }
}
