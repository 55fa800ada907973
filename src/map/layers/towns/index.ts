import type { Community } from '#core/records/community.ts'
import { BASEMAP_INKS } from '../../basemap/basemap-inks.ts'
import { remembered } from '../../remembered.ts'
import type { LayerType, ViewDegrees } from '../layer-type.ts'
import { communityList, communityPoints } from './communities.ts'
import { communityFacts } from './community-facts.ts'
import { townsStyle } from './towns-style.ts'

/** Communities by name, the chief ones first; their facts are need, response and last visit. */
export const TOWNS: LayerType = {
  id: 'towns',
  title: 'Towns and villages',
  group: 'Base',
  isVisibleAtFirst: () => true,
  opacityShareAtFirst: 1,
  draw: () => [],
  style: ({ document: { tables }, theme, scale }, opacityShare) =>
    townsStyle({
      points: communityPoints(tables.communities, tables.bases),
      theme,
      scale,
      opacityShare,
    }),
  legend: ({ document, theme }, view) => {
    const all = communityList(document.tables.communities)
    if (all.length === 0) return null
    return {
      swatch: { shape: 'dot', color: BASEMAP_INKS[theme].town },
      counts: { inView: view ? countIn(view, all) : null, all: all.length },
      asOf: null,
      expectedEveryHours: null,
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
