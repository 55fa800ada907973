import { extentOf, polygonHolds } from '#core/geo/polygon.ts'
import type { LonLat } from '#core/place.ts'
import { RESTRICTION_KINDS, type Restriction } from '#core/records/restriction.ts'
import { RESTRICTION_KIND_NAMES } from '#core/restriction-text.ts'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import type { SwatchSpec } from '#ui/widgets/swatch.tsx'
import { INKS } from '../../palette.ts'
import type { Scene, Theme } from '../../scene.ts'
import { signSwatch, stateLines } from '../../symbols/sign-swatches.ts'
import { partOf } from '../dataset-columns.ts'
import type { LayerType, Legend, ViewDegrees } from '../layer-type.ts'
import { agedShare } from '../scene-age.ts'
import { stateOf } from './access-at.ts'
import { placeOf, restrictionFacts } from './restriction-facts.ts'
import { inkOf } from './restriction-inks.ts'
import { restrictionLayers } from './restriction-layers.ts'
import { FILL_PARTS, restrictionParts, shownAt } from './restriction-parts.ts'
import { RESTRICTION_PICTOGRAMS } from './restriction-signs.ts'
import { operationIn, restrictionsIn, shownIn } from './restrictions-in.ts'
import {
  isSupposed,
  lookOf,
  RESTRICTION_LOOKS,
  type RestrictionLook,
} from './shown-restrictions.ts'

/** Looks that tell more than a pictogram does. */
type ListedLook = Exclude<RestrictionLook, 'bridge' | 'limited'>

const LABELS: Readonly<Record<ListedLook, string>> = {
  closed: 'Closed',
  hazard: 'Suspected hazard',
  escort: 'Escort only',
  seasonal: 'Seasonal track',
  supposed: 'Supposed by a shock',
}
const SHAPES = {
  closed: 'backHatch',
  hazard: 'dots',
  escort: 'dashed',
  seasonal: 'dashed',
  supposed: 'looseRing',
} as const satisfies Readonly<Record<ListedLook, string>>

function isListed(look: RestrictionLook): look is ListedLook {
  return look in LABELS
}

/**
 * What keeps people from moving: full where in force now, dashed and pale where it is in the window.
 * What the shocks of the shown scenario suppose has an ink of its own.
 */
export const RESTRICTIONS: LayerType = {
  id: 'restrictions',
  restsOn: LAYER_BASES.restrictions,
  title: 'Access restrictions',
  group: 'Access',
  isVisibleAtFirst: (place) => place === 'situation' || place === 'zones' || place === 'plan',
  opacityShareAtFirst: 1,
  draw: (scene, opacityShare) =>
    restrictionLayers(
      restrictionParts(shownIn(scene)),
      scene.theme,
      scene.scale,
      agedShare(scene, RESTRICTIONS.restsOn, opacityShare),
    ),
  coversGround: (deckLayerId) => {
    const part = partOf(deckLayerId, 'restrictions')
    return FILL_PARTS.some((fill) => fill === part)
  },
  legend: legendOf,
  facts: (scene, { index, deckLayerId }) => {
    const part = partOf(deckLayerId, 'restrictions')
    const operation = operationIn(scene)
    if (part === 'row' || part === 'area') {
      const restriction = [...restrictionsIn(scene).values()][index]
      return restriction
        ? restrictionFacts(restriction, operation, shockName(scene, restriction))
        : null
    }
    const shown = shownAt(restrictionParts(shownIn(scene)), part, index)
    if (!shown) return null
    return restrictionFacts(shown.restriction, operation, shockName(scene, shown.restriction))
  },
  at: (scene, position) => {
    const [lon, lat] = position
    const found = shownIn(scene).find(({ restriction: { geometry } }) =>
      geometry.type === 'area' ? polygonHolds(geometry.polygon, lon, lat) : false,
    )
    if (!found) return null
    const ids = [...restrictionsIn(scene).keys()]
    const index = ids.indexOf(found.restriction.id)
    return { index, deckLayerId: 'restrictions/area', position }
  },
  find: (scene, selection) => {
    if (selection.type !== 'row' || selection.table !== 'restrictions') return null
    const restrictions = restrictionsIn(scene)
    const index = [...restrictions.keys()].indexOf(selection.id)
    const restriction = restrictions.get(selection.id)
    if (!restriction) return null
    return { index, deckLayerId: 'restrictions/row', position: placeOf(restriction) }
  },
}

function shockName({ document }: Scene, { shockId }: Restriction): string | null {
  return document.tables.shocks.get(shockId ?? '')?.name ?? null
}

function legendOf(scene: Scene, view: ViewDegrees | null): Legend | null {
  const { theme } = scene
  const shown = shownIn(scene)
  const isAnyFact = [...restrictionsIn(scene).values()].some((row) => !isSupposed(row))
  if (shown.length === 0 && !isAnyFact) return null
  const now = shown.filter(({ isInForce }) => isInForce)
  const later = shown.length - now.length
  const lines = RESTRICTION_LOOKS.filter(isListed)
    .map((look) => ({
      label: LABELS[look],
      swatch: swatchOf(look, theme),
      count: now.filter((each) => each.look === look).length,
      peopleCount: null,
    }))
    .filter(({ count }) => count > 0)
  const notNow = {
    label: 'In the window, not now',
    swatch: { shape: 'dashed', color: INKS[theme].unknown } as const,
    count: later,
    peopleCount: null,
  }
  const kinds = RESTRICTION_KINDS.map((kind) => ({
    label: RESTRICTION_KIND_NAMES[kind].toLowerCase(),
    swatch: signOf(kind, INKS[theme].ink2),
    count: shown.filter(({ restriction }) => restriction.kind === kind).length,
    peopleCount: null,
  })).filter(({ count }) => count > 0)
  const states = stateLines(
    now.map(({ restriction }) => stateOf(restriction)),
    theme,
    { restricted: 'some pass', closed: 'nobody passes' },
  )
  return {
    swatch: { shape: 'backHatch', color: INKS[theme].closed },
    counts: {
      inView: view ? shown.filter((each) => isInView(each.restriction, view)).length : null,
      all: shown.length,
    },
    ramp: null,
    lines: [...lines, ...(later > 0 ? [notNow] : []), ...kinds, ...states],
  }
}

/** How a restriction looks on the map, drawn small: as its pictogram, or as the ground that it covers. */
export function restrictionSwatch(restriction: Restriction, theme: Theme): SwatchSpec {
  const look = lookOf(restriction)
  const isSupposed = look === 'supposed'
  const isPoint = restriction.geometry.type === 'point'
  return isSupposed || (isListed(look) && !isPoint)
    ? swatchOf(look, theme)
    : signOf(restriction.kind, inkOf(look, theme))
}

function signOf(kind: Restriction['kind'], ink: string): SwatchSpec {
  return signSwatch(RESTRICTION_PICTOGRAMS[kind], { ink, plate: 'round', fill: 'full' })
}

function swatchOf(look: ListedLook, theme: Theme): SwatchSpec {
  return { shape: SHAPES[look], color: inkOf(look, theme) }
}

function isInView({ geometry }: Restriction, [west, south, east, north]: ViewDegrees): boolean {
  const places: readonly LonLat[] =
    geometry.type === 'point'
      ? [geometry.position]
      : geometry.type === 'segment'
        ? geometry.line
        : geometry.polygon.flat()
  const extent = extentOf([[places]])
  return extent[2] >= west && extent[0] <= east && extent[3] >= south && extent[1] <= north
}
