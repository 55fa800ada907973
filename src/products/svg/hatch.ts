/** Left, top, width, height, px. */
export type Box = readonly [x: number, y: number, width: number, height: number]

export type Hatch = 'rising' | 'falling' | 'across' | 'crossed' | 'dots'

/**
 * Lines of a hatch within a box, as the path of one stroke. Drawn as they are and not as a pattern, which
 * browsers print as a picture; they lie on one raster, so that boxes beside each other match.
 *
 * Cost: a line for every `stepPx` of width and height together.
 */
export function hatchPath(hatch: Hatch, box: Box, stepPx = 6): string {
  if (hatch === 'crossed')
    return hatchPath('rising', box, stepPx) + hatchPath('falling', box, stepPx)
  const [x, y, width, height] = box
  const [right, bottom] = [x + width, y + height]
  if (hatch === 'across') {
    return steps(y, bottom, stepPx / 2)
      .map((at) => `M${short(x)} ${short(at)}H${short(right)}`)
      .join('')
  }
  if (hatch === 'dots') return dots(box, stepPx * 0.75)
  const isRising = hatch === 'rising'
  // Along a rising line x + y stays the same, along a falling one x − y.
  const [low, high] = isRising ? [x + y, right + bottom] : [x - bottom, right - y]
  return steps(low, high, stepPx)
    .map((sum) => {
      const from = Math.max(x, isRising ? sum - bottom : sum + y)
      const to = Math.min(right, isRising ? sum - y : sum + bottom)
      const at = (across: number) => (isRising ? sum - across : across - sum)
      return `M${short(from)} ${short(at(from))}L${short(to)} ${short(at(to))}`
    })
    .join('')
}

function dots([x, y, width, height]: Box, stepPx: number): string {
  return steps(y, y + height, stepPx)
    .flatMap((down, row) =>
      steps(x + (row % 2 === 0 ? 0 : stepPx / 2), x + width, stepPx).map(
        (right) => `M${short(right)} ${short(down)}h.01`,
      ),
    )
    .join('')
}

/** Multiples of the step between two ends, neither of them. */
function steps(low: number, high: number, step: number): number[] {
  const first = Math.floor(low / step) + 1
  const count = Math.max(0, Math.ceil(high / step) - first)
  return Array.from({ length: count }, (_, i) => (first + i) * step)
}

const short = (value: number): number => Math.round(10 * value) / 10
