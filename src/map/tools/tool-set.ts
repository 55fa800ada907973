import type { Tool } from '#state/screen-store.ts'
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

/** What each tool does on the map; the others are the map's own. */
export const TOOLS: Readonly<Partial<Record<Tool, StartTool>>> = {
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
