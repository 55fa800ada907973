import { useState } from 'react'
import { useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { knowsScreens, openAudience } from './open-windows.ts'
import type { Peers } from './wall-channel.ts'

/** Whether the wall is in another window, and a way to open it. */
export function Audience({ peers, hasLink }: { readonly peers: Peers; readonly hasLink: boolean }) {
  const session = useScreen((state) => state.wallSession)
  const [why, setWhy] = useState<string | null>(null)
  const count = Object.values(peers).filter(({ role }) => role === 'audience').length
  if (!hasLink || session === null) {
    return (
      <span className="presenter-audience" role="status">
        This browser does not let windows talk to each other: steer the wall at its own keyboard.
      </span>
    )
  }
  return (
    <span className="presenter-audience" data-open={count > 0 || undefined}>
      <span role="status">
        {count > 0
          ? `The audience window is open${count > 1 ? ` (${count} of them)` : ''}.`
          : 'The audience window is closed.'}{' '}
        {count === 0 && !knowsScreens() ? 'Open it, drag it to the wall and press F11 there.' : ''}
        {why}
      </span>
      {count === 0 ? (
        <Button onPress={() => void openAudience(session).then(setWhy)}>
          Open the audience window
        </Button>
      ) : null}
    </span>
  )
}
