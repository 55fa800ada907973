import { create } from 'zustand'
import type { Ground } from '#analysis/ground.ts'
import { durationText } from '#core/figures.ts'
import { cellAt, cellIndex } from '#core/geo/grid.ts'
import type { LonLat } from '#core/place.ts'
import { remembered } from '#map/remembered.ts'
import type { Scene } from '#map/scene.ts'
import { useResults, useScreen } from '#ui/room.tsx'

/** The scenario in whose pane the pointer is; null: in none. */
export const usePointedPane = create<{ readonly scenarioId: string | null }>()(() => ({
  scenarioId: null,
}))

/** What the crosshair of all panes is on: the pointer, or the middle of the maps for who has none. */
export function useCrossAt(): { readonly position: LonLat; readonly isPointer: boolean } | null {
  const pointer = useScreen((state) => state.pointer)
  const centre = useScreen((state) => state.camera?.centre ?? null)
  if (pointer) return { position: pointer, isPointer: true }
  return centre && { position: centre, isPointer: false }
}

const indexOf = remembered(cellIndex, 1)

/** The cell of the ground under a position; null: it is outside. */
export function groundCell(ground: Ground, position: LonLat): number | null {
  return indexOf(ground.grid).get(cellAt(position, ground.grid.resolution)) ?? null
}

/** What is said at a crosshair of one scenario: `4 h 46`, and `Gbarnga`, where it is known. */
export type CrossText = { readonly text: string; readonly from: string | null }

/** Minutes until a unit comes to the cell under a position, and from where; null: nothing is known there. */
export function useCrossText({ ground, situation, scenarioId }: Scene) {
  const served = useResults((state) => state.servedFrom[scenarioId]?.value ?? null)
  return (position: LonLat): CrossText | null => {
    const cell = ground && groundCell(ground, position)
    const minutes = cell === null ? undefined : situation?.responseMinutes[cell]
    if (cell === null || minutes === undefined) return null
    if (Number.isNaN(minutes)) return { text: 'not reached', from: null }
    const from = served?.placeNames[served.placeOfCell[cell] ?? -1] ?? null
    return { text: durationText(minutes), from }
  }
}
