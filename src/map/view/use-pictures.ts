import { useEffect } from 'react'
import type { MapViewProps } from '../map-props.ts'
import type { MapPort } from '../port/map-port.ts'
import { useLatest } from './use-latest.ts'

/** A picture costs some 50 ms without a graphics card. */
const REST_BETWEEN_MILLISECONDS = 60_000
const WIDEST_PIXELS = 1280
/** deck.gl may keep frames coming for ten seconds; what people wait for is drawn long before the map rests. */
const DRAWN_AFTER_MILLISECONDS = 1_200

/** Hands out a picture of the map once it has come to rest, and at most every minute after that. */
export function usePictures(port: MapPort | null, unattended: MapViewProps['unattended']): void {
  const latest = useLatest(unattended)
  const isOn = unattended !== undefined
  useEffect(() => {
    if (!port || !isOn) return
    const { map } = port
    let takenAt = Number.NEGATIVE_INFINITY
    // Only within a frame does the drawing surface still hold what was drawn.
    const take = () => latest.current?.onPicture(pictureOf(map.getCanvas()))
    const rested = () => {
      if (performance.now() - takenAt < REST_BETWEEN_MILLISECONDS) return
      takenAt = performance.now()
      map.once('render', take)
      map.triggerRepaint()
    }
    map.on('idle', rested)
    const early = setTimeout(() => {
      map.once('render', take)
      map.triggerRepaint()
    }, DRAWN_AFTER_MILLISECONDS)
    return () => {
      clearTimeout(early)
      map.off('idle', rested)
      map.off('render', take)
    }
  }, [port, isOn, latest])
}

/** In the memory of the page: the graphics card may take away what it holds. */
function pictureOf(from: HTMLCanvasElement): HTMLCanvasElement {
  const share = Math.min(1, WIDEST_PIXELS / Math.max(1, from.width))
  const picture = document.createElement('canvas')
  picture.width = Math.max(1, Math.round(from.width * share))
  picture.height = Math.max(1, Math.round(from.height * share))
  picture
    .getContext('2d', { willReadFrequently: true })
    ?.drawImage(from, 0, 0, picture.width, picture.height)
  return picture
}
