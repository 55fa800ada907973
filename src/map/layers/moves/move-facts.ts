import { decimal, grouped } from '#core/figures.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import type { Facts } from '../layer-type.ts'
import type { Move } from './move-list.ts'

const SHOWN_MOVES = 6

/** What goes to a place, from where, what it adds and why: of one move in full, of several in short. */
export function moveFacts(moves: readonly Move[]): Facts | null {
  const [first] = moves
  if (!first) return null
  return {
    title: first.place.name,
    about: [stateText(moves), gridReference(first.place.position, 3)].filter(Boolean).join(' · '),
    rows: moves.length === 1 ? inFull(first) : inShort(moves),
    warning: null,
    selection: first.selection,
  }
}

function stateText(moves: readonly Move[]): string {
  if (moves.every(({ isAccepted }) => isAccepted)) return 'Posted in this COA'
  return moves.some(({ isAccepted }) => isAccepted) ? 'Part of it accepted' : 'Suggested'
}

function inFull(move: Move): Facts['rows'][number][] {
  const rows = [
    { label: move.number === null ? 'What' : `Number ${move.number}`, value: whatText(move) },
    { label: 'From', value: move.from?.name ?? 'stock' },
  ]
  if (move.gainPoints !== null) {
    rows.push({ label: 'Gain alone', value: gainText(move.gainPoints) })
  }
  return [...rows, ...whyRows([move])]
}

function inShort(moves: readonly Move[]): Facts['rows'][number][] {
  const rows = moves.slice(0, SHOWN_MOVES).map((move) => ({
    label: move.number === null ? whatText(move) : `${move.number}  ${whatText(move)}`,
    value: [originText(move), move.gainPoints === null ? null : gainText(move.gainPoints)]
      .filter((part) => part !== null)
      .join(', '),
  }))
  if (moves.length > SHOWN_MOVES) {
    rows.push({ label: 'And', value: `${moves.length - SHOWN_MOVES} more` })
  }
  return [...rows, ...whyRows(moves)]
}

/** Of what is posted; the reasons for a suggestion stand in the list that is open beside the map. */
function whyRows(moves: readonly Move[]): Facts['rows'][number][] {
  const told = moves.find(({ reason, selection }) => reason !== '' && selection.type === 'row')
  return told ? [{ label: 'Why', value: told.reason }] : []
}

function whatText({ count, typeName }: Move): string {
  return count === 1 ? typeName : `${grouped(count)} × ${typeName}`
}

function originText({ from }: Move): string {
  return from ? `from ${from.name}` : 'from stock'
}

function gainText(points: number): string {
  const text = decimal(points)
  return `${points > 0 ? '+' : ''}${text} pts`
}
