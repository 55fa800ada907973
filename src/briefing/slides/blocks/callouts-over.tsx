import type { Ground } from '#analysis/ground.ts'
import { mercatorDegrees, pixelsPerDegree } from '#core/geo/mercator.ts'
import type { MapBlock } from '#core/records/page.ts'
import type { Camera } from '#state/screen-store.ts'
import { type Box, placeCallouts } from '../../facts/callouts.ts'
import { northingsOf } from '../../facts/land-plane.ts'
import { pixelIn, type SlotSize } from '../../facts/slot-camera.ts'
import { isWide, type WallFrame } from '../wall-frame.ts'

/** Mean width of a letter of a name, a little on the wide side. */
const LETTER_REM = 0.47
const LINE_REM = 1.2

type CalloutsProps = {
  readonly callouts: MapBlock['callouts']
  readonly ground: Ground
  readonly camera: Camera
  readonly slot: SlotSize
  readonly legendBox: Box
  readonly frame: WallFrame
}

/** Places named beside the land, each at its ring. */
export function CalloutsOver(props: CalloutsProps) {
  const { callouts, ground, camera, slot, legendBox, frame } = props
  const root = frame.rootPixels
  const wishes = callouts.map(({ id, name, change, position }) => ({
    id,
    ...pixelIn(position, camera, slot),
    ...textSize(name, change, frame),
  }))
  const placed = placeCallouts(wishes, {
    ...slot,
    land: landPixels(ground, camera, slot),
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
        const place = callouts.find((each) => each.id === id)
        return (
          <span
            key={id}
            className="wall-callout"
            data-side={side}
            style={{ left: `${textX}px`, top: `${textY}px` }}
          >
            {place?.name}
            {place?.change ? <b>{betweenLines(frame) + place.change}</b> : null}
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

function landPixels({ grid }: Ground, camera: Camera, slot: SlotSize) {
  const [lon, northing] = mercatorDegrees(camera.centre)
  const scale = pixelsPerDegree(camera.zoom)
  const northings = northingsOf(grid)
  return grid.cells.map((_, cell) => ({
    x: slot.widthPixels / 2 + ((grid.lonDegrees[cell] ?? 0) - lon) * scale,
    y: slot.heightPixels / 2 - ((northings[cell] ?? 0) - northing) * scale,
  }))
}
