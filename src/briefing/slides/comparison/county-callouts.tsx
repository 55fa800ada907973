import type { Ground } from '#analysis/ground.ts'
import type { Comparison } from '#analysis/scenario-measures.ts'
import type { LonLat } from '#core/place.ts'
import type { Community } from '#core/records/community.ts'
import { placeCallouts } from '../../facts/callouts.ts'
import { pixelIn } from '../../facts/slot-camera.ts'
import { signedWallPeople, textOf } from '../../facts/wall-people.ts'
import type { SlideFacts } from '../slide-kind.ts'
import type { SlideMap } from '../slide-map.ts'

const MOST_CALLOUTS = 4
/** Fewer people than this are not worth a name on the wall. */
const MATERIAL_PEOPLE = 500

type CalloutsProps = {
  readonly facts: SlideFacts
  readonly map: SlideMap
  readonly slot: { readonly widthPixels: number; readonly heightPixels: number }
}

/** The counties where most people come within the standard or fall out of it, named beside the land. */
export function CountyCallouts({ facts, map, slot }: CalloutsProps) {
  const { ground, comparison, frame } = facts
  if (!ground || !comparison) return null
  const root = frame.rootPixels
  const { communities } = facts.document.tables
  const named = [...namedCounties(comparison, ground), ...namedCapital(communities)]
  const wishes = named.map(({ id, text, centre }) => ({
    id,
    ...pixelIn(centre, map.camera, slot),
    widthPixels: text.length * 0.47 * root,
  }))
  const placed = placeCallouts(wishes, {
    ...slot,
    land: landPixels(ground, map, slot),
    taken: [
      { left: 0, top: 0, right: 17 * root, bottom: 3.1 * root },
      {
        left: 0,
        top: slot.heightPixels - 7.2 * root,
        right: 10.5 * root,
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

type Named = {
  readonly id: string
  readonly name: string
  readonly change: string
  readonly text: string
  readonly centre: LonLat
}

/** Largest change first, each at the middle of its people. */
function namedCounties({ counties }: Comparison, ground: Ground): Named[] {
  return counties
    .filter(
      ({ areaIndex, gainedPeopleCount, lostPeopleCount }) =>
        areaIndex >= 0 && gainedPeopleCount + lostPeopleCount >= MATERIAL_PEOPLE,
    )
    .slice(0, MOST_CALLOUTS)
    .map(({ areaIndex, name, gainedPeopleCount, lostPeopleCount }) => {
      const change = textOf(signedWallPeople(gainedPeopleCount - lostPeopleCount))
      const centre = middleOf(ground, areaIndex)
      return { id: String(areaIndex), name, change, text: `${name} ${change}`, centre }
    })
}

/** The capital, for those who have to find their way; it has no change to tell. */
function namedCapital(communities: ReadonlyMap<string, Community>): Named[] {
  const capital = [...communities.values()].find((community) => community.class === 'capital')
  if (!capital) return []
  const { id, name, position } = capital
  return [{ id, name, change: '', text: name, centre: position }]
}

/** The middle of a county's people. */
function middleOf({ grid, peopleCount }: Ground, areaIndex: number): LonLat {
  let people = 0
  let lon = 0
  let lat = 0
  grid.areaIndex.forEach((area, cell) => {
    if (area !== areaIndex) return
    const weight = (peopleCount[cell] ?? 0) + 1e-6
    people += weight
    lon += weight * (grid.lonDegrees[cell] ?? 0)
    lat += weight * (grid.latDegrees[cell] ?? 0)
  })
  return [lon / people, lat / people]
}

function landPixels({ grid }: Ground, map: SlideMap, slot: CalloutsProps['slot']) {
  return grid.cells.map((_, cell) =>
    pixelIn([grid.lonDegrees[cell] ?? 0, grid.latDegrees[cell] ?? 0], map.camera, slot),
  )
}
