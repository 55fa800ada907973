import type { Facility } from '#core/records/facility.ts'
import { INKS } from '../../palette.ts'
import type { Theme } from '../../scene.ts'
import type { Painter } from '../../symbols/atlas.ts'

/** One letter a class: protected emblems stand for nothing here, and letters need no key to be told apart. */
export const FACILITY_LETTERS: Readonly<Record<Facility['class'], string>> = {
  health: 'H',
  education: 'E',
  water: 'W',
  market: 'M',
  police: 'P',
  court: 'C',
  security: 'S',
  landingSite: 'L',
  administration: 'A',
  other: 'o',
}

const HALF_PIXELS = 5.5

/** A plate with the letter of its class: filled if open, hollow if not known, struck through if closed, notched if damaged. */
export function facilityPainter(
  { class: kind, status }: Pick<Facility, 'class' | 'status'>,
  theme: Theme,
): Painter {
  const { ink2, halo } = INKS[theme]
  const isFilled = status === 'open' || status === 'damaged'
  return (context) => {
    plate(context, HALF_PIXELS + 1, halo)
    plate(context, HALF_PIXELS, ink2)
    if (!isFilled) plate(context, HALF_PIXELS - 1.2, halo)
    context.fillStyle = isFilled ? halo : ink2
    context.textAlign = 'center'
    context.textBaseline = 'alphabetic'
    context.font = '600 8.5px "IBM Plex Sans", "Noto Sans", sans-serif'
    context.fillText(FACILITY_LETTERS[kind], 0, 3.1)
    if (status === 'damaged') notch(context, halo)
    if (status === 'closed') strike(context, ink2, halo)
  }
}

function plate(context: CanvasRenderingContext2D, half: number, color: string): void {
  context.beginPath()
  context.roundRect(-half, -half, 2 * half, 2 * half, 2)
  context.fillStyle = color
  context.fill()
}

function notch(context: CanvasRenderingContext2D, color: string): void {
  context.beginPath()
  context.moveTo(HALF_PIXELS + 1, -HALF_PIXELS - 1)
  context.lineTo(HALF_PIXELS - 4, -HALF_PIXELS - 1)
  context.lineTo(HALF_PIXELS + 1, -HALF_PIXELS + 4)
  context.closePath()
  context.fillStyle = color
  context.fill()
}

function strike(context: CanvasRenderingContext2D, color: string, halo: string): void {
  for (const [width, ink] of [
    [3, halo],
    [1.4, color],
  ] as const) {
    context.beginPath()
    context.moveTo(-HALF_PIXELS - 1, HALF_PIXELS + 1)
    context.lineTo(HALF_PIXELS + 1, -HALF_PIXELS - 1)
    context.lineWidth = width
    context.strokeStyle = ink
    context.stroke()
  }
}
