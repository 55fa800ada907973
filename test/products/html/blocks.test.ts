import { describe, expect, it } from 'vitest'
import type { PageBlock } from '#core/records/page.ts'
import { arranged } from '#products/html/blocks/block.ts'
import { TOKENS } from '#products/html/style/tokens.ts'
import {
  CHARTS,
  FRAME,
  LONG_TABLE,
  MAP,
  MATRIX,
  NUMBERS,
  PICTURE,
  POINTS,
  TEXT,
} from './fixture.ts'

const drawn = (...blocks: readonly PageBlock[]) =>
  String(
    arranged(blocks, {
      id: 'p1',
      headline: 'A headline',
      picture: PICTURE,
      frame: FRAME,
      paper: 'A4 landscape',
      printedWidthMillimetres: 160,
    }),
  )

describe('blocks', () => {
  it('numbers: what they count, what they are compared with, status by shape and word', () => {
    expect(drawn(NUMBERS)).toMatch(
      /<dt dir="auto">CASEVAC 10-1-2<\/dt><dd class="figure"><bdi>81<\/bdi> <span class="unit">%<\/span><\/dd><dd[^>]*><svg class="mark"[^>]*aria-label="watch">.*?<\/svg>\u00a0under 85 %/,
    )
  })

  it('texts and points in the direction of their own script', () => {
    expect(drawn(TEXT).match(/<p dir="auto">/g)).toHaveLength(3)
    expect(drawn(POINTS)).toMatch(
      /<h3 dir="auto">Why COA 2<\/h3><ul><li dir="auto"><svg.*?<\/svg>\u00a0<b>Because<\/b> it brings/,
    )
  })

  it('tables: caption, scopes, chosen and best in words, a key of the shapes that are there', () => {
    const table = drawn(MATRIX)
    expect(table).toContain('<caption><span dir="auto">Courses by criteria</span></caption>')
    expect(table.match(/<th scope="col"/g)).toHaveLength(5)
    expect(table.match(/<th scope="row"/g)).toHaveLength(4)
    expect(table).toMatch(/COA 2<span class="heard"> \(shown\)<\/span>/)
    expect(table).toMatch(/<b>45 %<\/b><span class="heard"> \(best\)<\/span>/)
    expect(table).toMatch(/<tr class="total">/)
    const key = table.slice(table.indexOf('class="status-key"'))
    expect(key).toContain(' not known')
    expect(key.match(/class="key-item"/g)).toHaveLength(4)
    expect(table).toContain('role="region" tabindex="0" aria-label="Courses by criteria"')
  })

  it('tables: a cell for every column, whatever a row has, and 400 rows', () => {
    const [first] = MATRIX.rows
    const short = { ...MATRIX, title: null, rows: [{ ...first!, cells: first!.cells.slice(0, 1) }] }
    expect(drawn(short).match(/<td /g)).toHaveLength(4)
    expect(drawn(short)).toContain('<span class="heard">Table: A headline</span>')
    expect(drawn(LONG_TABLE).match(/<tr/g)).toHaveLength(401)
  })

  it('charts: each twice, with a title, what it shows and its numbers to be read and copied', () => {
    for (const chart of Object.values(CHARTS)) {
      const text = drawn(chart)
      expect(text).toMatch(/role="img" aria-labelledby="p1-b1-wide-0-title p1-b1-wide-0-about"/)
      expect(text).toContain('p1-b1-narrow-0-title')
      const [fold = ''] = text.match(/<details>[\s\S]*<\/details>/) ?? []
      expect(fold.match(/<tr>/g)).toHaveLength(chart.categories.length + 1)
      const hasUnknown = chart.series.some(({ values }) => values.includes(null))
      expect(fold.includes('not known')).toBe(hasUnknown)
      expect(text.includes('Not known, drawn hatched')).toBe(hasUnknown)
    }
  })

  it('maps: picture, furniture, key of what is seen, places by number, attributions and datum', () => {
    const map = drawn(MAP)
    expect(map).toMatch(
      /<img src="data:image\/png;base64,[^"]+" width="1600" height="1000" alt="Map of Liberia showing [^"]*Lofa \+104 k/,
    )
    for (const said of [
      '29N LJ',
      '>N<',
      '100 km · 1 : ',
      'class="locator"',
      'Live positions of units are left out.',
    ]) {
      expect(map).toContain(said)
    }
    // 500 km of ground on 160 mm of paper.
    expect(map).toMatch(/1 : 3\s130\s000 on A4 landscape/)
    expect(map).toContain(
      '© OpenStreetMap contributors (ODbL) · Census of Liberia 2022 · WGS 84; maps in Web Mercator · Grid: MGRS, 100 km squares',
    )
    expect(map.match(/class="legend"/g)).toHaveLength(2)
    expect(map).toMatch(/unknown, 75\u00a0k/)
    expect(map.match(/class="ring-number"/g)).toHaveLength(4)
  })

  it('stand beside a map if they are short, and under it if they are long', () => {
    const page = drawn(MAP, NUMBERS, LONG_TABLE)
    expect(page).toMatch(
      /<div class="main"><figure class="map"[\s\S]*<div class="side"><dl class="numbers">[\s\S]*<div class="below"><div class="table/,
    )
    expect(drawn(CHARTS['line']!, CHARTS['columns']!)).toContain('<div class="below charts">')
    expect(drawn(NUMBERS, TEXT)).toContain('lead-none roomy')
  })
})

describe('colours', () => {
  const sets = [...String(TOKENS).matchAll(/:root\{([^}]*)\}/g)].map(([, body = '']) =>
    Object.fromEntries(
      [...body.matchAll(/--([\w-]+):(#[0-9a-f]{3,6})/g)].map(([, name, hex]) => [name, hex]),
    ),
  )
  const light = (hex: string) => {
    const full = hex.length === 4 ? [...hex.slice(1)].map((d) => d + d).join('') : hex.slice(1)
    const [r = 0, g = 0, b = 0] = [0, 2, 4]
      .map((i) => Number.parseInt(full.slice(i, i + 2), 16) / 255)
      .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (a: string, b: string) => {
    const [low = 0, high = 0] = [light(a), light(b)].sort((x, y) => x - y)
    return (high + 0.05) / (low + 0.05)
  }

  it('text has 4.5 : 1 on every ground and marks have 3 : 1, light and dark', () => {
    expect(sets).toHaveLength(2)
    for (const set of [sets[0]!, { ...sets[0], ...sets[1] }]) {
      const of = (name: string) => (set as Record<string, string>)[name] ?? ''
      for (const ground of ['desk', 'panel', 'panel-2', 'accent-weak']) {
        for (const text of ['ink', 'ink-2', 'accent']) {
          expect(contrast(of(text), of(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
        }
      }
      for (const mark of [
        'good',
        'watch-edge',
        'watch-mark',
        'bad',
        'unknown',
        'second',
        'third',
        'accent',
        'hatch',
      ]) {
        expect(contrast(of(mark), of('panel')), mark).toBeGreaterThanOrEqual(3)
      }
      for (const coa of ['coa-a', 'coa-b', 'coa-c', 'coa-current']) {
        expect(contrast(of('on-coa'), of(coa)), coa).toBeGreaterThanOrEqual(4.5)
      }
      expect(contrast(of('on-marking'), of('marking'))).toBeGreaterThanOrEqual(7)
    }
  })
})
