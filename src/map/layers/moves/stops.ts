import type { Move } from './move-list.ts'

/** All that goes to one place: one symbol, with the numbers beside it. */
export type Stop = {
  readonly place: Move['place']
  /** Most valuable first; never empty. */
  readonly moves: readonly Move[]
  /** Of the first people among them, or of the first. */
  readonly sidc: string
}

/** All that goes one way: one arrow. */
export type Trip = {
  readonly from: Move['place']
  readonly place: Move['place']
  readonly moves: readonly Move[]
}

/** One number beside a stop. The last of a crowd stands for several moves. */
export type Disc = {
  readonly place: Move['place']
  readonly text: string
  readonly moves: readonly Move[]
  /** How many discs stand before it. */
  readonly seat: number
}

const SEATS = 3

/** Moves by the place they go to, in the order of the most valuable of each. */
export function stopsOf(moves: readonly Move[]): Stop[] {
  return groups(moves, ({ place }) => place.id).map((group) => ({
    place: group[0]!.place,
    moves: group,
    sidc: (group.find(({ isPersonnel }) => isPersonnel) ?? group[0]!).sidc,
  }))
}

/** Moves by where they start and end; those from stock have no way to draw. */
export function tripsOf(moves: readonly Move[]): Trip[] {
  const moving = moves.filter(({ from, place }) => from !== null && from.id !== place.id)
  return groups(moving, ({ from, place }) => `${from?.id}\n${place.id}`).map((group) => ({
    from: group[0]!.from!,
    place: group[0]!.place,
    moves: group,
  }))
}

/** With more arrows than these nobody could follow any. */
export const ARROWS_AT_MOST = 24

/** The ways of the moves that come first, and that of the selected one. */
export function tripsToDraw(trips: readonly Trip[], selected: Move | null): readonly Trip[] {
  return trips.filter(
    ({ moves }, index) => index < ARROWS_AT_MOST || (selected !== null && moves.includes(selected)),
  )
}

/** The numbers beside every stop, at most three a stop; the first of them come last, to lie on top. */
export function discsOf(stops: readonly Stop[]): Disc[] {
  return stops
    .flatMap(({ place, moves }): Disc[] => {
      const numbered = moves.filter(({ number }) => number !== null)
      const alone = numbered.length > SEATS ? SEATS - 1 : numbered.length
      const discs = numbered
        .slice(0, alone)
        .map((move, seat) => ({ place, text: String(move.number), moves: [move], seat }))
      const rest = numbered.slice(alone)
      return rest.length > 0
        ? [...discs, { place, text: `+${rest.length}`, moves: rest, seat: alone }]
        : discs
    })
    .reverse()
}

function groups(moves: readonly Move[], keyOf: (move: Move) => string): Move[][] {
  const found = new Map<string, Move[]>()
  for (const move of moves) {
    const group = found.get(keyOf(move))
    if (group) group.push(move)
    else found.set(keyOf(move), [move])
  }
  return [...found.values()]
}
