import { type PointerEvent, useRef } from 'react'
import type { Slide } from '#core/records/slide.ts'
import type { WallCalibration } from '../calibration.ts'
import { useWidth, wallFrame } from '../place/preview.tsx'
import { WallSlide } from '../slides/wall-slide.tsx'
import { useRootPixels } from '../use-root-pixels.ts'
import { useWallLook } from '../wall-look.tsx'
import type { PointerAt } from './messages.ts'

/**
 * The slide that is on and the one that comes, as the wall shows them. Both are laid out at one size, for
 * the page has one root size; the next one is made smaller as a picture is.
 */
export function PreviewPair(props: {
  readonly current: Slide | null
  readonly next: Slide | null
  readonly index: number
  readonly count: number
  readonly calibration: WallCalibration
  readonly nowAt: string
  readonly frozenAt: string | null
  readonly isBlack: boolean
  /** Null: the pointer is put away. */
  readonly onPoint: ((at: PointerAt | null) => void) | null
}) {
  const { current, next, index, count, nowAt, onPoint } = props
  const box = useRef<HTMLDivElement>(null)
  const small = useRef<HTMLDivElement>(null)
  const widthPixels = useWidth(box)
  const nextPixels = useWidth(small)
  const frame = wallFrame(Math.max(1, widthPixels), props.calibration)
  const { look } = useWallLook()
  useRootPixels(frame.rootPixels)
  const size = { width: frame.widthPixels, height: frame.heightPixels }
  const run = { count, countdown: null, isPaused: false }
  const moved = (event: PointerEvent<HTMLElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    onPoint?.({
      x: Math.min(1, Math.max(0, (event.clientX - left) / width)),
      y: Math.min(1, Math.max(0, (event.clientY - top) / height)),
    })
  }
  return (
    <>
      <section className="presenter-current" aria-label="On the wall">
        <div ref={box} className="presenter-fit">
          {widthPixels > 0 ? (
            <div
              className="presenter-slide"
              data-pointing={onPoint ? true : undefined}
              data-wall-look={look.theme}
              style={size}
              onPointerMove={onPoint ? moved : undefined}
              onPointerLeave={() => onPoint?.(null)}
            >
              {current ? (
                <WallSlide
                  slide={current}
                  frame={frame}
                  nowAt={nowAt}
                  run={{ ...run, index, frozenAt: props.frozenAt }}
                />
              ) : (
                <p className="presenter-none">This briefing has no slides yet.</p>
              )}
              {props.isBlack ? <p className="presenter-black">The wall is black</p> : null}
            </div>
          ) : null}
        </div>
      </section>
      <section className="presenter-next" aria-label="Next">
        <h2>Next</h2>
        <div
          ref={small}
          className="presenter-small"
          style={{ height: (nextPixels * 9) / 16 }}
          data-wall-look={look.theme}
        >
          {next && nextPixels > 0 && widthPixels > 0 ? (
            <div
              className="presenter-slide"
              style={{ ...size, transform: `scale(${nextPixels / frame.widthPixels})` }}
              inert
            >
              <WallSlide
                slide={next}
                frame={frame}
                nowAt={nowAt}
                run={{ ...run, index: index + 1 < count ? index + 1 : 0, frozenAt: props.frozenAt }}
              />
            </div>
          ) : (
            <p className="presenter-none">This is the last slide.</p>
          )}
        </div>
      </section>
    </>
  )
}
