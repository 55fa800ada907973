import { INKS } from '../palette.ts'
import type { Theme } from '../scene.ts'
import type { Painter } from './atlas.ts'

/** Numbers stand in discs of this radius on a desktop screen. */
export const DISC_PIXELS = 7.5

export type DiscTone = 'filled' | 'ring' | 'selected'

/** A number in a disc: filled, a ring, or in the accent. Three characters fit. */
export function discPainter(
  text: string,
  tone: DiscTone,
  theme: Theme,
  ink = INKS[theme].proposedLine,
): Painter {
  return (context) => {
    const inks = INKS[theme]
    const color = tone === 'selected' ? inks.accent : ink
    const isFilled = tone !== 'ring'
    context.beginPath()
    context.arc(0, 0, DISC_PIXELS + 1, 0, 2 * Math.PI)
    context.fillStyle = inks.halo
    context.fill()
    context.beginPath()
    context.arc(0, 0, isFilled ? DISC_PIXELS : DISC_PIXELS - 0.7, 0, 2 * Math.PI)
    context.fillStyle = isFilled ? color : inks.halo
    context.fill()
    context.lineWidth = 1.4
    context.strokeStyle = color
    if (!isFilled) context.stroke()
    paintNumber(context, text, isFilled ? inks.halo : color)
  }
}

/** A number of a list of places: a light disc in a dark ring on light and dark maps, unlike the discs of postings. */
export function changePainter(text: string): Painter {
  const { ink, halo } = INKS.light
  return (context) => {
    context.beginPath()
    context.arc(0, 0, DISC_PIXELS + 2.5, 0, 2 * Math.PI)
    context.fillStyle = halo
    context.fill()
    context.beginPath()
    context.arc(0, 0, DISC_PIXELS + 0.8, 0, 2 * Math.PI)
    context.lineWidth = 1.6
    context.strokeStyle = ink
    context.stroke()
    paintNumber(context, text, ink)
  }
}

/** How many stand there: dark figures on a pale plate. */
export function countPainter(count: number, theme: Theme): Painter {
  return (context) => {
    const inks = INKS[theme]
    const text = count > 99 ? '99+' : String(count)
    const width = 8 + 4 * text.length
    context.beginPath()
    context.roundRect(-width / 2, -6, width, 12, 6)
    context.fillStyle = inks.ownLine
    context.fill()
    context.lineWidth = 1
    context.strokeStyle = inks.halo
    context.stroke()
    paintNumber(context, text, inks.halo)
  }
}

/** A base where nobody stands. */
export function emptyBasePainter(theme: Theme): Painter {
  return (context) => {
    const inks = INKS[theme]
    context.fillStyle = inks.halo
    context.fillRect(-5.5, -5.5, 11, 11)
    context.strokeStyle = inks.ownLine
    context.lineWidth = 1.5
    context.strokeRect(-4, -4, 8, 8)
  }
}

function paintNumber(context: CanvasRenderingContext2D, text: string, color: string): void {
  context.fillStyle = color
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  const size = text.length > 2 ? 7 : text.length > 1 ? 9 : 10
  context.font = `600 ${size}px "IBM Plex Sans", "Noto Sans", sans-serif`
  context.fillText(text, 0, size * 0.36)
}
