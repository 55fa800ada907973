import type { RestrictionTool, Tool } from '#state/screen-store.ts'
import { useRoom, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { drawRestriction } from './draw-restriction.ts'

const TOOLS: readonly {
  readonly tool: RestrictionTool
  readonly name: string
  readonly how: string
}[] = [
  {
    tool: 'restrictionArea',
    name: 'Area',
    how: 'Press on the map corner by corner; Enter, a double press or the first corner ends it.',
  },
  {
    tool: 'restrictionStretch',
    name: 'Stretch',
    how: 'Press along the road point by point: between two points on roads it follows them. Alt draws free of roads. Enter or a double press ends it.',
  },
  { tool: 'restrictionPoint', name: 'Point', how: 'Press on the map where it is.' },
]

const BY_KEYS =
  'With the keys: arrows move the map under its cross, Enter sets; figures begin an exact position in MGRS, UTM or degrees, which a stretch moves to a road within 250 m; Esc takes back.'

/** Whether the tool draws where a restriction lies. */
export function isDrawing(tool: Tool): tool is RestrictionTool {
  return TOOLS.some((each) => each.tool === tool)
}

/** Ways to draw a new restriction, and how the one in hand works. */
export function NewRestriction() {
  const { screen } = useRoom()
  const inHand = useScreen((state) => state.tool)
  const drawing = TOOLS.find(({ tool }) => tool === inHand)
  return (
    <Section title="New restriction">
      <div className="draw-buttons">
        {TOOLS.map(({ tool, name }) => (
          <Button
            key={tool}
            look={tool === inHand ? 'filled' : 'plain'}
            label={`New restriction: ${name.toLowerCase()}`}
            onPress={() =>
              tool === inHand ? screen.setState({ tool: 'select' }) : drawRestriction(screen, tool)
            }
          >
            {name}
          </Button>
        ))}
      </div>
      {drawing ? <DrawingNote how={drawing.how} /> : null}
    </Section>
  )
}

/** How to draw, in words; `how` is for the pointer. */
export function DrawingNote({ how }: { readonly how: string }) {
  return (
    <p className="access-note">
      {how} {BY_KEYS}
    </p>
  )
}
