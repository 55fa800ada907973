import type { LonLat } from '#core/place.ts'
import type { Pixel } from '../tool.ts'
import type { Sketch } from './sketch.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** Draws sketches over a map, in SVG: sharp at any zoom of the page, and untouched by the map's style. */
export type SketchView = {
  draw(sketch: Sketch, pixelOf: (position: LonLat) => Pixel): void
  remove(): void
}

export function createSketchView(container: HTMLElement): SketchView {
  const drawing = document.createElementNS(SVG, 'svg')
  drawing.setAttribute('class', 'sketch')
  drawing.setAttribute('aria-hidden', 'true')
  const voice = document.createElement('div')
  voice.className = 'unseen'
  voice.setAttribute('aria-live', 'polite')
  container.append(drawing, voice)
  /** Right of a position and above it, or where there is no room on its other side. */
  const beside = ({ x, y }: Pixel, text: string): Pixel => {
    const width = widthOf(text) + 16
    const isRoomRight = x + 24 + width <= container.clientWidth
    return { x: isRoomRight ? x + 24 : Math.max(4, x - 24 - width), y: y < 44 ? y + 22 : y - 22 }
  }
  return {
    draw(sketch, pixelOf) {
      drawing.replaceChildren(
        ...sketch.lines.flatMap(({ points, look }) => lineOf(points.map(pixelOf), look)),
        ...sketch.corners.map(({ at, look }) => cornerOf(pixelOf(at), look)),
        ...(sketch.snap ? snapOf(pixelOf(sketch.snap.at)) : []),
        ...sketch.chips.map(({ at, text, look, isBelow }) => {
          const { x, y } = pixelOf(at)
          return chipOf({ x, y: isBelow ? y + 24 : y }, text, look)
        }),
        ...(sketch.snap
          ? [chipOf(beside(pixelOf(sketch.snap.at), sketch.snap.text), sketch.snap.text, 'snap')]
          : []),
      )
      if (voice.textContent !== sketch.spoken) voice.textContent = sketch.spoken
    },
    remove() {
      drawing.remove()
      voice.remove()
    },
  }
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}

function lineOf(points: readonly Pixel[], look: string): SVGElement[] {
  const path = points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
  const line = (name: string) => element('polyline', { points: path, class: name })
  return [line('sketch-edge'), line(`sketch-${look}`)]
}

function cornerOf({ x, y }: Pixel, look: string): SVGElement {
  if (look === 'middle') return element('circle', { cx: x, cy: y, r: 2.5, class: 'sketch-middle' })
  const side = look === 'chosen' ? 9 : 7
  const [left, top] = [x - side / 2, y - side / 2]
  return element('rect', {
    x: left,
    y: top,
    width: side,
    height: side,
    class: `sketch-${look === 'chosen' ? 'chosen' : 'corner'}`,
  })
}

/** A filled square in a ring with four ticks. */
function snapOf({ x, y }: Pixel): SVGElement[] {
  const ticks = `M${x},${y - 9}v-8M${x},${y + 9}v8M${x - 9},${y}h-8M${x + 9},${y}h8`
  return [
    element('circle', { cx: x, cy: y, r: 13, class: 'sketch-snap-edge' }),
    element('circle', { cx: x, cy: y, r: 13, class: 'sketch-snap' }),
    element('path', { d: ticks, class: 'sketch-snap' }),
    element('rect', { x: x - 4.5, y: y - 4.5, width: 9, height: 9, class: 'sketch-snapped' }),
  ]
}

function chipOf({ x, y }: Pixel, text: string, look: string): SVGElement {
  const group = element('g', {
    class: `sketch-chip sketch-chip-${look}`,
    transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
  })
  const words = element('text', { x: look === 'snap' ? 8 : 0, y: 4 })
  words.textContent = text
  const width = widthOf(text) + 16
  const left = look === 'snap' ? 0 : -width / 2
  group.append(element('rect', { x: left, y: -10, width, height: 20, rx: 3 }), words)
  return group
}

let measure: CanvasRenderingContext2D | null = null

function widthOf(text: string): number {
  measure ??= document.createElement('canvas').getContext('2d')
  if (!measure) return 7 * text.length
  measure.font = '500 11px "IBM Plex Sans", "Noto Sans", sans-serif'
  return measure.measureText(text).width
}
