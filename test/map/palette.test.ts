import { describe, expect, it } from 'vitest'
import {
  aged,
  agedRamp,
  blended,
  COVERAGE_COLORS,
  DIFFERENCE_COLORS,
  INKS,
  NEED_COLORS,
  REACH_COLORS,
  rgbOf,
} from '#map/palette.ts'
import {
  colorDifference,
  contrast,
  leastDifference,
  SIGHTS,
  type Sight,
} from './color-difference.ts'

const RAMPS = { NEED_COLORS, COVERAGE_COLORS, REACH_COLORS, DIFFERENCE_COLORS }
const THEMES = ['light', 'dark'] as const
const sights = Object.keys(SIGHTS) as Sight[]

describe('the measure of difference', () => {
  it('is CIEDE2000 (pairs 1, 7, 17 and 25 of its published test data)', () => {
    const pairs = [
      [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
      [[50, 0, 0], [50, -1, 2], 2.3669],
      [[50, 2.5, 0], [73, 25, -18], 27.1492],
      [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    ] as const
    for (const [a, b, difference] of pairs) {
      expect(colorDifference(a, b)).toBeCloseTo(difference, 4)
      expect(colorDifference(b, a)).toBeCloseTo(difference, 4)
    }
  })
})

describe('ramps', () => {
  it.each(sights)('keep every class apart from every other, seen with %s sight', (sight) => {
    for (const [name, byTheme] of Object.entries(RAMPS)) {
      for (const theme of THEMES) {
        expect(leastDifference(byTheme[theme], sight), `${name} ${theme}`).toBeGreaterThan(6)
      }
    }
  })

  it('stand out from dark ground in every class', () => {
    for (const [name, byTheme] of Object.entries(RAMPS)) {
      for (const color of byTheme.dark) {
        expect(contrast(color, INKS.dark.ground), `${name} ${color}`).toBeGreaterThan(3)
      }
    }
  })

  it('of differences never lose their side to age: worse and better stay apart when faded', () => {
    for (const theme of THEMES) {
      const colors = agedRamp(DIFFERENCE_COLORS[theme], 'stale')
      for (const sight of sights) {
        for (const [worse, better] of [
          [0, 6],
          [1, 5],
          [2, 4],
        ] as const) {
          expect(leastDifference([colors[worse]!, colors[better]!], sight)).toBeGreaterThan(6.5)
        }
      }
    }
  })
})

describe('marks', () => {
  it('stand out from land and water', () => {
    const marks = ['incident', 'project', 'patrol', 'closed', 'escort', 'hazard'] as const
    for (const theme of THEMES) {
      for (const mark of marks) {
        const inks = INKS[theme]
        expect(contrast(inks[mark], inks.ground), `${mark} ${theme}`).toBeGreaterThan(3)
        expect(contrast(inks[mark], inks.water), `${mark} ${theme}`).toBeGreaterThan(3)
      }
    }
  })

  it('of what is not known are told from their ground, and are grey: neither white nor green', () => {
    for (const theme of THEMES) {
      const { unknown, unknownGround } = INKS[theme]
      expect(contrast(unknown, unknownGround)).toBeGreaterThan(3)
      const [red, green, blue] = rgbOf(unknown)
      expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThan(24)
    }
  })
})

it('takes colour away with age, half of it from what lightness tells and all from lines', () => {
  const lightness = (hex: string) => {
    const [red, green, blue] = rgbOf(hex)
    return 0.299 * red + 0.587 * green + 0.114 * blue
  }
  const chroma = (hex: string) => Math.max(...rgbOf(hex)) - Math.min(...rgbOf(hex))
  for (const theme of THEMES) {
    for (const colors of [NEED_COLORS, COVERAGE_COLORS, REACH_COLORS]) {
      const stale = agedRamp(colors[theme], 'stale')
      stale.forEach((color, i) => {
        expect(chroma(color)).toBeLessThanOrEqual(0.5 * chroma(colors[theme][i]!) + 1)
      })
      const lights = stale.map(lightness)
      lights.slice(1).forEach((light, i) => {
        expect(Math.abs(light - lights[i]!)).toBeGreaterThan(11)
      })
      agedRamp(colors[theme], 'ageing').forEach((color, i) => {
        expect(chroma(color)).toBeLessThanOrEqual(chroma(colors[theme][i]!))
      })
      expect(agedRamp(colors[theme], 'fresh')).toBe(colors[theme])
    }
    const { incident } = INKS[theme]
    expect(chroma(aged(incident, 'ageing'))).toBeLessThan(0.6 * chroma(incident))
    expect(chroma(aged(incident, 'stale'))).toBeLessThan(3)
  }
})

it('blends', () => {
  expect(blended('#ffffff', '#000000', 0.5)).toBe('#808080')
  expect(blended('#102030', '#ffffff', 1)).toBe('#102030')
})
