import { describe, expect, it } from 'vitest'
import {
  calibrationFault,
  lineCount,
  rootPixels,
  screenHeightMetres,
} from '#briefing/calibration.ts'

describe('rootPixels', () => {
  it('gives the sizes of interface.md §13.1 at 2160 px', () => {
    const table = [
      { diagonalInches: 55, farthestSeatMetres: 3, pixels: 76, lines: 21 },
      { diagonalInches: 65, farthestSeatMetres: 4, pixels: 86, lines: 19 },
      { diagonalInches: 75, farthestSeatMetres: 5, pixels: 93, lines: 17 },
      { diagonalInches: 98, farthestSeatMetres: 8, pixels: 114, lines: 14 },
    ]
    for (const { pixels, lines, ...calibration } of table) {
      expect(Math.abs(rootPixels(calibration, 2160) - pixels)).toBeLessThanOrEqual(1)
      expect(Math.round(lineCount(calibration, 2160))).toBe(lines)
    }
  })

  it('scales with the pixels, so 1080p and 4K of one screen show the same', () => {
    const calibration = { diagonalInches: 65, farthestSeatMetres: 3 }
    // 3 m · tan 20′ · 1080 px / (0.80942 m · 0.72) = 32.34 px; look-wall.md rounds the height first.
    expect(rootPixels(calibration, 1080)).toBe(32.3)
    expect(lineCount(calibration, 2160)).toBeCloseTo(lineCount(calibration, 1080), 1)
  })

  it('knows the height of a 16:9 screen', () => {
    expect(screenHeightMetres(75)).toBeCloseTo(0.934, 3)
  })
})

describe('calibrationFault', () => {
  it('refuses a screen whose text would not fit, and says what would do', () => {
    expect(calibrationFault({ diagonalInches: 55, farthestSeatMetres: 8 })).toBe(
      'Text that can be read from 8 m does not fit a 55-inch screen. Seat people within 5.2 m or use 85 inches.',
    )
    expect(calibrationFault({ diagonalInches: 75, farthestSeatMetres: 5 })).toBeNull()
    expect(calibrationFault({ diagonalInches: 0, farthestSeatMetres: 5 })).toContain('inches')
  })
})
