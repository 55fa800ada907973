import { create } from 'zustand'
import type { Ground } from '#analysis/ground.ts'
import { durationText } from '#core/figures.ts'
import { cellAt, cellIndex } from '#core/geo/grid.ts'
import type { LonLat } from '#core/place.ts'
import { remembered } from '#map/remembered.ts'
import type { Scene } from '#map/scene.ts'
import { useScreen } from '#ui/room.tsx'

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

/** `4 h 46`: minutes until a unit comes to the cell under a position; null: nothing is known there. */
export function responseText({ ground, situation }: Scene, position: LonLat): string | null {
  if (!ground || !situation) return null
  const cell = groundCell(ground, position)
  const minutes = cell === null ? undefined : situation.responseMinutes[cell]
  if (minutes === undefined) return null
  return Number.isNaN(minutes) ? 'not reached' : durationText(minutes)
}
