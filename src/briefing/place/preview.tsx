import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { Slide } from '#core/records/slide.ts'
import { rootPixels, type WallCalibration } from '../calibration.ts'
import type { WallFrame } from '../slides/wall-frame.ts'
import { WallSlide } from '../slides/wall-slide.tsx'
import { useRootPixels } from '../use-root-pixels.ts'
import { useWallNow } from '../use-wall-now.ts'
import { useWallLook } from '../wall-look.tsx'

/** A slide as the wall will show it, as large as there is room: the same lines, the same breaks. */
export function Preview(props: {
  readonly slide: Slide
  readonly index: number
  readonly count: number
  readonly calibration: WallCalibration
}) {
  const { slide, index, count, calibration } = props
  const box = useRef<HTMLDivElement>(null)
  const widthPixels = useWidth(box)
  const frame = wallFrame(widthPixels, calibration)
  const nowAt = useWallNow()
  const { look } = useWallLook()
  useRootPixels(frame.rootPixels)
  return (
    <section
      ref={box}
      className="preview"
      aria-label="Preview of the slide"
      data-wall-look={look.theme}
    >
      {widthPixels > 0 ? (
        <WallSlide
          slide={slide}
          frame={frame}
          nowAt={nowAt}
          run={{ index, count, countdown: null, isPaused: false, frozenAt: null }}
        />
      ) : null}
    </section>
  )
}

/** A 16:9 screen of so many pixels. */
export function wallFrame(widthPixels: number, calibration: WallCalibration): WallFrame {
  const heightPixels = Math.round((widthPixels * 9) / 16)
  return { widthPixels, heightPixels, rootPixels: rootPixels(calibration, heightPixels) }
}

const SETTLE_MILLISECONDS = 150

/** An element's width, once it has come to rest: every new width is a new map. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const box = element.current
    if (!box) return
    setWidth(box.clientWidth)
    let timer: ReturnType<typeof setTimeout> | undefined
    const observer = new ResizeObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(() => setWidth(box.clientWidth), SETTLE_MILLISECONDS)
    })
    observer.observe(box)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [element])
  return width
}
