import { Hand, Maximize, Minus, MousePointer2, Plus, Ruler } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Tool } from '#state/screen-store.ts'

const TOOLS: readonly { readonly tool: Tool; readonly tip: string; readonly icon: ReactNode }[] = [
  { tool: 'select', tip: 'Select (V)', icon: <MousePointer2 size={15} /> },
  { tool: 'pan', tip: 'Pan (H)', icon: <Hand size={15} /> },
  { tool: 'measure', tip: 'Measure (M)', icon: <Ruler size={15} /> },
]

/** Tools at the top left; the one in hand is pressed. */
export function ToolButtons(props: { readonly tool: Tool; readonly onTool: (tool: Tool) => void }) {
  return (
    <div className="map-buttons map-tools" role="toolbar" aria-label="Map tools">
      {TOOLS.map(({ tool, tip, icon }) => (
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
