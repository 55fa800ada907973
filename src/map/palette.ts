import type { StudyPalette } from '#analysis/studies/study.ts'
import type { Freshness } from '#core/time/freshness.ts'
import type { Theme } from './scene.ts'

/** Red, green, blue, 0–255. */
export type Rgb = readonly [number, number, number]

/** The five classes of need, low to high; on dark ground high is lighter, as for every ramp there. */
export const NEED_COLORS: Readonly<Record<Theme, readonly string[]>> = {
  light: ['#fff4c9', '#fbd27c', '#f39b3c', '#d75f17', '#8f2d0b'],
  dark: ['#6e6a66', '#987150', '#cb7733', '#f6a640', '#ffe8ac'],
}

/** Five classes of coverage, little to much. */
export const COVERAGE_COLORS: Readonly<Record<Theme, readonly string[]>> = {
  light: ['#e3eef2', '#b3d4dd', '#78b3c4', '#3d8aa3', '#14607c'],
  dark: ['#5e6e78', '#5d93a8', '#7db4c8', '#abd6e3', '#e4f5fa'],
}

/** Six classes of travel time, far to near. */
export const REACH_COLORS: Readonly<Record<Theme, readonly string[]>> = {
  light: ['#f3f3df', '#c3d8d2', '#8bc1d6', '#4a97b3', '#286f97', '#0c4160'],
  dark: ['#6a6c6e', '#4f8aa3', '#66b0c9', '#95d0e0', '#c4e9f1', '#f7fdff'],
}

/** Worse to better about "no material change" in the middle (PuOr). */
export const DIFFERENCE_COLORS: Readonly<Record<Theme, readonly string[]>> = {
  light: ['#7f3b08', '#d6822b', '#f3d9b1', '#e9e9e9', '#cfc8e0', '#8778b5', '#432876'],
  dark: ['#ffd29a', '#f0932e', '#b07a3d', '#6c7278', '#847cb6', '#ab9bf0', '#ddd4ff'],
}

/** Marks of who comes within reach and who drops out of it; their shape tells them apart too. */
export const CHANGE_INKS: Readonly<
  Record<Theme, { readonly gain: string; readonly loss: string }>
> = {
  light: { gain: '#5a4591', loss: '#9a4d0c' },
  dark: { gain: '#c9b8ff', loss: '#ff9a3d' },
}

const HOT_COLD = {
  light: ['#2b5f9e', '#6d9cc8', '#b5cde0', '#e9e7e0', '#f0bfa8', '#d9785a', '#a82a1a'],
  dark: ['#8fc2ff', '#5f93cc', '#48688c', '#6c7278', '#94604e', '#d67f5e', '#ffb199'],
} as const
const [light, dark] = [HOT_COLD.light, HOT_COLD.dark]

/** Classes of studies: hot is red and cold is blue, and in the middle there is nothing to say. */
export const STUDY_COLORS: Readonly<
  Record<StudyPalette, Readonly<Record<Theme, readonly string[]>>>
> = {
  hotCold: HOT_COLD,
  /** Less, the same, more. */
  change: {
    light: [light[1], light[3], light[5]],
    dark: [dark[1], dark[3], dark[5]],
  },
  /** None, high among high, low among low, high among low, low among high. */
  outliers: {
    light: [light[3], light[6], light[0], '#e08a2c', '#8f78b8'],
    dark: [dark[3], dark[6], dark[0], '#f6a640', '#c0a6f0'],
  },
  /** None, then new, consecutive, intensifying, persistent, diminishing, sporadic, oscillating, historical: hot, cold. */
  emerging: {
    light: [
      ...[
        light[3],
        '#e6550d',
        '#c2361c',
        '#7a0f12',
        light[6],
        '#cf7a6a',
        '#f0bfa8',
        '#d9a06a',
        '#c9b3a8',
      ],
      ...['#31a3c4', '#2b7fb0', '#123a6b', light[0], '#7fa3c9', '#b5cde0', '#7fb5b5', '#a8b3bd'],
    ],
    dark: [
      ...[
        dark[3],
        '#ff9a52',
        '#ff7d5c',
        '#ffe0d6',
        dark[6],
        '#c98a78',
        '#94604e',
        '#b58a5c',
        '#857a74',
      ],
      ...['#62d0ee', '#5fb4e8', '#d6eaff', dark[0], '#6d8fb5', '#48688c', '#5f9a9a', '#78828c'],
    ],
  },
  density: {
    light: ['#f6e7e0', '#ecbfac', '#dc8a6c', '#bb4f37', '#7d1f16'],
    dark: ['#5f5654', '#8c5b4d', '#bd6b50', '#ec9273', '#ffd2bf'],
  },
  coverage: COVERAGE_COLORS,
  remoteness: {
    light: COVERAGE_COLORS.light.toReversed(),
    dark: COVERAGE_COLORS.dark.toReversed(),
  },
  rains: {
    light: [light[1], light[3], light[4], light[5], light[6], '#3d1a4f'],
    dark: [dark[1], dark[3], dark[4], dark[5], dark[6], '#d9a6ff'],
  },
  need: NEED_COLORS,
}

/** What stands for each thing on the map, by theme. */
export const INKS: Readonly<
  Record<
    Theme,
    Readonly<
      Record<
        | 'ground'
        | 'water'
        | 'ink'
        | 'ink2'
        | 'halo'
        | 'accent'
        | 'border'
        | 'incident'
        | 'project'
        | 'patrol'
        | 'closed'
        | 'escort'
        | 'hazard'
        | 'unknown'
        | 'unknownGround'
        | 'edge'
        | 'ownFill'
        | 'ownLine'
        | 'proposedFill'
        | 'proposedLine',
        string
      >
    >
  >
> = {
  light: {
    ground: '#f4f2ec',
    water: '#dde7ea',
    ink: '#1b1f23',
    ink2: '#565d64',
    halo: '#ffffff',
    accent: '#0b62a6',
    border: '#8f8c82',
    incident: '#c2321d',
    project: '#2d7a46',
    patrol: '#3a6ea5',
    closed: '#8b1a1a',
    escort: '#8b5a1a',
    hazard: '#8b1a1a',
    unknown: '#80807a',
    unknownGround: '#ecebe6',
    edge: '#fbfaf7',
    ownFill: '#b5daf2',
    ownLine: '#0e3352',
    proposedFill: '#ffe2ad',
    proposedLine: '#8a4b00',
  },
  dark: {
    ground: '#1a2027',
    water: '#11161b',
    ink: '#e8ebee',
    ink2: '#aab3bc',
    halo: '#11161b',
    accent: '#5cb3ff',
    border: '#55606b',
    incident: '#ff8573',
    project: '#6fc48a',
    patrol: '#7fb2ea',
    closed: '#ff8a7a',
    escort: '#e0a458',
    hazard: '#ff8a7a',
    unknown: '#7f8993',
    unknownGround: '#232a32',
    edge: '#11161b',
    ownFill: '#15415f',
    ownLine: '#a9d9ff',
    proposedFill: '#4a3305',
    proposedLine: '#ffc14a',
  },
}

/** Lines that are told apart by colour, in order; beside surfaces in blue. */
export const PATH_INKS: Readonly<Record<Theme, readonly string[]>> = {
  light: ['#8a4b00', '#7a2e8e', '#1d6b3a', '#a11d2a'],
  dark: ['#ffc14a', '#e2a6f5', '#8fdd9f', '#ff9d90'],
}

/** Zone tints by their number, as the tokens have them. */
export const ZONE_TINTS = [
  '#cfe8f3',
  '#d9b3dc',
  '#9fd3c7',
  '#e6dfb8',
  '#b0a9d6',
  '#efc3ca',
  '#d3d6a0',
  '#a5d0a8',
] as const

/** `#rrggbb` as deck.gl takes it. */
export function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

/**
 * How much of its colour something keeps: enough to be read, for the hatch tells that it is old. Of a scale
 * that only hue tells nearly all, or it would say the opposite; of lines nothing, for they are told by form.
 */
const KEPT_SHARES: Readonly<
  Record<Freshness, { readonly line: number; readonly order: number; readonly hue: number }>
> = {
  fresh: { line: 1, order: 1, hue: 1 },
  ageing: { line: 0.45, order: 0.75, hue: 0.9 },
  unknown: { line: 0.45, order: 0.75, hue: 0.9 },
  stale: { line: 0, order: 0.5, hue: 0.8 },
}

/** A colour by the age of what it stands for: the same lightness, with less and less of its hue. */
export function aged(hex: string, freshness: Freshness): string {
  return greyed(hex, KEPT_SHARES[freshness].line)
}

/** The same for the classes of a surface: what lightness tells too loses half, what only hue tells keeps most. */
export function agedRamp(colors: readonly string[], freshness: Freshness): readonly string[] {
  const { order, hue } = KEPT_SHARES[freshness]
  const share = isOrdered(colors) ? order : hue
  return share === 1 ? colors : colors.map((color) => greyed(color, share))
}

/** Whether lightness alone tells the classes apart, each lighter than the one before, or each darker. */
function isOrdered(colors: readonly string[]): boolean {
  const steps = colors.slice(1).map((color, i) => lightness(color) - lightness(colors[i]!))
  return steps.every((step) => step > 0) || steps.every((step) => step < 0)
}

function lightness(hex: string): number {
  const [red, green, blue] = rgbOf(hex)
  return 0.299 * red + 0.587 * green + 0.114 * blue
}

function greyed(hex: string, keptShare: number): string {
  const grey = lightness(hex)
  const toGrey = (value: number) => Math.round(grey + keptShare * (value - grey))
  const [red, green, blue] = rgbOf(hex)
  return hexOf([toGrey(red), toGrey(green), toGrey(blue)])
}

/** A colour laid over another with a share of its own. */
export function blended(over: string, under: string, share: number): string {
  const [a, b] = [rgbOf(over), rgbOf(under)]
  const part = (i: 0 | 1 | 2) => Math.round(share * a[i] + (1 - share) * b[i])
  return hexOf([part(0), part(1), part(2)])
}

function hexOf([red, green, blue]: Rgb): string {
  return `#${((1 << 24) | (red << 16) | (green << 8) | blue).toString(16).slice(1)}`
}
