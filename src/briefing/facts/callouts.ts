/** A thing on the map that is named beside the land. Pixels of the map's slot, from the top left. */
export type CalloutWish = {
  readonly id: string
  readonly x: number
  readonly y: number
  /** Of its text. */
  readonly widthPixels: number
  readonly heightPixels: number
}

export type Callout = CalloutWish & {
  readonly side: 'left' | 'right'
  /** The end of the text that faces its thing; its middle line. */
  readonly textX: number
  readonly textY: number
  /** There was no room beside the land, so it stands at its thing. */
  readonly isOnLand: boolean
}

/** Pixels of a slot, from its top left. */
export type Box = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export type CalloutRoom = {
  readonly widthPixels: number
  readonly heightPixels: number
  readonly land: readonly { readonly x: number; readonly y: number }[]
  /** Taken by the legend and what else lies on the map. */
  readonly taken: readonly Box[]
  /** Height of a line of text. */
  readonly linePixels: number
}

/** A leader longer than so many lines of text is not followed by the eye. */
const LONGEST_WAY_LINES = 8

/**
 * Places names beside the land, each at the height of its thing or as near as there is room, by the
 * shortest way; at the thing itself where there is none. Those for which there is no room at all are
 * left out: no text covers another. Wishes come in the order of their weight.
 */
export function placeCallouts(wishes: readonly CalloutWish[], room: CalloutRoom): Callout[] {
  const placed: Callout[] = []
  const boxes = [...room.taken]
  for (const wish of wishes) {
    const choices = [...besideLand(wish, room), ...onLand(wish, room)]
    const found = choices.find((callout) => isFree(calloutBox(callout), boxes, room))
    if (!found) continue
    placed.push(found)
    boxes.push(calloutBox(found))
  }
  return placed
}

/** The room that the text of a callout takes. */
export function calloutBox({ side, textX, textY, widthPixels, heightPixels }: Callout): Box {
  const left = side === 'left' ? textX - widthPixels : textX
  return {
    left,
    top: textY - heightPixels / 2,
    right: left + widthPixels,
    bottom: textY + heightPixels / 2,
  }
}

const STEPS = [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6] as const

/** Every height near its own on either side, the shortest way first. */
function besideLand(wish: CalloutWish, room: CalloutRoom): Callout[] {
  const all = STEPS.flatMap((step): Callout[] => {
    const textY = wish.y + step * 0.7 * room.linePixels
    const edge = landAt(textY, wish, room)
    const gap = 0.9 * room.linePixels
    const common = { ...wish, textY, isOnLand: false }
    return [
      { ...common, side: 'left', textX: edge.left - gap },
      { ...common, side: 'right', textX: edge.right + gap },
    ]
  })
  const wayOf = ({ x, y, textX, textY }: Callout) => Math.hypot(textX - x, 2 * (textY - y))
  return all
    .filter(({ x, y, textX, textY }) => {
      return Math.hypot(textX - x, textY - y) <= LONGEST_WAY_LINES * room.linePixels
    })
    .sort((a, b) => wayOf(a) - wayOf(b))
}

function onLand(wish: CalloutWish, { linePixels }: CalloutRoom): Callout[] {
  const common = { ...wish, textY: wish.y, isOnLand: true }
  const gap = 0.6 * linePixels
  return [
    { ...common, side: 'right', textX: wish.x + gap },
    { ...common, side: 'left', textX: wish.x - gap },
  ]
}

/** How far the land reaches to either side within the height of the text. */
function landAt(y: number, wish: CalloutWish, { land, linePixels }: CalloutRoom) {
  const reach = wish.heightPixels / 2 + 0.2 * linePixels
  let left = wish.x
  let right = wish.x
  for (const point of land) {
    if (Math.abs(point.y - y) > reach) continue
    left = Math.min(left, point.x)
    right = Math.max(right, point.x)
  }
  return { left, right }
}

function isFree(box: Box, taken: readonly Box[], room: CalloutRoom): boolean {
  const margin = 0.3 * room.linePixels
  const isInside =
    box.left >= margin &&
    box.right <= room.widthPixels - margin &&
    box.top >= margin &&
    box.bottom <= room.heightPixels - margin
  return isInside && taken.every((other) => !overlaps(box, other))
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
