import { distancePixels, type Pixel, type Press, type ToolSession } from '../tool.ts'

const DRAG_PIXELS = 6

/**
 * Two places by two presses or by one drag: each press sets one, and so does the end of a drag.
 *
 * @param endsByDrag whether the end of a drag would set the second place now.
 */
export function pressOrDrag(
  set: (press: Press) => void,
  endsByDrag: () => boolean,
): Required<Pick<ToolSession, 'takes' | 'dropped'>> {
  let pressedAt: Pixel | null = null
  return {
    takes(press) {
      pressedAt = press.pixel
      set(press)
      return true
    },
    dropped(press) {
      const isDrag = pressedAt !== null && distancePixels(pressedAt, press.pixel) > DRAG_PIXELS
      pressedAt = null
      if (isDrag && endsByDrag()) set(press)
    },
  }
}
