import { useRoom, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'

/** Opens and closes the paper that proposes zones. */
export function ProposeButton() {
  const { screen } = useRoom()
  const isOpen = useScreen((state) => state.isZoneProposalOpen)
  return (
    <div className="draw-buttons">
      <Button
        look={isOpen ? 'filled' : 'plain'}
        hint="Zones for bases, shared out evenly"
        onPress={() =>
          screen.setState({ isZoneProposalOpen: !isOpen, isRightOpen: true, tool: 'select' })
        }
      >
        Propose zones
      </Button>
    </div>
  )
}
