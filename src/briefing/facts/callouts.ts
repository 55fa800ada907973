/** A thing on the map that is named beside the land. Pixels of the map's slot, from the top left. */
export type CalloutWish = {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly widthPixels: number
}

export type Callout = CalloutWish & {
  readonly side: 'left' | 'right'
  /** The end of the text that faces the land; its middle line. */
  readonly textX: number
  readonly textY: number
}

type Box = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export type CalloutRoom = {
  readonly widthPixels: number
  readonly heightPixels: number
  /** Points of land: no text may lie on them where that can be helped. */
  readonly land: readonly { readonly x: number; readonly y: number }[]
  /** Taken by the legend and what else lies on the map. */
  readonly taken: readonly Box[]
  /** Height of a line of text. */
  readonly linePixels: number
}

/**
 * Places names beside the land, each at the height of its thing or as near as there is room, on
 * the side where the way is shorter. Those for which there is no room are left out: no text covers
 * another. Wishes come in the order of their weight.
 */
export function placeCallouts(wishes: readonly CalloutWish[], room: CalloutRoom): Callout[] {
  const placed: Callout[] = []
  const boxes = [...room.taken]
  for (const wish of wishes) {
    const found = candidates(wish, room).find((callout) =>
      isFree(boxOf(callout, room), boxes, room),
    )
    if (!found) continue
    placed.push(found)
    boxes.push(boxOf(found, room))
  }
  return placed
}

const STEPS = [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6] as const

/** Every height near its own on either side, the shortest way first. */
function candidates(wish: CalloutWish, room: CalloutRoom): Callout[] {
  const all = STEPS.flatMap((step): Callout[] => {
    const textY = wish.y + step * 0.7 * room.linePixels
    const edge = landAt(textY, wish, room)
    const gap = 0.9 * room.linePixels
    return [
      { ...wish, side: 'left', textX: edge.left - gap, textY },
      { ...wish, side: 'right', textX: edge.right + gap, textY },
    ]
  })
  const wayOf = ({ x, y, textX, textY }: Callout) => Math.hypot(textX - x, 2 * (textY - y))
  return all.sort((a, b) => wayOf(a) - wayOf(b))
}

/** How far the land reaches to either side within the height of a line. */
function landAt(y: number, wish: CalloutWish, { land, linePixels }: CalloutRoom) {
  let left = wish.x
  let right = wish.x
  for (const point of land) {
    if (Math.abs(point.y - y) > 0.8 * linePixels) continue
    left = Math.min(left, point.x)
    right = Math.max(right, point.x)
  }
  return { left, right }
}

function boxOf({ side, textX, textY, widthPixels }: Callout, { linePixels }: CalloutRoom): Box {
  const left = side === 'left' ? textX - widthPixels : textX
  return {
    left,
    top: textY - 0.6 * linePixels,
    right: left + widthPixels,
    bottom: textY + 0.6 * linePixels,
  }
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
