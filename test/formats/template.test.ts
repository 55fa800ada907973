import { describe, expect, it } from 'vitest'
import type { Area } from '#core/records/area.ts'
import { groundSketch, sketchOf } from '#formats/import/review/sketch.ts'
import { type MappingTemplate, templateFor } from '#formats/import/template.ts'
import { aBox } from '#support/build.ts'

const template = (parts: Partial<MappingTemplate>): MappingTemplate => ({
  name: 'Sector East',
  kind: 'incidents',
  mapping: [
    ['date', 'When'],
    ['title', ''],
  ],
  headings: ['When', 'Where', 'What', 'Who'],
  isSwapped: false,
  answers: [],
  ...parts,
})

describe('a template', () => {
  it('is found again when a column came or went, not when one that it reads is gone', () => {
    const known = template({})
    expect(templateFor({ headings: ['When', 'Where', 'What', 'Who', 'Why'] }, [known])).toBe(known)
    expect(templateFor({ headings: ['When', 'Where', 'What'] }, [known])).toBe(known)
    expect(templateFor({ headings: ['Date', 'Where', 'What', 'Who'] }, [known])).toBeNull()
    expect(templateFor({ headings: ['When', 'a', 'b', 'c'] }, [known])).toBeNull()
    expect(templateFor({ headings: [] }, [template({ headings: [], mapping: [] })])).toBeNull()
  })

  it('closest to the headings wins, and of two alike the one kept last', () => {
    const wide = template({ name: 'wide', headings: ['When', 'Where', 'What', 'Who', 'Why'] })
    const near = template({ name: 'near' })
    const later = template({ name: 'later' })
    const { headings } = near
    expect(templateFor({ headings }, [near, wide])).toBe(near)
    expect(templateFor({ headings }, [near, later])).toBe(later)
  })
})

describe('the sketch of an import', () => {
  it('keeps first and last of many places and says how many there are', () => {
    const positions = Float64Array.from({ length: 20_000 }, (_, i) => i / 1000)
    const columns = {
      rowCount: 10_000,
      geometry: { type: 'points', positions },
      fields: {},
    } as const
    const { points, placeCount } = sketchOf({
      rows: {},
      batches: [{ dataset: {} as never, columns }],
    })
    expect(placeCount).toBe(10_000)
    expect(points.length).toBe(1500)
    expect([points[0], points.at(-1)]).toEqual([
      [0, 0.001],
      [19.998, 19.999],
    ])
  })

  it('draws the widest areas as ground, and nothing without any', () => {
    const areas = [1, 2].map(
      (level) => ({ level, outline: [aBox([-9, 6], level)] }) as never as Area,
    )
    expect(groundSketch(areas)).toEqual(areas[0]!.outline.map(([ring]) => ring))
    expect(groundSketch([])).toEqual([])
  })
})
