import type { Community } from '#core/records/community.ts'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import { BASEMAP_INKS } from '../../basemap/basemap-inks.ts'
import { remembered } from '../../remembered.ts'
import type { LayerType, ViewDegrees } from '../layer-type.ts'
import { agedShare } from '../scene-age.ts'
import { communityList, communityPoints } from './communities.ts'
import { communityFacts } from './community-facts.ts'
import { townsStyle } from './towns-style.ts'

/** Communities by name, the chief ones first; their facts are need, response and last visit. */
export const TOWNS: LayerType = {
  id: 'towns',
  restsOn: LAYER_BASES.towns,
  title: 'Towns and villages',
  group: 'Base',
  isVisibleAtFirst: () => true,
  opacityShareAtFirst: 1,
  draw: () => [],
  style: (scene, opacityShare) => {
    const { document, theme, scale } = scene
    const { communities, bases } = document.tables
    return townsStyle({
      points: communityPoints(communities, bases),
      theme,
      scale,
      opacityShare: agedShare(scene, TOWNS.restsOn, opacityShare),
    })
  },
  legend: ({ document, theme }, view) => {
    const all = communityList(document.tables.communities)
    if (all.length === 0) return null
    return {
      swatch: { shape: 'dot', color: BASEMAP_INKS[theme].town },
      counts: { inView: view ? countIn(view, all) : null, all: all.length },
      ramp: null,
      lines: [],
    }
  },
  facts: (scene, { index }) => {
    const community = communityList(scene.document.tables.communities)[index]
    return community ? communityFacts(scene, community) : null
  },
  find: ({ document }, selection) => {
    if (selection.type !== 'row' || selection.table !== 'communities') return null
    const index = communityList(document.tables.communities).findIndex(
      ({ id }) => id === selection.id,
    )
    const community = communityList(document.tables.communities)[index]
    return community ? { index, deckLayerId: 'towns', position: community.position } : null
  },
}

/** An edit of other rows leaves the count as it is. */
const countIn = remembered(
  ([west, south, east, north]: ViewDegrees, all: readonly Community[]): number =>
    all.filter(
      ({ position: [lon, lat] }) => lon >= west && lon <= east && lat >= south && lat <= north,
    ).length,
)
