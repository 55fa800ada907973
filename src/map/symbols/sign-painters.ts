import { INKS } from '../palette.ts'
import type { Theme } from '../scene.ts'
import type { Painter } from './atlas.ts'
import type { Pictogram } from './pictogram-paths.ts'

/** Whether people can come and go: nothing against it, something, or nobody can. */
export type AccessState = 'open' | 'restricted' | 'closed'

/** How a pictogram stands on its plate. */
export type SignLook = {
  readonly theme: Theme
  readonly ink: string
  /** Rounded a facility, square a project, round a restriction. */
  readonly plate: 'rounded' | 'square' | 'round'
  /** Hollow: planned, unknown or not in force; half: suspended. */
  readonly fill: 'full' | 'half' | 'hollow'
  /** Told by a mark of its own shape at the corner, never by colour alone. */
  readonly state: AccessState
  /** Behind it, such as what is over: 0–1. */
  readonly opacityShare?: number
}

/** Half of a plate’s side on a desktop screen. */
export const PLATE_HALF_PIXELS = 7.5
const GLYPH_PIXELS = 11

/** A pictogram on a plate with its state at the lower right corner. */
export function signPainter({ sizeUnits, path }: Pictogram, look: SignLook): Painter {
  return (context) => {
    const { halo } = INKS[look.theme]
    const half = PLATE_HALF_PIXELS
    context.globalAlpha = look.opacityShare ?? 1
    plate(context, look, { half: half + 1, color: halo })
    plate(context, look, { half, color: look.ink })
    if (look.fill !== 'full') plate(context, look, { half: half - 1.2, color: halo })
    if (look.fill === 'half') halfPlate(context, look, half - 1.2)
    context.save()
    const scale = GLYPH_PIXELS / sizeUnits
    context.scale(scale, scale)
    context.translate(-sizeUnits / 2, -sizeUnits / 2)
    context.fillStyle = look.fill === 'full' ? halo : look.ink
    context.fill(new Path2D(path))
    context.restore()
    context.globalAlpha = 1
    if (look.state === 'restricted') restrictedMark(context, look.theme)
    if (look.state === 'closed') closedMark(context, look.theme)
  }
}

function plate(
  context: CanvasRenderingContext2D,
  look: SignLook,
  { half, color }: { readonly half: number; readonly color: string },
): void {
  context.beginPath()
  if (look.plate === 'round') context.arc(0, 0, half, 0, 2 * Math.PI)
  else context.roundRect(-half, -half, 2 * half, 2 * half, look.plate === 'rounded' ? 3 : 0)
  context.fillStyle = color
  context.fill()
}

/** A pale lower half under the glyph. */
function halfPlate(context: CanvasRenderingContext2D, { ink }: SignLook, half: number): void {
  context.save()
  context.globalAlpha *= 0.35
  context.fillStyle = ink
  context.fillRect(-half, 0, 2 * half, half)
  context.restore()
}

const CORNER_PIXELS = 6.5

/** A triangle. */
function restrictedMark(context: CanvasRenderingContext2D, theme: Theme): void {
  for (const [size, color] of [
    [6, INKS[theme].halo],
    [4.2, INKS[theme].escort],
  ] as const) {
    context.beginPath()
    context.moveTo(CORNER_PIXELS, CORNER_PIXELS - size)
    context.lineTo(CORNER_PIXELS + size, CORNER_PIXELS + 0.75 * size)
    context.lineTo(CORNER_PIXELS - size, CORNER_PIXELS + 0.75 * size)
    context.closePath()
    context.fillStyle = color
    context.fill()
  }
}

/** A disc with a bar across, as at a road that nobody may enter. */
function closedMark(context: CanvasRenderingContext2D, theme: Theme): void {
  for (const [radius, color] of [
    [5.2, INKS[theme].halo],
    [4.2, INKS[theme].closed],
  ] as const) {
    context.beginPath()
    context.arc(CORNER_PIXELS, CORNER_PIXELS, radius, 0, 2 * Math.PI)
    context.fillStyle = color
    context.fill()
  }
  context.fillStyle = INKS[theme].halo
  context.fillRect(CORNER_PIXELS - 2.8, CORNER_PIXELS - 0.9, 5.6, 1.8)
}
