type Triple = readonly [number, number, number]

/** Ways of seeing colour; the rows are those of Machado et al. (2009) at full severity. */
export const SIGHTS = {
  normal: null,
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, readonly [Triple, Triple, Triple] | null>
export type Sight = keyof typeof SIGHTS

/** CIE L*a*b* (D65) of `#rrggbb` as somebody sees it. */
export function labOf(hex: string, sight: Sight = 'normal'): Triple {
  const seen = SIGHTS[sight]
  const plain = linearOf(hex)
  const [red, green, blue] = seen
    ? (seen.map((row) =>
        clamped(row[0] * plain[0] + row[1] * plain[1] + row[2] * plain[2]),
      ) as unknown as Triple)
    : plain
  const x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
  const y = 0.2126729 * red + 0.7151522 * green + 0.072175 * blue
  const z = (0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883
  const bend = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
  return [116 * bend(y) - 16, 500 * (bend(x) - bend(y)), 200 * (bend(y) - bend(z))]
}

/**
 * CIEDE2000.
 *
 * @source G. Sharma, W. Wu, E. N. Dalal, Color Research and Application 30 (2005), with its test data.
 */
export function colorDifference([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const meanChroma = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2
  const stretch = 1.5 - 0.5 * Math.sqrt(meanChroma ** 7 / (meanChroma ** 7 + 25 ** 7))
  const [c1, c2] = [Math.hypot(stretch * a1, b1), Math.hypot(stretch * a2, b2)]
  const [h1, h2] = [hueOf(stretch * a1, b1), hueOf(stretch * a2, b2)]
  const turn = c1 * c2 === 0 ? 0 : ((h2 - h1 + 540) % 360) - 180
  const hueStep = 2 * Math.sqrt(c1 * c2) * sin(turn / 2)
  const light = (l1 + l2) / 2
  const chroma = (c1 + c2) / 2
  const hue = c1 * c2 === 0 ? h1 + h2 : (h1 + turn / 2 + 360) % 360
  const t =
    1 -
    0.17 * cos(hue - 30) +
    0.24 * cos(2 * hue) +
    0.32 * cos(3 * hue + 6) -
    0.2 * cos(4 * hue - 63)
  const lightScale = 1 + (0.015 * (light - 50) ** 2) / Math.sqrt(20 + (light - 50) ** 2)
  const chromaPart = (c2 - c1) / (1 + 0.045 * chroma)
  const huePart = hueStep / (1 + 0.015 * chroma * t)
  const rotation =
    -2 *
    Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7)) *
    sin(60 * Math.exp(-(((hue - 275) / 25) ** 2)))
  return Math.sqrt(
    ((l2 - l1) / lightScale) ** 2 +
      chromaPart ** 2 +
      huePart ** 2 +
      rotation * chromaPart * huePart,
  )
}

/** The least difference between any two colours, as somebody sees them. */
export function leastDifference(hexes: readonly string[], sight: Sight): number {
  const labs = hexes.map((hex) => labOf(hex, sight))
  const pairs = labs.flatMap((a, i) => labs.slice(i + 1).map((b) => colorDifference(a, b)))
  return Math.min(...pairs)
}

/** WCAG 2 contrast, 1–21. */
export function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [red, green, blue] = linearOf(hex)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high! + 0.05) / (low! + 0.05)
}

function linearOf(hex: string): Triple {
  const part = (at: number) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

function clamped(value: number): number {
  return Math.min(1, Math.max(0, value))
}

function hueOf(a: number, b: number): number {
  return a === 0 && b === 0 ? 0 : ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360
}

function sin(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180)
}

function cos(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180)
}
