import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textFit } from '#briefing/slides/text/text-fit.ts'
import {
  bodyRem,
  headlineLetters,
  isWide,
  numbersThatFit,
  panelRem,
} from '#briefing/slides/wall-frame.ts'

const WALL_FOLDERS = ['src/briefing/slides', 'src/briefing/stage']

/** Files under the folders of what stands on the wall. */
function wallFiles(ending: RegExp): { readonly name: string; readonly text: string }[] {
  return WALL_FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => ending.test(name))
      .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })),
  )
}

/** Text sizes that a style sheet sets: `font-size` and the size in `font`. */
function sizesIn(css: string): string[] {
  const sizes = [...css.matchAll(/font-size:\s*([^;]+);/g)].map(([, size]) => size ?? '')
  const fonts = [...css.matchAll(/[^-]font:\s*([^;]+);/g)].map(([, font]) => font ?? '')
  return [...sizes, ...fonts.flatMap((font) => /[\d.]+(?:rem|px|em|pt)\b/.exec(font)?.[0] ?? [])]
}

describe('text on the wall', () => {
  it('is in rem and never under one, in every style sheet of the wall', () => {
    const sheets = wallFiles(/\.css$/)
    expect(sheets.length).toBeGreaterThanOrEqual(2)
    const sizes = sheets.flatMap(({ text }) => sizesIn(text))
    expect(sizes.length).toBeGreaterThanOrEqual(8)
    const small = sizes.filter((size) => !(size.endsWith('rem') && Number.parseFloat(size) >= 1))
    expect(small).toEqual(['0.5em'])
  })

  it('finds a size that would be too small', () => {
    expect(sizesIn('a { font: 600 0.9rem / 1 x; } b { font-size: 11px; }')).toEqual([
      '11px',
      '0.9rem',
    ])
  })

  it('has units of half a numeral, and no numeral under two rem', () => {
    const text = wallFiles(/numbers-block\.tsx$/)[0]?.text ?? ''
    expect(text).toMatch(/Math\.max\(2, /)
  })

  it('of a text slide stays at one rem or above, and says what does not fit', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 4000 }),
        fc.integer({ min: 6, max: 24 }),
        (body, height) => {
          const { sizeRem, excessLineCount } = textFit(body, { widthRem: 40, heightRem: height })
          expect(sizeRem).toBeGreaterThanOrEqual(1)
          if (excessLineCount > 0) expect(sizeRem).toBe(1)
        },
      ),
    )
    const long = 'word '.repeat(700)
    expect(textFit(long, { widthRem: 40, heightRem: 8 }).excessLineCount).toBeGreaterThan(10)
    expect(textFit('Short.', { widthRem: 40, heightRem: 8 })).toMatchObject({
      sizeRem: 1.45,
      excessLineCount: 0,
    })
  })
})

describe('the frame', () => {
  const small = { widthPixels: 1920, heightPixels: 1080, rootPixels: 32.3 }
  const large = { widthPixels: 3840, heightPixels: 2160, rootPixels: 93.4 }

  it('is that of look-wall.md at both calibrations', () => {
    expect([isWide(small), isWide(large)]).toEqual([true, false])
    expect([panelRem(small), panelRem(large)]).toEqual([20.3, 16])
    expect(bodyRem(large, { hasStaleBand: true })).toBeCloseTo(12.2, 1)
    expect(bodyRem(large, { hasStaleBand: false })).toBeCloseTo(13.9, 1)
  })

  it('shows four numbers at both, and fewer where rows would be too low', () => {
    expect(numbersThatFit(4, bodyRem(small, { hasStaleBand: true }))).toBe(4)
    expect(numbersThatFit(4, bodyRem(large, { hasStaleBand: true }))).toBe(4)
    expect(numbersThatFit(4, 6)).toBe(2)
    expect(numbersThatFit(4, 1)).toBe(1)
  })

  it('holds the drawn headline in two lines', () => {
    const drawn =
      'COA 2 brings help within 2 hours to 280,000 more people; 118,000 in the west lose it'
    expect(headlineLetters(large)).toBeGreaterThanOrEqual(drawn.length)
  })
})
