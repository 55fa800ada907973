import type { Ground } from '#analysis/ground.ts'
import { applyChange } from '#core/change.ts'
import { addDeck } from '#core/commands/decks/add-deck.ts'
import { decksInOrder, slidesOf } from '#core/decks-of.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { Deck, ReleaseLevel } from '#core/records/deck.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { whyWithheld } from '#products/levels/why-withheld.ts'
import type { Product } from '#products/product.ts'
import { TEMPLATES } from '#products/templates/registry.ts'
import { productPages } from '#state/desk/product-pages.ts'
import { groundOfOperation, pictureOf } from './pictures.ts'
import { Refusal, type Terminal } from './verb.ts'

/** A briefing that is asked for, and the operation that it stands in. */
export type ReportWish = {
  readonly contents: OperationContents
  readonly deck: Deck
  readonly level: ReleaseLevel
  /** UTC ISO. */
  readonly now: string
}

/**
 * The briefing that is meant; one from a template is put into the operation as it was read, which is not
 * written.
 *
 * @throws Refusal with the names there are.
 */
export function deckToReport(
  contents: OperationContents,
  named: { readonly deck?: string | undefined; readonly template?: string | undefined },
  terminal: Terminal,
): Pick<ReportWish, 'contents' | 'deck'> {
  if (named.template !== undefined) return fromTemplate(contents, named.template, terminal)
  const { document } = contents
  const decks = decksInOrder(document)
  const plain = (text: string) => text.trim().toLowerCase()
  const { deck: name } = named
  const deck =
    name === undefined
      ? (decks.find((each) => slidesOf(document, each).length > 0) ?? decks[0])
      : decks.find((each) => each.id === name || plain(each.name) === plain(name))
  if (!deck) {
    const names = decks.map((each) => `"${each.name}"`).join(', ')
    throw new Refusal(`There is no briefing "${name}"; there is ${names}.`)
  }
  if (slidesOf(document, deck).length > 0) return { contents, deck }
  throw new Refusal(
    `The briefing "${deck.name}" has no slides. Make some in the app, or name a template: ${templateIds()}.`,
  )
}

function templateIds(): string {
  return TEMPLATES.map(({ id }) => id).join(', ')
}

function fromTemplate(
  contents: OperationContents,
  id: string,
  terminal: Terminal,
): Pick<ReportWish, 'contents' | 'deck'> {
  const template = TEMPLATES.find((each) => each.id === id)
  if (!template) throw new Refusal(`--template: "${id}" is none of ${templateIds()}.`)
  const { told = [], ...made } = template.make(contents.document, terminal.newId)
  const why = addDeck.blocked(contents.document, made)
  if (why !== null) throw new Refusal(why)
  if (made.slides.length === 0)
    throw new Refusal(told.join(' ') || `${template.title} has no slides.`)
  for (const sentence of told) terminal.warn(sentence)
  const document = applyChange(contents.document, addDeck.change(contents.document, made))
  const deck = document.tables.decks.get(made.deck.id)
  if (!deck) throw new Error('the deck is not where it was put')
  return { contents: { ...contents, document }, deck }
}

/** Its pages, worked out here, without pictures of maps. */
export async function reportProduct({ contents, deck, level, now }: ReportWish): Promise<Product> {
  let ground: Ground | null = null
  const groundOnce = async () => {
    ground ??= await groundOfOperation(contents)
    return ground
  }
  const wish = { deckId: deck.id, slideIds: null, level, now }
  const { product } = await productPages(contents, wish, {
    runJob: runJobInline,
    ground: groundOnce,
    situation: async (id) => (await pictureOf(contents, await groundOnce(), id)).situation,
  })
  const leaving = product.pages.filter(({ page }) => whyWithheld(page, level) === null)
  if (leaving.length === 0) throw new Refusal('None of these slides is for these readers.')
  return { ...product, pages: leaving }
}
