import { useEffect, useRef, useState } from 'react'
import { LAYER_TYPES } from '../layers/registry.ts'
import type { Scene } from '../scene.ts'
import { type Held, heldOfSelection } from './picking.ts'
import { useLatest } from './use-latest.ts'

/**
 * The thing whose card stays: what was clicked, or what was selected elsewhere and can be found.
 * When the facts change it is found again; what cannot be found again is let go of, since its
 * number in its layer may now be another's.
 */
export function useKept(scene: Scene) {
  const [kept, setKept] = useState<Held | null>(null)
  const latest = useLatest(scene)
  const { selection, document, columns, situation, windowEpochMinutes } = scene
  const isFirst = useRef(true)
  useEffect(() => {
    setKept((before) => {
      if (before && before.facts.selection === selection) return before
      return heldOfSelection({ ...latest.current, selection }, LAYER_TYPES)
    })
  }, [selection, latest])
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the facts are others
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    setKept((before) => before && heldOfSelection(latest.current, LAYER_TYPES))
  }, [document, columns, situation, windowEpochMinutes])
  return [kept, setKept] as const
}
