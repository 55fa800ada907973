import type { Layer } from '@deck.gl/core'
import { PathStyleExtension, type PathStyleExtensionProps } from '@deck.gl/extensions'
import { PathLayer, type PathLayerProps, SolidPolygonLayer } from '@deck.gl/layers'
import { INKS, type Rgb, rgbOf } from '../../palette.ts'
import { remembered } from '../../remembered.ts'
import type { Theme } from '../../scene.ts'
import { PatternExtension, type PatternFillProps } from '../marks/pattern-extension.ts'
import { PointsLayer } from '../marks/points-layer.ts'
import { POINT_SHAPES } from '../marks/points-shaders.ts'
import { inkOf } from './restriction-inks.ts'
import {
  FILL_PARTS,
  type FillPart,
  outlineOf,
  type RestrictionLine,
  type RestrictionParts,
} from './restriction-parts.ts'
import { signLayer } from './restriction-signs.ts'
import type { ShownRestriction } from './shown-restrictions.ts'

type Look = { readonly theme: Theme; readonly scale: number; readonly opacityShare: number }

const PATTERN = new PatternExtension()
const DASHES = new PathStyleExtension({ dash: true, dashMode: 'path' })
const FADED_SHARE = 0.5
/** On dark ground the palest cells need more of a veil under light ink. */
const VEIL_SHARES: Readonly<Record<Theme, number>> = { light: 0.28, dark: 0.55 }

/** Fills, edges, lines, ticks and symbols, bottom first. */
export const restrictionLayers = remembered(
  (
    parts: RestrictionParts,
    theme: Theme,
    ...[scale, opacityShare]: readonly [number, number]
  ): readonly Layer[] => {
    const look = { theme, scale, opacityShare }
    const { lines, closedRoads, signs, supposedPoints } = parts
    return [
      ...FILL_PARTS.filter((part) => parts.fills[part].length > 0).map((part) =>
        fillLayer(part, parts.fills[part], look),
      ),
      ...(lines.length > 0 ? [casingLayer(lines, look), lineLayer(lines, look)] : []),
      ...(closedRoads.length > 0 ? [tickLayer(closedRoads, look)] : []),
      ...(supposedPoints.length > 0 ? [ringLayer(supposedPoints, look)] : []),
      ...(signs.length > 0 ? [signLayer(signs, look)] : []),
    ]
  },
)

/** Shares that make up a fill: hatch over a veil, dots over less, a tint where the outline speaks. */
const FILLS: Readonly<
  Record<
    FillPart,
    Pick<PatternFillProps, 'patternShape' | 'patternStepPixels' | 'patternSizePixels'>
  >
> = {
  hatched: { patternShape: 'falling', patternStepPixels: 6, patternSizePixels: 1.2 },
  dotted: { patternShape: 'dots', patternStepPixels: 5, patternSizePixels: 1 },
  tinted: { patternShape: 'dots', patternStepPixels: 5, patternSizePixels: 0 },
}

function fillLayer(part: FillPart, data: readonly ShownRestriction[], look: Look): Layer {
  const { theme, scale, opacityShare } = look
  const inks = INKS[theme]
  const isTint = part === 'tinted'
  const pattern: PatternFillProps = {
    ...FILLS[part],
    patternInk: rgbOf(part === 'dotted' ? inks.hazard : inks.closed),
    patternInkShare: isTint ? 0 : opacityShare,
    patternGround: rgbOf(inks.halo),
    patternGroundShare: (isTint ? 0.12 : VEIL_SHARES[theme]) * opacityShare,
    patternScale: scale,
  }
  return new SolidPolygonLayer<ShownRestriction, PatternFillProps>({
    id: `restrictions/${part}`,
    data: [...data],
    getPolygon: (shown) => mutable(outlineOf(shown)),
    extensions: [PATTERN],
    ...pattern,
  })
}

/** Widths in pixels: roads are marked stronger than outlines. */
function widthPixels({ isOutline, shown: { look } }: RestrictionLine): number {
  if (look === 'supposed') return 2.6
  if (isOutline) return look === 'escort' ? 1.5 : 1.4
  return look === 'closed' ? 2.2 : 2
}

/** Dash and gap in pixels; 0 and 0 is a solid line. */
function dashPixels({ isOutline, shown }: RestrictionLine): [number, number] {
  if (!shown.isInForce) return [3, 3]
  switch (shown.look) {
    case 'escort':
      return [6, 4]
    case 'seasonal':
      return [3, 2.5]
    case 'hazard':
      return [1.5, 2]
    case 'limited':
    case 'bridge':
      return [2, 3]
    case 'supposed':
      return [2.5, 1.5]
    case 'closed':
      return isOutline && shown.isDoubtful ? [5, 3] : [0, 0]
  }
}

function casingLayer(
  data: readonly RestrictionLine[],
  { theme, scale, opacityShare }: Look,
): Layer {
  const halo = rgbOf(INKS[theme].halo)
  return new PathLayer<RestrictionLine>({
    id: 'restrictions/casing',
    data: [...data],
    getPath: pathOf,
    getColor: ({ isOutline, shown }) =>
      colorOf(halo, (isOutline ? 0.5 : 0.85) * opacityShare * shareOf(shown)),
    getWidth: (line) => widthPixels(line) + 2,
    widthUnits: 'pixels',
    widthScale: scale,
    jointRounded: true,
    capRounded: true,
  })
}

function lineLayer(data: readonly RestrictionLine[], { theme, scale, opacityShare }: Look): Layer {
  return new PathLayer<RestrictionLine, PathStyleExtensionProps<RestrictionLine>>({
    id: 'restrictions/lines',
    data: [...data],
    pickable: true,
    getPath: pathOf,
    getColor: ({ shown }) =>
      colorOf(rgbOf(inkOf(shown.look, theme)), opacityShare * shareOf(shown)),
    getWidth: widthPixels,
    widthUnits: 'pixels',
    widthScale: scale,
    jointRounded: true,
    getDashArray: (line) => scaled(dashPixels(line), scale),
    dashUnits: 'pixels',
    dashGapPickable: true,
    extensions: [DASHES],
  })
}

/** Short strokes across a closed road: a wide line of dashes a pixel long. */
function tickLayer(data: readonly RestrictionLine[], { theme, scale, opacityShare }: Look): Layer {
  const width = 8
  const props: PathLayerProps<RestrictionLine> = {
    id: 'restrictions/ticks',
    data: [...data],
    getPath: pathOf,
    getColor: colorOf(rgbOf(INKS[theme].closed), opacityShare),
    getWidth: width,
    widthUnits: 'pixels',
    widthScale: scale,
  }
  return new PathLayer<RestrictionLine, PathStyleExtensionProps<RestrictionLine>>({
    ...props,
    getDashArray: scaled([1.4, 5], scale),
    dashUnits: 'pixels',
    extensions: [DASHES],
  })
}

/** Loose rings about points that a shock supposes. */
function ringLayer(data: readonly ShownRestriction[], { theme, scale, opacityShare }: Look): Layer {
  const inks = INKS[theme]
  const places = Float64Array.from(
    data.flatMap(({ restriction: { geometry } }) =>
      geometry.type === 'point' ? geometry.position : [0, 0],
    ),
  )
  const ink = rgbOf(inkOf('supposed', theme))
  return new PointsLayer({
    id: 'restrictions/supposed',
    data: {
      length: data.length,
      attributes: {
        places: { value: places, size: 2 },
        looks: {
          value: Uint8Array.from(data.flatMap(() => [120, POINT_SHAPES.looseRing, 0, 0])),
          size: 4,
        },
      },
    },
    pickable: true,
    firstPoint: 0,
    lastPoint: data.length,
    inks: [ink, ink],
    edgeInk: rgbOf(inks.halo),
    edgePixels: 1.4,
    opacityShare,
    scale,
  })
}

function shareOf({ isInForce }: ShownRestriction): number {
  return isInForce ? 1 : FADED_SHARE
}

function scaled([dash, gap]: readonly [number, number], scale: number): [number, number] {
  return [dash * scale, gap * scale]
}

function colorOf([red, green, blue]: Rgb, share: number): [number, number, number, number] {
  return [red, green, blue, Math.round(255 * share)]
}

function pathOf({ line }: RestrictionLine): [number, number][] {
  return line.map(([lon, lat]) => [lon, lat])
}

function mutable(rings: ReturnType<typeof outlineOf>): [number, number][][] {
  return rings.map((ring) => ring.map(([lon, lat]) => [lon, lat]))
}
