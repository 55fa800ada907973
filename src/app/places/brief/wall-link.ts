import { decksInOrder, slidesOf } from '#core/decks-of.ts'
import type { OperationDocument } from '#core/document.ts'
import { RELEASE_LEVELS } from '#core/records/deck.ts'
import type { ScreenState } from '#state/screen-store.ts'
import type { Preferences } from '#storage/preferences.ts'

/** What an address asks of the wall: `?mode=wall&deck=daily&slide=3&interval=30s`. */
export type WallAsked = {
  /** Id or name of a deck; null: the first. */
  readonly deck: string | null
  /** Counted from 1; null: where the wall was, else the first. */
  readonly slide: string | null
  readonly interval: string | null
  readonly role: ScreenState['wallRole']
  readonly session: string | null
}

/** What the wall begins with. */
export type WallStart = {
  readonly wallSlide: number
  readonly deckId: string
  readonly wallIntervalSeconds: number | null
  readonly wallTold: string | null
  readonly wallRole: ScreenState['wallRole']
  readonly wallSession: string | null
}

/** As a random id is written. */
const SESSION = /^[\w-]{8,64}$/

/** Null: the address asks for no wall. */
export function wallAskedOf(search: string): WallAsked | null {
  const asked = new URLSearchParams(search)
  const mode = asked.get('mode')
  if (mode !== 'wall' && mode !== 'presenter') return null
  const session = asked.get('session') ?? ''
  return {
    deck: asked.get('deck'),
    slide: asked.get('slide'),
    interval: asked.get('interval'),
    role: mode === 'wall' ? 'audience' : 'presenter',
    session: SESSION.test(session) ? session : null,
  }
}

/**
 * Finds what was asked for. What there is not is said, and the first is taken: nobody stands at a wall
 * to mend its address.
 *
 * @param left where this device's wall stood when nobody left it.
 */
export function wallStart(
  asked: WallAsked,
  document: OperationDocument,
  left: Preferences['wallPlace'],
): WallStart {
  const told: string[] = []
  const decks = decksInOrder(document)
  const found = asked.deck === null ? decks[0]! : deckNamed(decks, asked.deck)
  // Whoever may be in the room of a deck that is gone may see what is for most.
  const first = found ?? forMost(decks)
  if (!found) told.push(`There is no briefing “${asked.deck}”: this is “${first.name}”.`)
  const deck = first
  const slides = slidesOf(document, deck)
  const leftIndex =
    left?.operationId === document.id && left.deckId === deck.id
      ? slides.findIndex(({ id }) => id === left.slideId)
      : -1
  let wallSlide = Math.max(0, asked.slide === null ? leftIndex : 0)
  if (asked.slide !== null) {
    const number = /^\d{1,6}$/.test(asked.slide) ? Number(asked.slide) : 0
    const isThere = number >= 1 && number <= Math.max(1, slides.length)
    if (isThere) wallSlide = number - 1
    else told.push(`There is no slide “${asked.slide}”: this is the first of ${slides.length}.`)
  }
  const wallIntervalSeconds = asked.interval === null ? null : intervalSeconds(asked.interval)
  if (asked.interval !== null && wallIntervalSeconds === null) {
    told.push(
      `The interval “${asked.interval}” cannot be read, such as 30s or 2m: slides stay as each says.`,
    )
  }
  return {
    wallSlide,
    deckId: deck.id,
    wallIntervalSeconds,
    wallTold: told.length === 0 ? null : told.join(' '),
    wallRole: asked.role,
    wallSession: asked.session,
  }
}

/** The first of those that the most readers may have. */
function forMost(decks: ReturnType<typeof decksInOrder>) {
  const widest = [...RELEASE_LEVELS].reverse()
  const found = widest.flatMap((level) => decks.find((deck) => deck.level === level) ?? [])
  return found[0] ?? decks[0]!
}

function deckNamed(decks: ReturnType<typeof decksInOrder>, asked: string) {
  const folded = asked.trim().toLowerCase()
  return (
    decks.find(({ id }) => id === asked) ??
    decks.find(({ name }) => name.trim().toLowerCase() === folded)
  )
}

const LONGEST_SECONDS = 86_400

/** "30s", "2m", "1h" or a number of seconds; null: none of these, or under a second or over a day. */
export function intervalSeconds(text: string): number | null {
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*(s|m|min|h)?$/.exec(text.trim().toLowerCase()) ?? []
  if (number === undefined) return null
  const seconds = Number(number) * (unit === 'h' ? 3600 : unit?.startsWith('m') ? 60 : 1)
  return seconds >= 1 && seconds <= LONGEST_SECONDS ? seconds : null
}

/** The address of what is on the wall; without a wall its parts are taken out, others stay. */
export function withWall(
  search: string,
  wall:
    | ({ readonly wallSlide: number; readonly deckId: string } & Partial<
        Pick<ScreenState, 'wallRole' | 'wallSession'>
      >)
    | null,
): string {
  const asked = new URLSearchParams(search)
  if (wall === null) {
    for (const part of ['mode', 'slide', 'deck', 'interval', 'session']) asked.delete(part)
  } else {
    asked.set('mode', wall.wallRole === 'presenter' ? 'presenter' : 'wall')
    asked.set('deck', wall.deckId)
    asked.set('slide', String(wall.wallSlide + 1))
    if (wall.wallSession) asked.set('session', wall.wallSession)
  }
  const text = asked.toString()
  return text === '' ? '' : `?${text}`
}
