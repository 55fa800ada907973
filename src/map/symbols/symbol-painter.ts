import { INKS } from '../palette.ts'
import type { Theme } from '../scene.ts'
import type { Painter } from './atlas.ts'
import { type Instructions, symbolMaker } from './milsymbol.ts'
import { neutralByDefault } from './sidc.ts'

/** Width of a land unit's frame on a desktop screen; its height is two thirds of it. */
export const FRAME_PIXELS = 22

const FRAME_UNITS = 150
const MIDDLE_UNITS = 100
/** Below the frame of a headquarters: as much as a cell has room for. */
const STAFF_UNITS = 45

/** The colours of a symbol: own is what stands, proposed is what a COA would put there. */
export type SymbolTone = 'own' | 'proposed'

export type SymbolLook = {
  readonly theme: Theme
  readonly tone: SymbolTone
  /** Nothing lies under it from which it must stand out. */
  readonly isOnPaper?: boolean
}

/**
 * An APP-6 symbol in our inks, its frame's middle on the origin; without milsymbol the bare frame. No
 * frame is ever that of an enemy: see `neutralByDefault`.
 */
export function symbolPainter(sidc: string, look: SymbolLook): Painter {
  return (context) => {
    const inks = INKS[look.theme]
    const [fill, line] =
      look.tone === 'own' ? [inks.ownFill, inks.ownLine] : [inks.proposedFill, inks.proposedLine]
    if (!look.isOnPaper) paintHalo(context, inks.halo)
    const make = symbolMaker()
    if (!make) return paintFrame(context, fill, line)
    const symbol = make({
      sidc: neutralByDefault(sidc),
      hqStaffLength: STAFF_UNITS,
      infoFields: false,
      colorMode: modeOf(fill),
      frameColor: modeOf(line),
      iconColor: modeOf(line),
      strokeWidth: 8,
    })
    const scale = FRAME_PIXELS / FRAME_UNITS
    context.scale(scale, scale)
    context.translate(-MIDDLE_UNITS, -MIDDLE_UNITS)
    symbol.canvasDraw(context, thickened(symbol.drawInstructions))
  }
}

function modeOf(color: string) {
  return {
    Civilian: color,
    Friend: color,
    Hostile: color,
    Neutral: color,
    Unknown: color,
    Suspect: color,
  }
}

/** milsymbol draws the lines inside a frame 3/200 of its width: 0.4 px at this size, too thin to see. */
function thickened(instructions: Instructions): Instructions {
  return instructions.map((part): Instructions[number] => {
    if (Array.isArray(part)) return thickened(part)
    if ('draw' in part) return { ...part, draw: thickened(part.draw) } as typeof part
    if (!('strokewidth' in part) || part.strokewidth === undefined) return part
    return { ...part, strokewidth: Math.max(7, part.strokewidth) }
  })
}

function paintFrame(context: CanvasRenderingContext2D, fill: string, line: string): void {
  const height = (FRAME_PIXELS * 2) / 3
  context.lineWidth = 1.2
  context.fillStyle = fill
  context.strokeStyle = line
  context.beginPath()
  context.rect(-FRAME_PIXELS / 2, -height / 2, FRAME_PIXELS, height)
  context.fill()
  context.stroke()
}

function paintHalo(context: CanvasRenderingContext2D, halo: string): void {
  const height = (FRAME_PIXELS * 2) / 3
  context.globalAlpha = 0.75
  context.fillStyle = halo
  context.beginPath()
  context.roundRect(-FRAME_PIXELS / 2 - 2, -height / 2 - 2, FRAME_PIXELS + 4, height + 4, 1)
  context.fill()
  context.globalAlpha = 1
}
