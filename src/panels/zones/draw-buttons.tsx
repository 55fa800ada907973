import type { Tool } from '#state/screen-store.ts'
import { useRoom, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'

const TOOLS: readonly { readonly tool: Tool; readonly name: string; readonly hint: string }[] = [
  { tool: 'polygon', name: 'Draw a zone', hint: 'Corner by corner; Enter finishes (P)' },
  { tool: 'rectangle', name: 'Rectangle', hint: 'Two corners (R)' },
  { tool: 'freehand', name: 'Freehand', hint: 'Hold and draw' },
]

/** Ways to draw; while one is on, pressing it again leaves it. */
export function DrawButtons() {
  const { screen } = useRoom()
  const tool = useScreen((state) => state.tool)
  return (
    <div className="draw-buttons">
      {TOOLS.map((entry) => (
        <Button
          key={entry.tool}
          look={tool === entry.tool ? 'filled' : 'plain'}
          hint={entry.hint}
          onPress={() => screen.setState({ tool: tool === entry.tool ? 'select' : entry.tool })}
        >
          {entry.name}
        </Button>
      ))}
    </div>
  )
}
