import type { Ground } from '#analysis/ground.ts'
import { operationOf } from '#core/document.ts'
import { placeCallouts } from '../../facts/callouts.ts'
import { pixelIn } from '../../facts/slot-camera.ts'
import type { SlideFacts } from '../slide-kind.ts'
import type { SlideMap } from '../slide-map.ts'
import { type NamedPlace, namedCapital, namedCounties } from './named-places.ts'

/** Mean width of a letter of a name, a little on the wide side. */
const LETTER_REM = 0.47

type CalloutsProps = {
  readonly facts: SlideFacts
  readonly map: SlideMap
  readonly slot: { readonly widthPixels: number; readonly heightPixels: number }
  readonly legendSide: 'left' | 'right'
}

/** The counties where most people come within the standard or fall out of it, named beside the land. */
export function CountyCallouts({ facts, map, slot, legendSide }: CalloutsProps) {
  const { ground, frame } = facts
  if (!ground) return null
  const root = frame.rootPixels
  const named = namedPlaces(facts, map, ground)
  const wishes = named.map(({ id, name, change, position }) => ({
    id,
    ...pixelIn(position, map.camera, slot),
    widthPixels: (name.length + change.length + 1) * LETTER_REM * root,
  }))
  const placed = placeCallouts(wishes, {
    ...slot,
    land: landPixels(ground, map, slot),
    taken: [
      { left: 0, top: 0, right: 17 * root, bottom: 3.1 * root },
      {
        left: legendSide === 'left' ? 0 : slot.widthPixels - 13 * root,
        top: slot.heightPixels - 7.2 * root,
        right: legendSide === 'left' ? 13 * root : slot.widthPixels,
        bottom: slot.heightPixels,
      },
    ],
    linePixels: 1.2 * root,
  })
  return (
    <div className="wall-callouts">
      <svg width={slot.widthPixels} height={slot.heightPixels} aria-hidden>
        {placed.map(({ id, x, y, textX, textY, side }) => (
          <g key={id}>
            <line
              className="wall-leader"
              x1={x}
              y1={y}
              x2={textX + (side === 'left' ? 0.2 : -0.2) * root}
              y2={textY}
              strokeWidth={0.08 * root}
            />
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
            {county?.name} {county?.change ? <b>{county.change}</b> : null}
          </span>
        )
      })}
    </div>
  )
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
