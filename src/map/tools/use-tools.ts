import type { Map as LibreMap } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import type { Tool } from '#state/screen-store.ts'
import type { MapViewProps } from '../map-props.ts'
import { useLatest } from '../view/use-latest.ts'
import { circleTool, ringsTool } from './draw/circle-tool.ts'
import { freehandTool } from './draw/freehand-tool.ts'
import { cutTool, lineTool, splitTool } from './draw/line-tool.ts'
import { polygonTool } from './draw/polygon-tool.ts'
import { rectangleTool } from './draw/rectangle-tool.ts'
import { editTool } from './edit/edit-tool.ts'
import { transformTool } from './edit/transform-tool.ts'
import { measureTool } from './measure-tool.ts'
import { paintTool } from './paint/paint-tool.ts'
import {
  restrictionAreaTool,
  restrictionPointTool,
  restrictionStretchTool,
} from './restriction-tools.ts'
import type { StartTool } from './tool.ts'
import { openToolDesk, type ToolDesk } from './tool-desk.ts'
import './tools.css'

/** What each tool does on the map; the others are the map's own. */
const TOOLS: Readonly<Partial<Record<Tool, StartTool>>> = {
  polygon: polygonTool,
  rectangle: rectangleTool,
  freehand: freehandTool,
  circle: circleTool,
  rings: ringsTool,
  line: lineTool,
  split: splitTool,
  cut: cutTool,
  paint: paintTool,
  edit: editTool,
  transform: transformTool,
  measure: measureTool,
  restrictionArea: restrictionAreaTool,
  restrictionStretch: restrictionStretchTool,
  restrictionPoint: restrictionPointTool,
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
    const start = TOOLS[tool]
    if (!map || !start || !isInteractive) return
    const opened = openToolDesk(map, start, latest)
    desk.current = opened
    return () => {
      desk.current = null
      opened.close()
    }
  }, [map, tool, isInteractive, latest])
  // biome-ignore lint/correctness/useExhaustiveDependencies: told whenever the scene is another
  useEffect(() => desk.current?.sceneChanged(), [scene])
}
