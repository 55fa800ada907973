import type { PageLegend } from '#core/records/page.ts'
import { type Html, html } from '../markup/html.ts'
import { type Hatch, hatchPath } from './hatch.ts'

type SwatchLook = PageLegend['lines'][number]['swatch']

const COLOR = /^(#[0-9a-f]{3,8}|(rgb|hsl)a?\([\d\s.,%/]+\)|[a-z]{3,24})$/i
const PATH = /^\s*[Mm][\d\s.,MmZzLlHhVvCcSsQqTtAaEe+-]{0,8000}$/

/** A colour as it stands in a file, if it is nothing but a colour; else that of the text beside it. */
export function safeColor(color: unknown): string {
  return typeof color === 'string' && COLOR.test(color.trim()) ? color.trim() : 'currentColor'
}

/** A look of the map, 20 × 14: what stands beside a line of its legend. */
export function swatchSvg(swatch: SwatchLook): Html {
  return html`<svg class="swatch" width="20" height="14" viewBox="0 0 20 14" aria-hidden="true">${drawn(swatch)}</svg>`
}

/** Blocks of a ramp, side by side. */
export function rampSvg(colors: readonly string[]): Html {
  const width = 100 / Math.max(1, colors.length)
  const blocks = colors.map(
    (color, i) =>
      html`<rect x="${width * i}" width="${width + 0.2}" height="10" fill="${safeColor(color)}"/>`,
  )
  return html`<svg class="ramp" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${blocks}</svg>`
}

function drawn(swatch: SwatchLook): Html {
  const color = safeColor(swatch.color)
  if (swatch.shape === 'sign') return signOf(swatch, color)
  const hatch = HATCHES.get(swatch.shape)
  if (hatch !== undefined) return hatched(hatch, color)
  return (SHAPES.get(swatch.shape) ?? SQUARE)(color)
}

type Shape = (color: string) => Html

const stroked =
  (path: string, width: number, dash = 'none'): Shape =>
  (color) =>
    html`<path d="${path}" fill="none" stroke="${color}" stroke-width="${width}" stroke-dasharray="${dash}"/>`

const filled =
  (path: string): Shape =>
  (color) =>
    html`<path d="${path}" fill="${color}" fill-rule="evenodd"/>`

const RING = 'M10 1.5a5.5 5.5 0 1 0 .01 0z'
const BOX = 'M1 1.5h18v11H1z'

/** As they are on the map; see `ui/widgets/swatch`. */
const SHAPES = new Map<string, Shape>(
  Object.entries({
    dot: filled('M13.6 7A3.6 3.6 0 1 1 6.4 7A3.6 3.6 0 1 1 13.6 7z'),
    ring: stroked('M13.4 7A3.4 3.4 0 1 1 6.6 7A3.4 3.4 0 1 1 13.4 7z', 1.6),
    looseRing: stroked('M15 7A5 5 0 1 1 5 7A5 5 0 1 1 15 7z', 1.3, '5.35 2.5'),
    hex: filled('M10 1l5.5 3v6L10 13l-5.5-3V4z'),
    line: stroked('M1 11C6 11 6 3 11 4s3 6 8-1', 2),
    fill: (color) =>
      html`<path d="${BOX}" fill="${color}" stroke="currentColor" stroke-opacity=".6"/>`,
    dashed: stroked(BOX, 1.4, '4 2.4'),
    frame: () =>
      html`<path d="M1 1.5h18v11H1zl18 11M19 1.5l-18 11" fill="#b5daf2" stroke="#0e3352"/>`,
    diamond: filled('M10 1.5l5.5 5.5L10 12.5 4.5 7z'),
    halfDiamond: (color) =>
      html`<path d="M10 1.5l5.5 5.5L10 12.5 4.5 7z" fill="none" stroke="${color}" stroke-width="1.4"/><path d="M10 1.5v11L4.5 7z" fill="${color}"/>`,
    cross: stroked('M6.5 3.5l7 7m0-7l-7 7', 1.6),
    plus: stroked(`${RING}M10 4.2v5.6M7.2 7h5.6`, 1.4),
    minus: stroked(`${RING}M7.2 7h5.6`, 1.4),
    padlock: stroked('M5.5 6.5h9v6h-9zM7.3 6V4.4a2.7 2.7 0 0 1 5.4 0V6', 1.5),
    barred: stroked(`${RING}M6.2 3.2l7.6 7.6`, 1.5),
    noEntry: filled(`${RING}M6.8 6h6.4v2H6.8z`),
    up: filled('M10 2l5.2 9.5H4.8z'),
    down: stroked('M10 12L4.8 2.5h10.4z', 1.6),
  }),
)

const SQUARE = filled('M6 3h8v8H6z')

/** Hatch rises for what is unknown, falls for what is closed. */
const HATCHES = new Map<string, Hatch>([
  ['hatch', 'rising'],
  ['backHatch', 'falling'],
  ['dots', 'dots'],
])

function hatched(hatch: Hatch, color: string): Html {
  const width = hatch === 'dots' ? 1.8 : 1.1
  return html`<path d="${BOX}" fill="none" stroke="${color}"/><path d="${hatchPath(hatch, [1, 1.5, 18, 11], 5)}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round"/>`
}

function signOf(swatch: SwatchLook, color: string): Html {
  const { path, sizeUnits, plate, fill } = swatch
  const rounding = plate === 'round' ? 6.5 : plate === 'square' ? 0 : 2.5
  const isFull = fill === 'full'
  const half = html`<path d="M3.6 7h12.8v6.4H3.6z" fill="${color}" opacity=".35"/>`
  const scale = typeof sizeUnits === 'number' && sizeUnits > 0 ? 9.5 / sizeUnits : 1
  const sign =
    typeof path === 'string' && PATH.test(path)
      ? html`<path d="${path}" transform="translate(5.25 2.25) scale(${scale})" fill="${isFull ? '#ffffff' : color}"/>`
      : null
  return html`<rect x="3.6" y=".6" width="12.8" height="12.8" rx="${rounding}" fill="${isFull ? color : 'none'}" stroke="${color}" stroke-width="1.2"/>${fill === 'half' ? half : null}${sign}`
}
