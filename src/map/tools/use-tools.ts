import type { Map as LibreMap } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import type { MapViewProps } from '../map-props.ts'
import { useLatest } from '../view/use-latest.ts'
import type { ToolDesk } from './tool-desk.ts'
import './tools.css'

/** Tools come after the first map stands, or when one is taken up before that. */
async function loadTools() {
  const [{ TOOLS }, { openToolDesk }] = await Promise.all([
    import('./tool-set.ts'),
    import('./tool-desk.ts'),
  ])
  return { TOOLS, openToolDesk }
}

/** Draws, reshapes and measures on a map with the tool that is chosen. */
export function useTools(
  map: LibreMap | null,
  props: Pick<MapViewProps, 'scene' | 'tool' | 'actions' | 'isInteractive'>,
): void {
  const { tool, isInteractive, scene } = props
  const latest = useLatest(props)
  const desk = useRef<ToolDesk | null>(null)
  useEffect(() => {
    if (!map || !isInteractive) return
    let isOver = false
    loadTools().then(
      ({ TOOLS, openToolDesk }) => {
        const start = TOOLS[tool]
        if (!isOver && start) desk.current = openToolDesk(map, start, latest)
      },
      () => latest.current.actions.onTell?.('The tools did not load. Load the page again.'),
    )
    return () => {
      isOver = true
      desk.current?.close()
      desk.current = null
    }
  }, [map, tool, isInteractive, latest])
  // biome-ignore lint/correctness/useExhaustiveDependencies: told whenever the scene is another
  useEffect(() => desk.current?.sceneChanged(), [scene])
}
