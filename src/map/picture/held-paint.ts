import type { Map as LibreMap } from 'maplibre-gl'

/** A map that goes on loading, placing and telling of it, but paints only when it is told to. */
export type HeldPaint = {
  /** One whole frame, at once; until the task ends its pixels can be read. */
  paint(): void
}

/**
 * Holds the painting of a map that nobody sees. It asks for a frame at each tile, glyph and deck layer
 * that comes, some 27 for a picture; without a graphics card one of 4K takes a second and more.
 */
export function holdPaint(map: Pick<LibreMap, 'painter' | 'redraw'>): HeldPaint {
  const { painter } = map
  const hold = () => {
    painter.render = () => {}
  }
  hold()
  return {
    paint() {
      // What it had before, of its class.
      Reflect.deleteProperty(painter, 'render')
      try {
        map.redraw()
      } finally {
        hold()
      }
    },
  }
}
