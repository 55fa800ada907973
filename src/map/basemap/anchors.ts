/**
 * Style layers that draw nothing and never go: deck layers are put before them. Surfaces lie under
 * every line of the style, marks over the lines and under the names.
 */
export const ANCHORS = { surfaces: 'anchor-surfaces', marks: 'anchor-marks' } as const
export type Anchor = (typeof ANCHORS)[keyof typeof ANCHORS]

/** The style layer in which the overlay draws what stands before an anchor. */
export function deckGroupId(anchor: Anchor): string {
  return `deck-maplibre-layer-group-before:${anchor}`
}
