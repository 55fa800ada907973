import { useState } from 'react'
import type { Storage } from '#storage/open-storage.ts'
import { canSeal } from '#storage/sealing/sealing.ts'
import { Button } from '#ui/widgets/button.tsx'
import { EraseDialog } from '../device/erase-dialog.tsx'
import { PassphraseForm } from '../device/passphrase-form.tsx'
import { WRONG_PASSPHRASE } from '../device/passphrase-words.ts'

/** Asks for the passphrase of this device. */
export function Unlock({ storage }: { readonly storage: Storage }) {
  const [isErasing, setErasing] = useState(false)
  const unlock = async ({ passphrase = '' }: Readonly<Record<string, string>>) =>
    (await storage.sealing.unlock(passphrase)) ? null : WRONG_PASSPHRASE
  return (
    <>
      {canSeal() ? (
        <PassphraseForm
          fields={[{ name: 'passphrase', label: 'Passphrase of this device' }]}
          doIt="Open"
          whileBusy="Opening …"
          autoFocus
          onDo={unlock}
        />
      ) : (
        <p>What is kept here is sealed. Open this page over https to give the passphrase.</p>
      )}
      <details className="unlock-lost">
        <summary>The passphrase is lost</summary>
        <p>
          Then what is kept here is lost: nobody can read it without, and there is no other way in.
          Erase this device, and open your saved files or import your data again.
        </p>
        <Button onPress={() => setErasing(true)}>Erase everything on this device …</Button>
      </details>
      <EraseDialog storage={storage} isOpen={isErasing} onClose={() => setErasing(false)} />
    </>
  )
}
