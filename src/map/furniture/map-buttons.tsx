import {
  Hand,
  Maximize,
  Minus,
  MousePointer2,
  Paintbrush,
  Pentagon,
  Plus,
  Ruler,
  Spline,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { Tool } from '#state/screen-store.ts'

const TOOLS: readonly { readonly tool: Tool; readonly tip: string; readonly icon: ReactNode }[] = [
  { tool: 'select', tip: 'Select (V)', icon: <MousePointer2 size={15} /> },
  { tool: 'pan', tip: 'Pan (H)', icon: <Hand size={15} /> },
  { tool: 'measure', tip: 'Measure (M)', icon: <Ruler size={15} /> },
]

const ZONE_TOOLS: typeof TOOLS = [
  { tool: 'polygon', tip: 'Draw a zone (P)', icon: <Pentagon size={15} /> },
  { tool: 'edit', tip: 'Move a border (E)', icon: <Spline size={15} /> },
  { tool: 'paint', tip: 'Paint cells or districts (B)', icon: <Paintbrush size={15} /> },
]

/** Tools at the top left; the one in hand is pressed. */
export function ToolButtons(props: {
  readonly tool: Tool
  /** Zones are drawn on this map. */
  readonly hasZoneTools: boolean
  readonly onTool: (tool: Tool) => void
}) {
  const tools = props.hasZoneTools ? [...TOOLS, ...ZONE_TOOLS] : TOOLS
  return (
    <div className="map-buttons map-tools" role="toolbar" aria-label="Map tools">
      {tools.map(({ tool, tip, icon }) => (
        <MapButton
          key={tool}
          tip={tip}
          isPressed={props.tool === tool}
          onPress={() => props.onTool(tool)}
        >
          {icon}
        </MapButton>
      ))}
    </div>
  )
}

/** Nearer, further and all of it, at the top right. */
export function ZoomButtons(props: {
  readonly onZoom: (direction: 1 | -1) => void
  readonly onAll: () => void
}) {
  return (
    <div className="map-buttons map-zoom" role="toolbar" aria-label="Zoom">
      <MapButton tip="Nearer (+)" onPress={() => props.onZoom(1)}>
        <Plus size={15} />
      </MapButton>
      <MapButton tip="Further (−)" onPress={() => props.onZoom(-1)}>
        <Minus size={15} />
      </MapButton>
      <MapButton tip="Show everything (0)" onPress={props.onAll}>
        <Maximize size={14} />
      </MapButton>
    </div>
  )
}

function MapButton(props: {
  readonly tip: string
  readonly isPressed?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}) {
  return (
    <button
      type="button"
      className="map-button"
      data-tip={props.tip}
      aria-label={props.tip}
      aria-pressed={props.isPressed}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  )
}
