import { beforeAll, describe, expect, it } from 'vitest'
import type { Ground } from '#analysis/ground.ts'
import type { Situation } from '#analysis/situation.ts'
import { groundOfOperation, pictureOf } from '#cli/pictures.ts'
import { decksInOrder, slidesOf } from '#core/decks-of.ts'
import type { OperationContents } from '#core/operation-file.ts'
import { RELEASE_LEVELS, type ReleaseLevel } from '#core/records/deck.ts'
import { sampleOperation } from '#data/liberia-exercise/index.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { writeHtml } from '#products/html/write-html.ts'
import { writePptx } from '#products/pptx/write-pptx.ts'
import type { Product } from '#products/product.ts'
import { productPages } from '#state/desk/product-pages.ts'
import { type ReadDeck, readPptx, textIn } from './support/read-pptx.ts'

/** Said in rows that no reader outside the staff may know of. */
const MARKER = 'KESTREL-77'
const NOW = '2026-11-22T13:05:00Z'

/** The exercise, its notes and what people reported marked. */
function markedExercise(): OperationContents {
  const contents = sampleOperation()
  const { tables } = contents.document
  const all = <T>(rows: ReadonlyMap<string, T>, mark: (row: T) => T) =>
    new Map([...rows].map(([id, row]) => [id, mark(row)]))
  const document = {
    ...contents.document,
    tables: {
      ...tables,
      slides: all(tables.slides, (row) => ({ ...row, notes: MARKER })),
      grievances: all(tables.grievances, (row) => ({ ...row, summary: MARKER })),
      engagements: all(tables.engagements, (row) => ({ ...row, summary: MARKER })),
      units: all(tables.units, (row) => ({ ...row, name: `${row.name} ${MARKER}` })),
      bases: all(tables.bases, (row) => ({ ...row, name: `${row.name} ${MARKER}` })),
    },
  }
  return { ...contents, document }
}

const made = new Map<string, Product>()
let deckIds: readonly string[] = []

beforeAll(async () => {
  const contents = markedExercise()
  const decks = decksInOrder(contents.document)
  deckIds = decks.map(({ id }) => id)
  let ground: Promise<Ground> | null = null
  const situations = new Map<string, Promise<Situation>>()
  const groundOnce = () => {
    ground ??= groundOfOperation(contents)
    return ground
  }
  const situation = (id: string) => {
    const known =
      situations.get(id) ??
      groundOnce()
        .then((laid) => pictureOf(contents, laid, id))
        .then((picture) => picture.situation)
    situations.set(id, known)
    return known
  }
  for (const deck of decks) {
    for (const level of RELEASE_LEVELS) {
      const wish = { deckId: deck.id, slideIds: null, level, now: NOW }
      const desk = { runJob: runJobInline, ground: groundOnce, situation }
      made.set(`${deck.id} ${level}`, (await productPages(contents, wish, desk)).product)
      expect(slidesOf(contents.document, deck).length).toBeGreaterThan(0)
    }
  }
}, 60_000)

const productOf = (deckId: string, level: ReleaseLevel): Product => {
  const product = made.get(`${deckId} ${level}`)
  if (!product) throw new Error(`${deckId} was not made`)
  return product
}

const files = new Map<Product, Promise<{ readonly deck: ReadDeck; readonly html: string }>>()

/** Both files of a product, each written once. */
function filesOf(product: Product) {
  const known =
    files.get(product) ??
    writePptx(product).then(({ bytes }) => ({
      deck: readPptx(bytes),
      html: new TextDecoder().decode(writeHtml(product).bytes),
    }))
  files.set(product, known)
  return known
}

const TEXT_OF: Readonly<Record<string, string>> = {
  ...{ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' },
}
const plain = (markup: string) =>
  markup
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => TEXT_OF[entity] ?? entity)

const squeezed = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, '')

/** Every figure that a page says: big numbers with their labels, and cells of tables. */
function figuresOf({ pages }: Product, i: number): readonly string[] {
  return (pages[i]?.page.blocks ?? []).flatMap((block) => {
    if (block.type === 'numbers') {
      return block.numbers.flatMap(({ value, unit, label }) => [`${value}${unit}`, label])
    }
    return block.type === 'table'
      ? block.rows.flatMap(({ head, cells }) => [head, ...cells.map(({ text }) => text)])
      : []
  })
}

describe('a briefing of the exercise', () => {
  it('is one of three', () => {
    expect(deckIds).toHaveLength(3)
  })

  for (const level of RELEASE_LEVELS) {
    it(`for ${level} says on every slide and sheet what it is, from when and for whom`, async () => {
      for (const deckId of deckIds) {
        const product = productOf(deckId, level)
        const { frame } = product
        const always = [frame.release, frame.dataAsOf, frame.disclaimer, frame.madeDtg, frame.title]
        const { deck, html } = await filesOf(product)
        const count = deck.slides.length
        for (const [i, slide] of deck.slides.entries()) {
          const said = textIn(slide)
          expect(said.split(frame.marking).length - 1).toBeGreaterThanOrEqual(2)
          for (const text of [...always, frame.planningDtg, `edition ${frame.edition}`]) {
            expect(said).toContain(text)
          }
          expect(said).toContain(`${i + 1} / ${count}`)
        }
        // Bands that the print style puts on every sheet, and a foot in every page.
        const bands = plain(
          (html.match(/<(header|footer) class="band[\s\S]*?<\/\1>/g) ?? []).join(),
        )
        expect(bands.split(frame.marking).length - 1).toBeGreaterThanOrEqual(2)
        for (const text of [...always, frame.planningDtg, `Edition ${frame.edition}`]) {
          expect(bands).toContain(text)
        }
        const feet = html.match(/<div class="page-foot">[\s\S]*?<\/div>/g) ?? []
        expect(feet).toHaveLength(product.pages.length + 1)
        for (const [i, foot] of feet.entries()) {
          for (const text of [frame.marking, frame.dataAsOf, frame.madeDtg]) {
            expect(plain(foot)).toContain(text)
          }
          expect(plain(foot)).toContain(`Page ${i + 1} of ${feet.length}`)
        }
        if (frame.isExercise) expect(bands).toContain('EXERCISE')
      }
    })

    it(`for ${level} has the figures of its pages, the same in both formats`, async () => {
      let count = 0
      for (const deckId of deckIds) {
        const product = productOf(deckId, level)
        const { deck, html } = await filesOf(product)
        const shown = squeezed(deck.slides.map(textIn).join(''))
        const sections = html.split('<section class="page"').slice(1).map(plain).map(squeezed)
        product.pages.forEach(({ page }, i) => {
          expect(shown).toContain(squeezed(page.headline))
          expect(sections[i]).toContain(squeezed(page.headline))
          for (const figure of figuresOf(product, i)) {
            count++
            expect(sections[i]).toContain(squeezed(figure))
            expect(shown).toContain(squeezed(figure))
          }
        })
      }
      expect(count).toBeGreaterThan(level === 'public' ? 20 : 40)
    })
  }

  it('tells readers outside the staff of no row that is withheld from them', async () => {
    const told = async (level: ReleaseLevel) => {
      const texts: string[] = []
      for (const deckId of deckIds) {
        const product = productOf(deckId, level)
        const { deck, html } = await filesOf(product)
        texts.push(JSON.stringify(product.pages), ...deck.names.map(deck.part), html)
      }
      return texts.join('\n')
    }
    expect(await told('internal')).toContain(MARKER)
    for (const level of ['partners', 'public'] as const) {
      expect(await told(level)).not.toContain(MARKER)
    }
  })
})
