import { ERASED_KEY, markErased } from '#storage/erase-device.ts'
import { Button } from '#ui/widgets/button.tsx'
import { startAnew } from './other-tabs.ts'

/** After an erasing that could not take everything: what is still on this device, and what to do. */
export function StillThere({ what }: { readonly what: readonly string[] }) {
  const leave = () => {
    markErased()
    startAnew(false)
  }
  return (
    <main className="welcome">
      <h1 className="wordmark">Commonground</h1>
      <div className="device">
        <p role="alert">
          <strong>Not everything was erased.</strong> Still on this device, or not known to be gone:
        </p>
        <ul>
          {what.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <p>
          {what.includes(ERASED_KEY)
            ? 'With the key there, whoever has the passphrase can still open what remains.'
            : 'No key is left: of what remains, nothing that was sealed can be read any more.'}{' '}
          Close all other tabs of this page and try again. If it stays, clear the data of this site
          in the settings of the browser.
        </p>
        <p className="welcome-actions">
          <Button look="filled" onPress={() => startAnew(true)}>
            Try again
          </Button>
          <Button onPress={leave}>Leave it there and start</Button>
        </p>
      </div>
    </main>
  )
}
