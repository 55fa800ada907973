import { useState } from 'react'
import type { Storage } from '#storage/open-storage.ts'
import { readPreferences, writePreferences } from '#storage/preferences.ts'
import { canSeal } from '#storage/sealing/sealing.ts'
import { Button } from '#ui/widgets/button.tsx'
import { Dialog } from '#ui/widgets/dialog.tsx'
import { Stepper } from '#ui/widgets/stepper.tsx'
import { tellOtherTabs } from './other-tabs.ts'
import { PassphraseForm } from './passphrase-form.tsx'
import { newPassphraseFault, WRONG_PASSPHRASE } from './passphrase-words.ts'
import { useSealingState } from './use-sealing-state.ts'

type DeviceProps = {
  readonly storage: Storage
  readonly tell: (sentence: string) => void
  readonly onLock: () => void
  readonly onErase: () => void
}

/** What this device keeps, and what it is protected by. */
export function DeviceDialog(
  props: DeviceProps & { readonly isOpen: boolean; readonly onClose: () => void },
) {
  const state = useSealingState(props.storage)
  return (
    <Dialog title="This device" isOpen={props.isOpen} onClose={props.onClose}>
      <div className="device">
        {state === 'open' ? <Sealed {...props} /> : <Plain {...props} />}
        <section>
          <h3>Erase</h3>
          <p>
            Takes every operation, its data, both copies, the base map and all settings off this
            device, sealed or not.
          </p>
          <Button onPress={props.onErase}>Erase everything on this device …</Button>
        </section>
      </div>
    </Dialog>
  )
}

function Plain({ storage, tell }: DeviceProps) {
  const set = async ({ next = '', again = '' }: Readonly<Record<string, string>>) => {
    const fault = newPassphraseFault(next, again)
    if (fault) return fault
    await storage.sealing.set(next)
    tellOtherTabs('sealing')
    tell('This device is sealed. It asks for the passphrase at the next start.')
    return null
  }
  return (
    <section>
      <h3>No passphrase</h3>
      <p>
        What is kept here lies on the disk as it is: whoever takes this machine can read it. A
        passphrase seals all operations with their data, both copies, the list of files handed out,
        and what this device remembers of you. A base map of your own stays plain, and so does every
        file that is saved or exported.
      </p>
      <p>
        <strong>A lost passphrase means lost data.</strong> Nobody can open it without; keep files
        of your operations in a safe place. What lay here in plain may be found on the disk for some
        time by those who have the means, so set it before the data come in.
      </p>
      {canSeal() ? (
        <PassphraseForm
          fields={[
            { name: 'next', label: 'New passphrase' },
            { name: 'again', label: 'The same again' },
          ]}
          doIt="Seal this device"
          whileBusy="Sealing …"
          onDo={set}
        />
      ) : (
        <p>This page was not opened over https, and without that browsers cannot seal anything.</p>
      )}
    </section>
  )
}

function Sealed({ storage, tell, onLock }: DeviceProps) {
  const change = async ({ old = '', next = '', again = '' }: Readonly<Record<string, string>>) => {
    const fault = newPassphraseFault(next, again)
    if (fault) return fault
    if (!(await storage.sealing.change(old, next))) return WRONG_PASSPHRASE
    tell('The passphrase is changed.')
    return null
  }
  const remove = async ({ old = '' }: Readonly<Record<string, string>>) => {
    if (!(await storage.sealing.remove(old))) return WRONG_PASSPHRASE
    tellOtherTabs('sealing')
    tell('The passphrase is removed. What is kept here lies on the disk in plain again.')
    return null
  }
  return (
    <>
      <section>
        <h3>Sealed by a passphrase</h3>
        <p>
          Operations, their data, both copies, the list of files handed out and what this device
          remembers of you can be read with the passphrase alone. A base map of your own and files
          that are saved or exported are plain.
        </p>
        <IdleMinutes />
        <Button onPress={onLock}>Lock now</Button>
      </section>
      <section>
        <h3>Change the passphrase</h3>
        <PassphraseForm
          fields={[
            { name: 'old', label: 'Present passphrase' },
            { name: 'next', label: 'New passphrase' },
            { name: 'again', label: 'The new one again' },
          ]}
          doIt="Change it"
          whileBusy="Changing …"
          onDo={change}
        />
      </section>
      <section>
        <h3>Remove the passphrase</h3>
        <PassphraseForm
          fields={[{ name: 'old', label: 'Passphrase to be removed' }]}
          doIt="Keep everything in plain"
          whileBusy="Opening everything …"
          onDo={remove}
        />
      </section>
    </>
  )
}

function IdleMinutes() {
  const [minutes, setMinutes] = useState(() => readPreferences().lockAfterMinutes ?? 0)
  const set = (next: number) => {
    setMinutes(next)
    writePreferences({ lockAfterMinutes: next === 0 ? null : next })
  }
  return (
    <div className="device-line">
      <span>Lock after so many minutes without a touch; 0 for never</span>
      <Stepper
        label="Lock after so many minutes without a touch; 0 for never"
        value={minutes}
        min={0}
        max={720}
        step={5}
        onChange={set}
      />
    </div>
  )
}
