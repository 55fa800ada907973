import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Storage } from '#storage/open-storage.ts'
import { Button } from '#ui/widgets/button.tsx'
import { Confirm } from '#ui/widgets/dialog.tsx'
import { Progress } from '#ui/widgets/states.tsx'
import type { Autosave } from '../autosave.ts'
import { leaveOnceSaved } from './lock-device.ts'
import { type Leaving, startAnew } from './other-tabs.ts'
import { PassphraseForm } from './passphrase-form.tsx'
import { WRONG_PASSPHRASE } from './passphrase-words.ts'
import { useSealingState } from './use-sealing-state.ts'

const WHY: Readonly<Record<Leaving, string>> = {
  locked: 'This device is locked.',
  sealing: 'The passphrase of this device was set, changed or removed in another tab.',
}

type CoverProps = {
  readonly storage: Storage
  readonly autosave: Autosave
  readonly why: Leaving
  /** Saves the operation to a file; resolves with what to tell. */
  readonly onSaveToFile: () => Promise<string>
  readonly onBack: () => void
}

/**
 * Stands in place of the room from the moment on at which this tab is to be left. Where all changes are
 * on the disk the page is on its way; where some are not, it says so and waits. What the tab holds comes
 * out for the passphrase alone, or by being saved after all, which ends the waiting.
 */
export function LockCover(props: CoverProps) {
  const { storage, autosave } = props
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    document.title = 'Commonground'
    let isCovered = true
    const leave = async () => {
      if (await leaveOnceSaved(autosave)) return
      await storage.sealing.lookAgain()
      if (isCovered) setHeld(true)
    }
    void leave()
    const stop = autosave.store.subscribe(() => {
      if (!autosave.hasUnsaved()) startAnew(false)
    })
    return () => {
      isCovered = false
      stop()
    }
  }, [storage, autosave])
  return (
    <main className="welcome">
      <h1 className="wordmark">Commonground</h1>
      {isHeld ? <Unsaved {...props} /> : <Progress what="Saving, then locking …" share={0.5} />}
    </main>
  )
}

function Unsaved({ storage, autosave, why, onSaveToFile, onBack }: CoverProps) {
  const isSealed = useSealingState(storage) !== 'plain'
  const { message } = useStore(autosave.store)
  const [isProven, setProven] = useState(false)
  const [isInFile, setInFile] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [told, tell] = useState<string | null>(null)
  const prove = async ({ passphrase = '' }: Readonly<Record<string, string>>) => {
    if (!(await storage.sealing.unlock(passphrase))) return WRONG_PASSPHRASE
    setProven(true)
    return null
  }
  const save = () =>
    onSaveToFile().then(
      (sentence) => {
        setInFile(true)
        tell(`${sentence} See that it is there, then lock this tab.`)
      },
      (error: unknown) => tell(`The file could not be written (${String(error)}).`),
    )
  return (
    <div className="device">
      <p role="alert">
        <strong>Changes of this tab are not on this device.</strong> {WHY[why]} This tab could not
        save what was done in it last, so it was covered and not locked: locking it now would lose
        that. {message}
      </p>
      <p>
        Save the operation to a file, then lock this tab. Until then what it shows stays in the
        memory of this machine; if it may be taken from you, lock at once.
      </p>
      {isSealed && !isProven ? (
        <PassphraseForm
          fields={[{ name: 'passphrase', label: 'Passphrase of this device' }]}
          doIt="Get at these changes"
          whileBusy="Opening …"
          autoFocus
          onDo={prove}
        />
      ) : (
        <p className="welcome-actions">
          <Button look={isInFile ? 'plain' : 'filled'} onPress={() => void save()}>
            Save to a file
          </Button>
          <Button onPress={onBack}>Go back to this tab</Button>
        </p>
      )}
      <p className="passphrase-fault">{told}</p>
      <Button
        look={isInFile ? 'filled' : 'plain'}
        onPress={() => (isInFile ? startAnew(false) : setAsking(true))}
      >
        {isInFile ? 'Lock this tab' : 'Lock without them'}
      </Button>
      <Confirm
        title="Lock and lose these changes?"
        sentence="What was done in this tab and is not on this device is gone then, and nothing brings it back."
        doIt="Lock without them"
        isOpen={isAsking}
        onDo={() => startAnew(false)}
        onClose={() => setAsking(false)}
      />
    </div>
  )
}
