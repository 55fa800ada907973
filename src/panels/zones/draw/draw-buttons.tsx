import { CONTROL_MEASURE_KIND_NAMES } from '#core/record-names.ts'
import { CONTROL_MEASURE_KINDS, type ControlMeasure } from '#core/records/control-measure.ts'
import type { Tool } from '#state/screen-store.ts'
import { useRoom, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { MenuButton } from '#ui/widgets/menu-button.tsx'
import { DrawOptions } from './draw-options.tsx'

const SHAPES: readonly { readonly id: Tool; readonly name: string; readonly note: string }[] = [
  { id: 'rectangle', name: 'Rectangle', note: 'R' },
  { id: 'circle', name: 'Circle', note: 'O' },
  { id: 'freehand', name: 'Freehand', note: 'F' },
  { id: 'paint', name: 'Paint by cell or district', note: 'B' },
]

/** Ways to draw; while one is on, pressing it again leaves it, and what it can be told stands below. */
export function DrawButtons() {
  const { screen } = useRoom()
  const tool = useScreen((state) => state.tool)
  const toggle = (next: Tool) => screen.setState({ tool: tool === next ? 'select' : next })
  const shape = SHAPES.find(({ id }) => id === tool)
  const drawLine = (kind: ControlMeasure['kind']) => {
    const { drawing } = screen.getState()
    screen.setState(
      kind === 'rangeRings'
        ? { tool: 'rings' }
        : { tool: 'line', drawing: { ...drawing, lineKind: kind } },
    )
  }
  return (
    <>
      <div className="draw-buttons">
        <Button
          look={tool === 'polygon' ? 'filled' : 'plain'}
          hint="Corner by corner; Enter finishes (P)"
          onPress={() => toggle('polygon')}
        >
          Draw a zone
        </Button>
        {shape ? (
          <Button
            look="filled"
            hint="Press again to leave it (Esc)"
            onPress={() => toggle(shape.id)}
          >
            {shape.id === 'paint' ? 'Painting' : shape.name}
          </Button>
        ) : (
          <MenuButton
            text="Shapes"
            label="other ways to draw a zone"
            actions={SHAPES}
            onAction={toggle}
          />
        )}
        <MenuButton
          text="Lines"
          label="boundaries, phase lines, arrows and rings"
          actions={CONTROL_MEASURE_KINDS.map((id) => ({
            id,
            name: CONTROL_MEASURE_KIND_NAMES[id],
          }))}
          onAction={drawLine}
        />
      </div>
      <DrawOptions tool={tool} />
    </>
  )
}
