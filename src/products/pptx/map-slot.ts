/**
 * Sizes of a map's picture as it stands in a deck, in pixels on which a name on it is 11 high: beside
 * numbers or sentences, and alone on its slide. Of another shape it is fitted, and leaves ground free.
 */
export const MAP_SLOTS = {
  beside: { widthPixels: 1000, heightPixels: 528 },
  alone: { widthPixels: 1400, heightPixels: 560 },
} as const
