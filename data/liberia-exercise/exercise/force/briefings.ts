import type { RowLists } from '#core/commands/add-rows.ts'
import { FIRST_DECK } from '#core/decks-of.ts'
import type { OperationDocument } from '#core/document.ts'
import { spreadKeys } from '#core/order-key.ts'
import type { Deck } from '#core/records/deck.ts'
import type { Slide } from '#core/records/slide.ts'
import { COMMUNITY_REPORT } from '#products/templates/community.ts'
import { DAILY_UPDATE } from '#products/templates/daily.ts'
import type { Template } from '#products/templates/template.ts'

/** Who the exercise staff hands each briefing to. */
const HANDED: Readonly<Record<string, Pick<Deck, 'author' | 'distribution' | 'isLooping'>>> = {
  daily: {
    author: 'U-3 Current operations',
    distribution: 'FC, sector HQs, JMAC',
    isLooping: true,
  },
  community: {
    author: 'Civil Affairs, with U-9',
    distribution: 'County administrations, community liaison',
    isLooping: false,
  },
}

/**
 * Three briefings: the decision brief with the slides that are there, a daily update for the staff and a
 * report for the communities, as their templates make them of the exercise.
 */
export function exerciseBriefings(document: OperationDocument): RowLists {
  const made = [DAILY_UPDATE, COMMUNITY_REPORT].map((template) => ofTemplate(template, document))
  const keys = spreadKeys(made.length + 1)
  const decision: Deck = {
    ...FIRST_DECK,
    name: 'Decision brief',
    author: 'U-5 Plans',
    distribution: 'FC, DFC, sector commanders',
    orderKey: keys[0]!,
  }
  return {
    decks: [decision, ...made.map(({ deck }, at) => ({ ...deck, orderKey: keys[at + 1]! }))],
    slides: [...document.tables.slides.values(), ...made.flatMap(({ slides }) => slides)],
  }
}

function ofTemplate({ id, make }: Template, document: OperationDocument) {
  let count = 0
  const newId = () => (count++ === 0 ? id : `${id}-${count - 1}`)
  const { deck, slides } = make(document, newId)
  const keys = spreadKeys(slides.length)
  const inOrder = slides.map((slide, at): Slide => ({ ...slide, orderKey: keys[at]! }))
  return { deck: { ...deck, ...HANDED[id] }, slides: inOrder }
}
