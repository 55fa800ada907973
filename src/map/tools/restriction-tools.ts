import { wayAlongRoads } from '#analysis/reach/along-roads.ts'
import type { NearestRoad } from '#analysis/reach/road-index.ts'
import { geometryFault } from '#core/commands/restrictions/restriction-guard.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import { closedRing } from '#core/geo/ring-edits.ts'
import type { LonLat } from '#core/place.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { type Corner, type CornersWish, cornersTool } from './draw/corners-tool.ts'
import { snapText } from './sketch/sketch.ts'
import type { Bench, Press, ToolSession } from './tool.ts'

type Geometry = Restriction['geometry']

const NEW_RADIUS_METRES = 500

/** A restricted area corner by corner. */
export function restrictionAreaTool(bench: Bench): ToolSession {
  return shapeTool(bench, {
    isClosed: true,
    least: 3,
    tooFew: 'An area needs at least three corners.',
    geometryOf: (corners) => ({ type: 'area', polygon: [closedRing(corners)] }),
  })
}

/**
 * A restricted stretch of road or track, point by point: between two points on roads it follows them
 * the shortest way. A point that lies free, set with Alt or far from any road, is joined straight.
 */
export function restrictionStretchTool(bench: Bench): ToolSession {
  return shapeTool(bench, {
    isClosed: false,
    isToRoads: true,
    lineOf: followingRoads(bench),
    least: 2,
    tooFew: 'A stretch needs two ends. Set another point.',
    geometryOf: (line) => ({ type: 'segment', line }),
  })
}

/** Remembers the ways out of each point, so that a line follows the pointer without a search. */
function followingRoads(bench: Bench): (corners: readonly Corner[]) => readonly LonLat[] {
  const ways = new WeakMap<NearestRoad, ReturnType<typeof wayAlongRoads>>()
  const between = (from: Corner, to: Corner): readonly LonLat[] | null => {
    const { ground } = bench.scene()
    if (!ground || !from.road || !to.road) return null
    const way = ways.get(from.road) ?? wayAlongRoads(ground.network, from.road)
    ways.set(from.road, way)
    return way(to.road)
  }
  return (corners) =>
    corners.flatMap((corner, i) => {
      const before = corners[i - 1]
      return (before && between(before, corner)?.slice(1)) ?? [corner.position]
    })
}

function shapeTool(
  bench: Bench,
  shape: Pick<CornersWish, 'isToRoads' | 'lineOf'> & {
    readonly isClosed: boolean
    readonly least: number
    readonly tooFew: string
    readonly geometryOf: (corners: readonly LonLat[]) => Geometry
  },
): ToolSession {
  const { least, tooFew, geometryOf, ...line } = shape
  const { isClosed } = line
  return cornersTool(bench, {
    ...line,
    closes: 'closes the area',
    cornerName: isClosed ? 'Corner' : 'Point',
    fault: (corners) => (corners.length < least ? tooFew : geometryFault(geometryOf(corners))),
    show: (corners) => {
      const geometry = corners.length < least ? null : geometryOf(corners)
      const isSound = geometry && geometryFault(geometry) === null
      bench.draft(isSound ? { restrictionId: null, geometry } : null)
    },
    letGo: () => bench.draft(null),
    drawn: (corners) => {
      bench.actions().onRestrictionDrawn?.(geometryOf(corners))
      return true
    },
  })
}

/** A restricted point, such as a bridge or a checkpoint: one press. */
export function restrictionPointTool(bench: Bench): ToolSession {
  let pointer: Press | null = null
  const set = (position: LonLat) => {
    bench.actions().onRestrictionDrawn?.(pointAt(position))
    bench.draft(null)
  }
  return {
    cursor: () => 'crosshair',
    snapping: () => ({ isOn: true, exceptZoneId: null }),
    pointed(press) {
      pointer = press
      bench.draft(press && { restrictionId: null, geometry: pointAt(press.position) })
    },
    clicked: ({ position }) => set(position),
    keyed({ key }, centre) {
      switch (key) {
        case 'Enter':
        case ' ':
          if (centre) set(centre.position)
          return centre !== null
        case 'Escape':
          bench.actions().onTool?.('select')
          return true
        default:
          return false
      }
    },
    typing: () => 'Point',
    typed: set,
    sketch: () => ({
      lines: [],
      corners: pointer ? [{ at: pointer.position, look: 'chosen' }] : [],
      snap: pointer?.snap ? { at: pointer.position, text: snapText(pointer.snap) } : null,
      chips: [],
      spoken: pointer?.isByKey ? (gridReference(pointer.position) ?? '') : '',
    }),
    end: () => bench.draft(null),
  }
}

function pointAt(position: LonLat): Geometry {
  return { type: 'point', position, radiusMetres: NEW_RADIUS_METRES }
}
