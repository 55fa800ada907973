import type { Map as LibreMap } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import type { Tool } from '#state/screen-store.ts'
import type { MapViewProps } from '../map-props.ts'
import { useLatest } from '../view/use-latest.ts'
import type { StartTool } from './tool.ts'
import type { openToolDesk as OpenToolDesk, ToolDesk } from './tool-desk.ts'
import './tools.css'

type ToolCode = {
  readonly TOOLS: Readonly<Partial<Record<Tool, StartTool>>>
  readonly openToolDesk: typeof OpenToolDesk
}

let toolCode: ToolCode | null = null

/** Tools come after the first map stands, or when one is taken up before that. */
async function loadTools(): Promise<ToolCode> {
  const [{ TOOLS }, { openToolDesk }] = await Promise.all([
    import('./tool-set.ts'),
    import('./tool-desk.ts'),
  ])
  toolCode = { TOOLS, openToolDesk }
  return toolCode
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
    const open = ({ TOOLS, openToolDesk }: ToolCode) => {
      const start = TOOLS[tool]
      if (!isOver && start) desk.current = openToolDesk(map, start, latest)
    }
    // What is there opens at once: the next key is for it already.
    if (toolCode) open(toolCode)
    else {
      loadTools().then(open, () =>
        latest.current.actions.onTell?.('The tools did not load. Load the page again.'),
      )
    }
    return () => {
      isOver = true
      desk.current?.close()
      desk.current = null
    }
  }, [map, tool, isInteractive, latest])
  // biome-ignore lint/correctness/useExhaustiveDependencies: told whenever the scene is another
  useEffect(() => desk.current?.sceneChanged(), [scene])
}
