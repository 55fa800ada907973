import { useEffect, useRef } from 'react'
import { RoomProvider, useRoom, useScreen } from '#ui/room.tsx'
import {
  calibrationFault,
  DEFAULT_CALIBRATION,
  rootPixels,
  type WallCalibration,
} from '../calibration.ts'
import { useRootPixels } from '../use-root-pixels.ts'
import { useWallNow } from '../use-wall-now.ts'
import { useWallLook } from '../wall-look.tsx'
import { Show } from './show.tsx'
import { useFullScreen } from './use-full-screen.ts'
import { useIdlePointer } from './use-idle-pointer.ts'
import { PIXEL_SHIFTS, usePixelShift } from './use-pixel-shift.ts'
import { useFrozen, useShow } from './use-show.ts'
import { useWakeLock } from './use-wake-lock.ts'
import { useWindowSize } from './use-window-size.ts'
import './stage.css'

type StageProps = {
  readonly calibration: WallCalibration
  readonly onCalibration: (calibration: WallCalibration) => void
  readonly slideIndex: number
  readonly onSlide: (index: number) => void
  readonly onLeave: () => void
  /** Stays for this long on every slide; null: as each slide says. */
  readonly dwellSeconds?: number | null
}

/** The wall: slides that fill the screen, at a size that can be read from the farthest seat. */
export function Stage(props: StageProps) {
  const { calibration, onLeave } = props
  const element = useRef<HTMLDivElement>(null)
  const live = useRoom()
  const intervalSeconds = useScreen((state) => state.wallIntervalSeconds)
  const fault = calibrationFault(calibration)
  const size = withoutShift(useWindowSize())
  const root = rootPixels(
    fault ? DEFAULT_CALIBRATION : calibration,
    Math.min(size.heightPixels, (size.widthPixels * 9) / 16),
  )
  const show = useShow(props.slideIndex, props.onSlide)
  const frozen = useFrozen(show, live, useWallNow())
  const { look } = useWallLook()
  const isIdle = useIdlePointer()
  const [right, down] = usePixelShift()
  useRootPixels(root)
  useFullScreen(element, onLeave)
  useWakeLock()
  useFocus(element)
  return (
    <div
      ref={element}
      className="stage wall"
      role="dialog"
      aria-modal="true"
      aria-label="Wall screen"
      tabIndex={-1}
      data-idle={isIdle || undefined}
      data-wall-look={look.theme}
    >
      <div className="stage-shift" style={{ transform: `translate(${right}px, ${down}px)` }}>
        <RoomProvider value={frozen ?? live}>
          <Show
            show={show}
            frame={{ ...size, rootPixels: root }}
            calibration={calibration}
            onCalibration={props.onCalibration}
            dwellSeconds={props.dwellSeconds ?? intervalSeconds}
            isPointerSeen={!isIdle}
            onLeave={onLeave}
          />
        </RoomProvider>
      </div>
    </div>
  )
}

/** The picture is so much smaller than the screen that it stays on it wherever it is shifted. */
const MOST_SHIFT_PIXELS = Math.max(...PIXEL_SHIFTS.flat())

function withoutShift({ widthPixels, heightPixels }: ReturnType<typeof useWindowSize>) {
  return {
    widthPixels: widthPixels - MOST_SHIFT_PIXELS,
    heightPixels: heightPixels - MOST_SHIFT_PIXELS,
  }
}

/** Takes the focus, and gives it back to where it was. */
function useFocus(element: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement
    element.current?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [element])
}
