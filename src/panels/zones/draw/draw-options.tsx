import { CONTROL_MEASURE_KIND_NAMES, ZONE_KIND_NAMES } from '#core/record-names.ts'
import { ZONE_KINDS } from '#core/records/zone.ts'
import type { Brush, Drawing, Tool } from '#state/screen-store.ts'
import { useRoom, useScreen } from '#ui/room.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { Toggle } from '#ui/widgets/toggle.tsx'

const NEW_ZONE_TOOLS: readonly Tool[] = ['polygon', 'rectangle', 'circle', 'freehand', 'paint']

const SIZES: readonly {
  readonly id: string
  readonly name: string
  readonly rings: Brush['ringCount']
}[] = [
  { id: '0', name: '1', rings: 0 },
  { id: '1', name: '7', rings: 1 },
  { id: '2', name: '19', rings: 2 },
  { id: '4', name: '61', rings: 4 },
]

/** What the tool in hand can be told, and how it is used. */
export function DrawOptions({ tool }: { readonly tool: Tool }) {
  const { screen } = useRoom()
  const drawing = useScreen((state) => state.drawing)
  const hasZone = useScreen(
    ({ selection }) => selection?.type === 'row' && selection.table === 'zones',
  )
  const set = (part: Partial<Drawing>) => screen.setState({ drawing: { ...drawing, ...part } })
  const brush = (part: Partial<Brush>) => set({ brush: { ...drawing.brush, ...part } })
  const how = HOW[tool]
  if (!how) return null
  const isNew = NEW_ZONE_TOOLS.includes(tool) && !(tool === 'paint' && hasZone)
  return (
    <div className="draw-options">
      {tool === 'paint' ? (
        <>
          <Segment
            label="Paint by"
            choices={[
              { id: 'cell', name: 'Cells' },
              { id: 'district', name: 'Districts' },
            ]}
            value={drawing.brush.by}
            onChange={(by) => brush({ by })}
          />
          {drawing.brush.by === 'cell' ? (
            <Segment
              label="Cells at a press"
              choices={SIZES}
              value={String(drawing.brush.ringCount)}
              onChange={(id) =>
                brush({ ringCount: SIZES.find((size) => size.id === id)?.rings ?? 0 })
              }
            />
          ) : null}
          <Toggle
            label="Erase (X)"
            isOn={drawing.brush.isErasing}
            onChange={(isErasing) => brush({ isErasing })}
          >
            Erase
          </Toggle>
        </>
      ) : null}
      {isNew ? (
        <>
          <Pick
            label="What the new zone is"
            choices={ZONE_KINDS.map((id) => ({ id, name: ZONE_KIND_NAMES[id] }))}
            value={drawing.kind}
            onChange={(kind) => set({ kind })}
          />
          <Toggle
            label="The new zone takes ground from others"
            isOn={drawing.takesGround}
            onChange={(takesGround) => set({ takesGround })}
          >
            Takes ground
          </Toggle>
        </>
      ) : null}
      <p className="draw-how">
        {tool === 'line' ? `${CONTROL_MEASURE_KIND_NAMES[drawing.lineKind]}: ` : ''}
        {tool === 'paint' && hasZone ? 'The selected zone takes what you paint. ' : ''}
        {how}
      </p>
    </div>
  )
}

const HOW: Readonly<Partial<Record<Tool, string>>> = {
  polygon: 'Press for each corner, or type a grid, degrees, or 045 2.5 km. Enter finishes.',
  rectangle: 'Two opposite corners.',
  circle: 'The centre, then a place on the circle, or type 12 km.',
  freehand: 'Hold the button down and draw round the zone.',
  paint: 'Hold and paint. Keys 1 to 4 set the size, X erases; Space lays, Enter keeps.',
  line: 'Press for each point, Enter finishes.',
  rings: 'The centre, then a press or a typed radius for each ring; Enter finishes.',
  split: 'Draw a line through the selected zone, from outside to outside. Enter splits it.',
  cut: 'Draw round what the selected zone shall not have. Enter cuts it out.',
  edit: 'Drag a corner, or a middle to add one. Tab chooses a corner, arrows move it, Enter keeps.',
  transform:
    'Drag the zone, a corner of its box, or the handle above. Arrows move, Page Up and Down turn, + and − scale.',
}
