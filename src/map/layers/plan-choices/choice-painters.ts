import { CHANGE_INKS, INKS } from '../../palette.ts'
import type { ChoiceLook, ChoiceMark, Theme } from '../../scene.ts'
import type { Painter } from '../../symbols/atlas.ts'

const RADII = [4.5, 6, 8] as const

/** The ink of a look; its shape alone tells it from the others. */
export function choiceInk(look: ChoiceLook, theme: Theme): string {
  if (look === 'gains') return CHANGE_INKS[theme].gain
  if (look === 'loses') return CHANGE_INKS[theme].loss
  return look === 'never' ? INKS[theme].ink2 : INKS[theme].proposedLine
}

/**
 * ◆ in every plan, half filled in some, × in none; ● stays or is posted, ⊖ goes, ⊕ comes; ▲ comes
 * within reach, hollow ▽ drops out of it; a dashed frame is next best.
 */
export function choicePainter({ look, size }: ChoiceMark, theme: Theme): Painter {
  const { halo } = INKS[theme]
  const ink = choiceInk(look, theme)
  const radius = RADII[size]
  return (context) => {
    const outline = () => {
      context.lineJoin = 'round'
      context.lineWidth = 4
      context.strokeStyle = halo
      context.stroke()
    }
    const filled = () => {
      outline()
      context.fillStyle = ink
      context.fill()
    }
    const hollow = () => {
      outline()
      context.fillStyle = halo
      context.fill()
      context.lineWidth = 1.8
      context.strokeStyle = ink
      context.stroke()
    }
    const bar = (points: readonly [number, number, number, number]) => {
      context.beginPath()
      context.moveTo(points[0], points[1])
      context.lineTo(points[2], points[3])
      context.lineWidth = 1.8
      context.strokeStyle = ink
      context.stroke()
    }
    const half = radius * 0.5
    switch (look) {
      case 'always':
        corners(context, diamond(radius))
        return filled()
      case 'sometimes':
        corners(context, diamond(radius))
        hollow()
        corners(context, [
          [0, -radius],
          [0, radius],
          [-radius, 0],
        ])
        context.fillStyle = ink
        return context.fill()
      case 'never':
        context.lineWidth = 4
        context.strokeStyle = halo
        context.beginPath()
        context.moveTo(-half, -half)
        context.lineTo(half, half)
        context.moveTo(half, -half)
        context.lineTo(-half, half)
        context.stroke()
        bar([-half, -half, half, half])
        return bar([half, -half, -half, half])
      case 'posted':
      case 'stays':
        circle(context, radius * 0.85)
        return filled()
      case 'goes':
      case 'comes':
        circle(context, radius)
        hollow()
        bar([-half, 0, half, 0])
        return look === 'comes' ? bar([0, -half, 0, half]) : undefined
      case 'gains':
        corners(context, triangle(radius, -1))
        return filled()
      case 'loses':
        corners(context, triangle(radius, 1))
        return hollow()
      case 'runnerUp':
        corners(context, frame(radius))
        outline()
        context.setLineDash([4, 3])
        context.lineWidth = 1.8
        context.strokeStyle = ink
        return context.stroke()
    }
  }
}

type Corners = readonly (readonly [number, number])[]

function corners(context: CanvasRenderingContext2D, points: Corners): void {
  context.beginPath()
  points.forEach(([x, y], i) => {
    if (i === 0) context.moveTo(x, y)
    else context.lineTo(x, y)
  })
  context.closePath()
}

function circle(context: CanvasRenderingContext2D, radius: number): void {
  context.beginPath()
  context.arc(0, 0, radius, 0, 2 * Math.PI)
}

function diamond(radius: number): Corners {
  return [
    [0, -radius],
    [radius, 0],
    [0, radius],
    [-radius, 0],
  ]
}

/** As wide and high as the frame of a unit. */
function frame(radius: number): Corners {
  const [right, down] = [radius * 1.4, radius * 0.95]
  return [
    [-right, -down],
    [right, -down],
    [right, down],
    [-right, down],
  ]
}

/** −1 points up, 1 down. */
function triangle(radius: number, side: 1 | -1): Corners {
  return [
    [0, side * radius],
    [radius * 0.9, -side * radius * 0.65],
    [-radius * 0.9, -side * radius * 0.65],
  ]
}
