import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChange, type Change, invertChange } from '#core/change.ts'
import type { Command } from '#core/commands/command.ts'
import { addDeck } from '#core/commands/decks/add-deck.ts'
import { duplicateDeck } from '#core/commands/decks/duplicate-deck.ts'
import { editDeck } from '#core/commands/decks/edit-deck.ts'
import { removeDeck } from '#core/commands/decks/remove-deck.ts'
import { duplicateSlide } from '#core/commands/slides/duplicate-slide.ts'
import { freezeSlide } from '#core/commands/slides/freeze-slide.ts'
import { moveSlideToDeck } from '#core/commands/slides/move-slide-to-deck.ts'
import { decksInOrder, FIRST_DECK, slidesOf } from '#core/decks-of.ts'
import type { OperationDocument } from '#core/document.ts'
import { createRandom } from '#core/random.ts'
import { aDeckRow, aFrozenPage, anOperation, aSlide } from '#support/build.ts'
import { someDeckChange } from '#support/random-commands.ts'

function done<A>(document: OperationDocument, command: Command<A>, args: A): OperationDocument {
  const reason = command.blocked(document, args)
  if (reason !== null) throw new Error(reason)
  return applyChange(document, command.change(document, args))
}

const idsIn = (document: OperationDocument, id: string) =>
  slidesOf(document, { id }).map((slide) => slide.id)

const old = anOperation({
  slides: [aSlide({ id: 'a', orderKey: 'a' }), aSlide({ id: 'b', orderKey: 'b' })],
})

describe('the deck that nobody made', () => {
  it('becomes a row the first time something of it is set, and keeps its slides', () => {
    const args = { id: FIRST_DECK.id, fields: { name: 'Morning brief', periodDays: 1 } }
    expect(editDeck.change(old, args).note).toBe('Edit deck Briefing: name, period')
    const after = done(old, editDeck, args)
    expect([...after.tables.decks.values()]).toEqual([{ ...FIRST_DECK, ...args.fields }])
    expect(idsIn(after, FIRST_DECK.id)).toEqual(['a', 'b'])
    const undone = applyChange(after, invertChange(editDeck.change(old, args)))
    expect(undone.tables.decks.size).toBe(0)
  })

  it('keeps its slides beside a new one, and goes where it had none', () => {
    const after = done(old, addDeck, { deck: aDeckRow(), slides: [aSlide({ id: 'c' })] })
    expect(decksInOrder(after).map(({ name }) => name)).toEqual(['Briefing', 'Decision brief'])
    expect(idsIn(after, FIRST_DECK.id)).toEqual(['a', 'b'])
    expect(idsIn(after, 'deck-1')).toEqual(['c'])
    const empty = done(anOperation({ slides: [] }), addDeck, { deck: aDeckRow(), slides: [] })
    expect(decksInOrder(empty).map(({ name }) => name)).toEqual(['Decision brief'])
  })

  it('is never taken out, and neither is any other that is alone', () => {
    expect(removeDeck.blocked(old, { id: FIRST_DECK.id })).toMatch(/only deck stays/)
    const alone = done(old, editDeck, { id: FIRST_DECK.id, fields: { isLooping: false } })
    expect(removeDeck.blocked(alone, { id: FIRST_DECK.id })).toMatch(/only deck stays/)
  })
})

describe('a deck', () => {
  const two = done(old, addDeck, {
    deck: aDeckRow(),
    slides: [aSlide({ id: 'c', frozen: aFrozenPage('c') }), aSlide({ id: 'd' })],
  })

  it('goes with its slides in one step, and comes back with them', () => {
    const change = removeDeck.change(two, { id: 'deck-1' })
    expect(change.note).toBe('Delete deck Decision brief and its 2 slides')
    const after = applyChange(two, change)
    expect([...after.tables.slides.keys()]).toEqual(['a', 'b'])
    expect(idsIn(applyChange(after, invertChange(change)), 'deck-1')).toEqual(['c', 'd'])
  })

  it('is copied under a name of its own, as a first edition, with what is frozen', () => {
    const edited = done(two, editDeck, { id: 'deck-1', fields: { edition: 7 } })
    const args = { id: 'deck-1', newId: 'copy', slideIds: ['c2', 'd2'] }
    const after = done(edited, duplicateDeck, args)
    const again = done(after, duplicateDeck, { ...args, newId: 'more', slideIds: ['c3', 'd3'] })
    expect(decksInOrder(again).map(({ name }) => name)).toEqual([
      'Briefing',
      'Decision brief',
      'Decision brief copy',
      'Decision brief copy 2',
    ])
    expect(after.tables.decks.get('copy')?.edition).toBe(1)
    expect(idsIn(after, 'copy')).toEqual(['c2', 'd2'])
    expect(after.tables.slides.get('c2')?.frozen?.page.slideId).toBe('c2')
    expect(duplicateDeck.blocked(two, { ...args, slideIds: ['c2'] })).toMatch(/number of slides/)
  })

  it('is refused where it cannot be kept', () => {
    const fields = { name: '' }
    expect(editDeck.blocked(two, { id: 'deck-1', fields })).toMatch(/name cannot be kept/)
    expect(editDeck.blocked(two, { id: 'deck-9', fields })).toMatch(/no longer there/)
    const row = { deck: aDeckRow({ id: 'x' }), slides: [aSlide({ scenarioId: 'gone', id: 'y' })] }
    expect(addDeck.blocked(two, row)).toMatch(/COA that the slide shows is no longer there/)
  })
})

describe('a slide', () => {
  it('is copied right behind itself, and moves to the end of another deck', () => {
    const copied = done(old, duplicateSlide, { id: 'a', newId: 'a2' })
    expect(idsIn(copied, FIRST_DECK.id)).toEqual(['a', 'a2', 'b'])
    expect(moveSlideToDeck.blocked(copied, { id: 'a', deckId: FIRST_DECK.id })).toMatch(/already/)
    const two = done(copied, addDeck, { deck: aDeckRow(), slides: [aSlide({ id: 'c' })] })
    const moved = done(two, moveSlideToDeck, { id: 'a', deckId: 'deck-1' })
    expect(idsIn(moved, 'deck-1')).toEqual(['c', 'a'])
    expect(idsIn(moved, FIRST_DECK.id)).toEqual(['a2', 'b'])
  })

  it('has room made for it where two share a key', () => {
    const same = anOperation({
      slides: ['a', 'b', 'c'].map((id) => aSlide({ id, orderKey: 'V' })),
    })
    const copied = done(same, duplicateSlide, { id: 'a', newId: 'z' })
    expect(idsIn(copied, FIRST_DECK.id)).toEqual(['a', 'z', 'b', 'c'])
  })

  it('is frozen and let go on by name, and then has nothing left of it', () => {
    const frozen = aFrozenPage('a')
    const change = freezeSlide.change(old, { id: 'a', frozen })
    expect(change.note).toBe('Freeze slide The north is thinly held as it is')
    const after = applyChange(old, change)
    expect(after.tables.slides.get('a')?.frozen).toEqual(frozen)
    const live = done(after, freezeSlide, { id: 'a', frozen: null })
    expect(live.tables.slides.get('a')).toStrictEqual(old.tables.slides.get('a'))
    expect(freezeSlide.blocked(live, { id: 'a', frozen: null })).toMatch(/not frozen/)
  })
})

describe('decks under any sequence of commands', () => {
  it('hold every slide once, are never none, and come back by undo', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), fc.boolean(), (seed, isNew) => {
        const random = createRandom(seed)
        let document = isNew ? anOperation({ slides: [] }) : old
        const done: { readonly before: OperationDocument; readonly change: Change }[] = []
        for (let i = 0; i < 25; i++) {
          const change = someDeckChange(document, random, `new-${i}`)
          if (!change || change.rows.length === 0) continue
          done.push({ before: document, change })
          document = applyChange(document, change)
          const decks = decksInOrder(document)
          expect(decks.length).toBeGreaterThan(0)
          const held = decks.flatMap((deck) => idsIn(document, deck.id)).sort()
          expect(held).toEqual([...document.tables.slides.keys()].sort())
          expect(new Set(decks.map(({ id }) => id)).size).toBe(decks.length)
          expect(change.note).not.toBe('')
        }
        for (const { before, change } of done.reverse()) {
          document = applyChange(document, invertChange(change))
          expect(new Map(document.tables.slides)).toEqual(new Map(before.tables.slides))
          expect(new Map(document.tables.decks)).toEqual(new Map(before.tables.decks))
        }
      }),
      { numRuns: 120 },
    )
  })

  it('never move a slide to a deck that it was not told to', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (seed) => {
        const random = createRandom(seed)
        let document = old
        for (let i = 0; i < 20; i++) {
          const change = someDeckChange(document, random, `new-${i}`)
          if (!change) continue
          const deckOfEach = holders(document)
          document = applyChange(document, change)
          const after = holders(document)
          const touched = new Set(change.rows.map(({ id }) => id))
          for (const [slideId, deckId] of after) {
            if (!touched.has(slideId)) expect(deckOfEach.get(slideId)).toBe(deckId)
          }
        }
      }),
      { numRuns: 100 },
    )
  })
})

function holders(document: OperationDocument): Map<string, string> {
  return new Map(
    decksInOrder(document).flatMap((deck) =>
      idsIn(document, deck.id).map((id) => [id, deck.id] as const),
    ),
  )
}
