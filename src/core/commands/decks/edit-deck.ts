import { put } from '../../change.ts'
import type { Deck } from '../../records/deck.ts'
import type { Command } from '../command.ts'
import { fieldWords } from '../field-words.ts'
import { rowFault } from '../row-fault.ts'
import { deckAt } from './deck-rows.ts'

/** Sets something of a deck; the one that nobody made becomes a row by that. */
export const editDeck: Command<{
  readonly id: string
  readonly fields: Partial<Omit<Deck, 'id'>>
}> = {
  id: 'deck.edit',
  title: 'Edit deck',

  blocked(document, { id, fields }) {
    const before = deckAt(document, id)
    if (!before) return 'That deck is no longer there.'
    return rowFault('decks', { ...before, ...fields })
  },

  change(document, { id, fields }) {
    const before = deckAt(document, id)
    if (!before) throw new Error(`decks/${id} is not there`)
    const after = { ...before, ...fields }
    const names = (Object.keys(fields) as (keyof typeof fields)[]).filter(
      (name) => before[name] !== after[name],
    )
    if (names.length === 0) return { note: 'Edit deck', rows: [] }
    const isRenamed = names.length === 1 && names[0] === 'name'
    return {
      note: isRenamed
        ? `Rename deck ${before.name} to ${after.name}`
        : `Edit deck ${before.name}: ${names.map(wordsOf).join(', ')}`,
      rows: [put(document, 'decks', after)],
    }
  },
}

const WORDS: Readonly<Record<string, string>> = {
  level: 'for whom it is',
  author: 'drafting cell',
}

function wordsOf(field: string): string {
  return WORDS[field] ?? fieldWords(field)
}
