import { expect, it } from 'vitest'
import { canonicalJson, hashOfText } from '#core/canonical-json.ts'
import { applyChange } from '#core/change.ts'
import { editSlide } from '#core/commands/slides/edit-slide.ts'
import { NEWER_SLIDE } from '#core/newer-slides.ts'
import { readOperationFile, writeOperationFile } from '#core/operation-file.ts'
import { anOperation, aSlide } from '#support/build.ts'

const ONE = aSlide({ id: 'a', headline: 'Now', scenarioId: 'coa-1' })

/** An operation file in which one slide is as a newer version would write it. */
function fileWith(newer: Record<string, unknown>): string {
  const document = anOperation({ slides: [ONE, { ...ONE, id: 'b', orderKey: 'W' }] })
  const text = writeOperationFile({ document, columns: new Map() })
  const { zSha256: _, ...body } = JSON.parse(text)
  body.tables.slides[1] = { ...body.tables.slides[1], ...newer }
  const plain = canonicalJson(body)
  return `${plain.slice(0, -1)},"zSha256":"${hashOfText(plain)}"}\n`
}

function opened(text: string) {
  const read = readOperationFile(text, 'a.json')
  if (!read.ok) throw new Error(read.issues[0]?.message)
  return read.value
}

it('a slide of a kind that is not known is kept whole, shown as such, and leaves as it came', () => {
  const text = fileWith({ kind: 'hologram', hologram: { depth: 3 }, headline: 'Later' })
  const contents = opened(text)
  const slide = contents.document.tables.slides.get('b')
  expect(slide).toMatchObject({ kind: 'text', headline: 'Later', body: NEWER_SLIDE })
  expect(contents.document.tables.slides.get('a')).toEqual(ONE)
  expect(writeOperationFile(contents)).toBe(text)
})

it('so is one whose frozen page says what is not known', () => {
  const frozen = {
    at: '2026-11-22T12:00:00Z',
    picture: null,
    page: { blocks: [{ type: 'hologram' }] },
  }
  const text = fileWith({ frozen })
  const contents = opened(text)
  expect(contents.document.tables.slides.get('b')).toMatchObject({
    kind: 'text',
    body: NEWER_SLIDE,
  })
  expect(writeOperationFile(contents)).toBe(text)
})

it('it may be moved and not changed', () => {
  const { document } = opened(fileWith({ kind: 'hologram' }))
  const change = { id: 'b', fields: { headline: 'Other' } }
  expect(editSlide.blocked(document, change)).toMatch(/newer Commonground/)
  const move = { id: 'b', fields: { orderKey: 'A' } }
  expect(editSlide.blocked(document, move)).toBeNull()
  const moved = applyChange(document, editSlide.change(document, move))
  const again = opened(writeOperationFile({ document: moved, columns: new Map() }))
  expect(again.document.tables.slides.get('b')).toMatchObject({ orderKey: 'A', kind: 'text' })
})

it('it is itself again where it is known', () => {
  const { document } = opened(fileWith({ kind: 'hologram' }))
  const slide = document.tables.slides.get('b')!
  const known = { ...slide, newer: { ...slide.newer, kind: 'map' } }
  const later = { ...document, tables: { ...document.tables, slides: new Map([['b', known]]) } }
  const again = opened(writeOperationFile({ document: later, columns: new Map() }))
  expect(again.document.tables.slides.get('b')).toEqual({
    ...ONE,
    id: 'b',
    orderKey: 'W',
    kind: 'map',
  })
})

it('a slide that is wrong in what every version knows is still refused', () => {
  expect(readOperationFile(fileWith({ dwellSeconds: -3 }), 'a.json').ok).toBe(false)
})
