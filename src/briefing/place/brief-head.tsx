import { useRoom } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'

/** Which slide stands below, and the ways for the deck to be seen by others. */
export function BriefHead(props: {
  /** Counted from 1; null: the deck has no slide. */
  readonly at: { readonly number: number; readonly count: number } | null
  /** What is said of the wall cannot be. */
  readonly isWallFaulty: boolean
  readonly onPresent: () => void
  readonly onShow: () => void
}) {
  const { at, isWallFaulty, onPresent, onShow } = props
  const { screen } = useRoom()
  return (
    <div className="brief-head">
      <p>
        <b>{at ? `Slide ${at.number} of ${at.count}` : 'No slide'}</b>{' '}
        {at ? <span className="light">as the wall shows it</span> : null}
      </p>
      <span className="brief-acts">
        <Button
          isDisabled={at === null}
          hint="PowerPoint, HTML, PDF, pictures, a pack for a wall machine"
          onPress={() => screen.setState({ isHandingOut: true })}
        >
          Hand out …
        </Button>
        <Button isDisabled={at === null || isWallFaulty} onPress={onPresent}>
          Presenter window
        </Button>
        <Button look="filled" isDisabled={at === null || isWallFaulty} onPress={onShow}>
          Show on the wall <kbd>F5</kbd>
        </Button>
      </span>
    </div>
  )
}
