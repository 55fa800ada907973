import type { Layer } from '@deck.gl/core'
import type { Restriction } from '#core/records/restriction.ts'
import type { Theme } from '../../scene.ts'
import type { Painter } from '../../symbols/atlas.ts'
import { iconLayer } from '../../symbols/icon-layers.ts'
import { PICTOGRAMS, type Pictogram } from '../../symbols/pictogram-paths.ts'
import { signPainter } from '../../symbols/sign-painters.ts'
import { stateOf } from './access-at.ts'
import { placeOf } from './restriction-facts.ts'
import { inkOf } from './restriction-inks.ts'
import type { ShownRestriction } from './shown-restrictions.ts'

export const RESTRICTION_PICTOGRAMS: Readonly<Record<Restriction['kind'], Pictogram>> = {
  closedArea: PICTOGRAMS.closed,
  escortRoad: PICTOGRAMS.escort,
  hazard: PICTOGRAMS.hazard,
  brokenBridge: PICTOGRAMS.bridge,
  seasonalTrack: PICTOGRAMS.seasonal,
  checkpoint: PICTOGRAMS.checkpoint,
  flood: PICTOGRAMS.flood,
  ferryOut: PICTOGRAMS.ferry,
  denial: PICTOGRAMS.denial,
  curfew: PICTOGRAMS.curfew,
  noFlyArea: PICTOGRAMS.noFly,
}

type Look = { readonly theme: Theme; readonly scale: number; readonly opacityShare: number }

/**
 * What each restriction is, on a round plate in its middle, with what it does at the corner: nobody
 * passes, or some do. Hollow: not in force now, or supposed by a shock. Whoever set it up, it bears no
 * frame: a frame would say whose side somebody is on.
 */
export function signLayer(data: readonly ShownRestriction[], look: Look): Layer {
  const { theme, scale, opacityShare } = look
  const icons = new Map<string, Painter>()
  for (const shown of data) {
    const { restriction, look: drawnAs, isInForce } = shown
    const sign = signPainter(RESTRICTION_PICTOGRAMS[restriction.kind], {
      theme,
      ink: inkOf(drawnAs, theme),
      plate: 'round',
      fill: isInForce && drawnAs !== 'supposed' ? 'full' : 'hollow',
      state: isInForce ? stateOf(restriction) : 'open',
    })
    icons.set(nameOf(shown), sign)
  }
  return iconLayer<ShownRestriction>({
    id: 'restrictions/signs',
    data,
    icons,
    iconOf: nameOf,
    positionOf: ({ restriction }) => placeOf(restriction),
    growsWithZoom: true,
    scale,
    opacityShare,
  })
}

function nameOf({ restriction, look, isInForce }: ShownRestriction): string {
  return `${restriction.kind} ${look} ${stateOf(restriction)} ${isInForce}`
}
