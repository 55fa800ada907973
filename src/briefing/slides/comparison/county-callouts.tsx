import type { Ground } from '#analysis/ground.ts'
import { operationOf } from '#core/document.ts'
import {
  type NamedPlace,
  namedCapital,
  namedCounties,
} from '#products/pages/comparison/named-places.ts'
import { type Box, placeCallouts } from '../../facts/callouts.ts'
import { pixelIn } from '../../facts/slot-camera.ts'
import type { SlideFacts } from '../slide-kind.ts'
import type { SlideMap } from '../slide-map.ts'
import { isWide, type WallFrame } from '../wall-frame.ts'

/** Mean width of a letter of a name, a little on the wide side. */
const LETTER_REM = 0.47
const LINE_REM = 1.2

type CalloutsProps = {
  readonly facts: SlideFacts
  readonly map: SlideMap
  readonly slot: { readonly widthPixels: number; readonly heightPixels: number }
  readonly legendBox: Box
}

/** The counties where most people come within the standard or fall out of it, named beside the land. */
export function CountyCallouts({ facts, map, slot, legendBox }: CalloutsProps) {
  const { ground, frame } = facts
  if (!ground) return null
  const root = frame.rootPixels
  const named = namedPlaces(facts, map, ground)
  const wishes = named.map(({ id, name, change, position }) => ({
    id,
    ...pixelIn(position, map.camera, slot),
    ...textSize(name, change, frame),
  }))
  const placed = placeCallouts(wishes, {
    ...slot,
    land: landPixels(ground, map, slot),
    taken: [legendBox],
    linePixels: LINE_REM * root,
  })
  return (
    <div className="wall-callouts">
      <svg width={slot.widthPixels} height={slot.heightPixels} aria-hidden>
        {placed.map(({ id, x, y, textX, textY, side, isOnLand }) => (
          <g key={id}>
            {isOnLand ? null : (
              <line
                className="wall-leader"
                x1={x}
                y1={y}
                x2={textX + (side === 'left' ? 0.2 : -0.2) * root}
                y2={textY}
                strokeWidth={0.08 * root}
              />
            )}
            <circle
              className="wall-anchor"
              cx={x}
              cy={y}
              r={0.24 * root}
              strokeWidth={0.1 * root}
            />
          </g>
        ))}
      </svg>
      {placed.map(({ id, textX, textY, side }) => {
        const county = named.find((each) => each.id === id)
        return (
          <span
            key={id}
            className="wall-callout"
            data-side={side}
            style={{ left: `${textX}px`, top: `${textY}px` }}
          >
            {county?.name}
            {county?.change ? <b>{betweenLines(frame) + county.change}</b> : null}
          </span>
        )
      })}
    </div>
  )
}

/** On a narrow wall the change stands under the name. */
function betweenLines(frame: WallFrame): string {
  return isWide(frame) ? ' ' : '\n'
}

function textSize(name: string, change: string, frame: WallFrame) {
  const isOneLine = isWide(frame) || change === ''
  const letters = isOneLine ? name.length + change.length + 1 : Math.max(name.length, change.length)
  return {
    widthPixels: letters * LETTER_REM * frame.rootPixels,
    heightPixels: (isOneLine ? 1 : 2) * LINE_REM * frame.rootPixels,
  }
}

function namedPlaces(facts: SlideFacts, map: SlideMap, ground: Ground): NamedPlace[] {
  const { comparison, situations, document } = facts
  const before = situations[map.againstScenarioId ?? '']
  const after = situations[map.scenarioId]
  if (!comparison || !before || !after) return []
  const sides = {
    before: before.responseMinutes,
    after: after.responseMinutes,
    standardMinutes: operationOf(document).responseStandardMinutes,
  }
  return [
    ...namedCounties(comparison.counties, ground, sides),
    ...namedCapital(document.tables.communities),
  ]
}

function landPixels({ grid }: Ground, map: SlideMap, slot: CalloutsProps['slot']) {
  return grid.cells.map((_, cell) =>
    pixelIn([grid.lonDegrees[cell] ?? 0, grid.latDegrees[cell] ?? 0], map.camera, slot),
  )
}
