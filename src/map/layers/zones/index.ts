import { extentOf, polygonHolds } from '#core/geo/polygon.ts'
import type { Zone } from '#core/records/zone.ts'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import type { ZonePreview } from '#state/screen-store.ts'
import { ZONE_TINTS } from '../../palette.ts'
import { remembered } from '../../remembered.ts'
import type { Scene } from '../../scene.ts'
import type { LayerType, StylePart, ViewDegrees } from '../layer-type.ts'
import { proposedStyle } from './proposed-style.ts'
import { zoneFacts } from './zone-facts.ts'
import { inHandLayers, type TintedOutline } from './zone-layers.ts'
import { selectedZone, zonesIn } from './zone-list.ts'
import { zoneStyle } from './zone-style.ts'

const NEW_ZONE_TINT = 0
/** Zones that are there step back while others are proposed. */
const BESIDE_PROPOSED_SHARE = 0.3

const joined = remembered(
  (one: StylePart, other: StylePart): StylePart => ({
    sources: { ...one.sources, ...other.sources },
    lines: [...one.lines, ...other.lines],
    labels: [...one.labels, ...other.labels],
  }),
)

/** Deployment zones of the scenario: tints by number, borders, names, and the outline in hand. */
export const ZONES: LayerType = {
  id: 'zones',
  restsOn: LAYER_BASES.zones,
  title: 'Deployment zones',
  group: 'Planning',
  isVisibleAtFirst: (place) => place === 'zones',
  opacityShareAtFirst: 1,
  draw: (scene) => {
    const { zonePreview, theme, scale } = scene
    if (!zonePreview) return []
    const tint = inHandZone(scene)?.tint ?? NEW_ZONE_TINT
    const along = alongIn(zonesIn(scene), zonePreview)
    return inHandLayers({ outline: zonePreview.outline, tint, along, theme, scale })
  },
  style: (scene, opacityShare) => {
    const { theme, scale } = scene
    const inHandIds = inHandKey(scene)
    const chosenId = selectedZone(scene)?.id ?? null
    const { zoneProposal } = scene
    const share = zoneProposal ? opacityShare * BESIDE_PROPOSED_SHARE : opacityShare
    const look = { chosenId, inHandIds, theme, scale, opacityShare: share }
    const own = zoneStyle({ zones: zonesIn(scene), ...look })
    if (!zoneProposal) return own
    return joined(own, proposedStyle({ zones: zoneProposal, theme, scale, opacityShare }))
  },
  at: (scene, position) => {
    const zones = zonesIn(scene)
    const index = zones.findLastIndex(({ outline }) => polygonHolds(outline, ...position))
    return index < 0 ? null : { index, deckLayerId: 'zones/area', position }
  },
  legend: (scene, view) => {
    const zones = zonesIn(scene)
    if (zones.length === 0) return null
    return {
      swatch: { shape: 'fill', color: ZONE_TINTS[zones[0]?.tint ?? 0] ?? ZONE_TINTS[0] },
      counts: { inView: view ? zones.filter(meets(view)).length : null, all: zones.length },
      ramp: null,
      lines: [],
    }
  },
  facts: (scene, { index }) => {
    const zone = zonesIn(scene)[index]
    return zone ? zoneFacts(zone) : null
  },
}

const alongIn = remembered(
  (zones: readonly Zone[], { along }: ZonePreview): readonly TintedOutline[] =>
    zones.flatMap(({ id, tint }) => {
      const outline = along?.get(id)
      return outline ? [{ outline, tint }] : []
    }),
)

/** Ids of all zones whose borders are in hand, in one text, which stays equal through a drag. */
function inHandKey({ zonePreview }: Scene): string {
  if (!zonePreview) return ''
  return [zonePreview.zoneId ?? '', ...(zonePreview.along?.keys() ?? [])].join('\n')
}

function inHandZone(scene: Scene): Zone | null {
  return zonesIn(scene).find(({ id }) => id === scene.zonePreview?.zoneId) ?? null
}

function meets([west, south, east, north]: ViewDegrees) {
  return ({ outline: [ring = []] }: Zone) => {
    const extent = extentOf([[ring]])
    return extent[2] >= west && extent[0] <= east && extent[3] >= south && extent[1] <= north
  }
}
