import { useEffect } from 'react'
import type { MapViewProps } from '../map-props.ts'
import type { MapPort } from '../port/map-port.ts'
import { useLatest } from './use-latest.ts'

const WIDEST_PIXELS = 1280
/** deck.gl may keep frames coming for ten seconds; what people wait for is drawn long before the map rests. */
const DRAWN_AFTER_MILLISECONDS = 1_200

/**
 * Tells when what a map shows stands there whole, and hands out pictures of it at rest, where one is due:
 * each costs some 50 ms without a graphics card.
 */
export function usePictures(port: MapPort | null, unattended: MapViewProps['unattended']): void {
  const latest = useLatest(unattended)
  const shows = unattended?.shows
  useEffect(() => {
    if (!port || shows === undefined) return
    const { map } = port
    let isTold = false
    let isHalf = false
    // Only within a frame does the drawing surface still hold what was drawn.
    const take = () => latest.current?.onPicture(shows, pictureOf(map.getCanvas()))
    const stands = (isWhole: boolean) => {
      if (!isTold) latest.current?.onDrawn(shows)
      isTold = true
      if (!isHalf && !latest.current?.isPictureDue(shows)) return
      isHalf = !isWhole
      map.once('render', take)
      map.triggerRepaint()
    }
    const rested = () => {
      if (!port.isDrawn()) return
      clearTimeout(late)
      stands(true)
    }
    map.on('idle', rested)
    map.triggerRepaint()
    const late = setTimeout(() => stands(false), DRAWN_AFTER_MILLISECONDS)
    return () => {
      clearTimeout(late)
      map.off('idle', rested)
      map.off('render', take)
    }
  }, [port, shows, latest])
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
