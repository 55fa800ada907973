import { useEffect, useRef } from 'react'
import type { Unit } from '#core/records/unit.ts'
import type { Theme } from '../scene.ts'
import { textureRatio } from './atlas.ts'
import { loadSymbolMaker, symbolMaker } from './milsymbol.ts'
import { sidcOfUnit } from './sidc.ts'
import { symbolPainter } from './symbol-painter.ts'

const WIDTH_PIXELS = 28
const HEIGHT_PIXELS = 26
/** From the top to the middle of the frame: an echelon stands over it. */
const MIDDLE_PIXELS = 15

/** A unit’s symbol on a paper; a bare frame until milsymbol has come, and where it cannot. */
export function UnitSymbol(props: {
  readonly unit: Pick<Unit, 'kind' | 'echelon'>
  readonly theme: Theme
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const sidc = sidcOfUnit(props.unit)
  const { theme } = props
  useEffect(() => {
    let isWanted = true
    const paint = () => {
      if (canvas.current && isWanted) paintSymbol(canvas.current, sidc, theme)
    }
    paint()
    if (!symbolMaker()) loadSymbolMaker().then(paint, () => undefined)
    return () => {
      isWanted = false
    }
  }, [sidc, theme])
  return (
    <canvas
      ref={canvas}
      style={{ width: WIDTH_PIXELS, height: HEIGHT_PIXELS }}
      data-sidc={sidc}
      aria-hidden
    />
  )
}

function paintSymbol(canvas: HTMLCanvasElement, sidc: string, theme: Theme): void {
  const ratio = textureRatio(1)
  canvas.width = WIDTH_PIXELS * ratio
  canvas.height = HEIGHT_PIXELS * ratio
  const context = canvas.getContext('2d')
  if (!context) return
  context.scale(ratio, ratio)
  context.translate(WIDTH_PIXELS / 2, MIDDLE_PIXELS)
  symbolPainter(sidc, { theme, tone: 'own', isOnPaper: true })(context)
}
