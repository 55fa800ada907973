import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import type { Storage } from '#storage/open-storage.ts'
import { Button } from '#ui/widgets/button.tsx'
import { Dialog } from '#ui/widgets/dialog.tsx'
import { eraseAndStartAnew } from './lock-device.ts'

const WORD = 'ERASE'

/** Erases this device once the word was typed: quick enough for a bad moment, and never by accident. */
export function EraseDialog(props: {
  readonly storage: Storage
  readonly isOpen: boolean
  readonly onClose: () => void
}) {
  const [text, setText] = useState('')
  const [isBusy, setBusy] = useState(false)
  const isMeant = text.trim().toUpperCase() === WORD
  const act = () => {
    if (!isMeant || isBusy) return
    setBusy(true)
    void eraseAndStartAnew(props.storage)
  }
  return (
    <Dialog
      title="Erase everything on this device?"
      isOpen={props.isOpen}
      onClose={props.onClose}
      foot={
        <Button look="filled" isDisabled={!isMeant || isBusy} onPress={act}>
          {isBusy ? 'Erasing …' : 'Erase everything'}
        </Button>
      }
    >
      <div className="device">
        <p>
          Every operation, its data, both copies, the base map and all settings are taken off this
          device at once, in every tab, saved or not. Nothing brings them back but files that were
          saved elsewhere.
        </p>
        <TextField className="field" value={text} onChange={setText} autoFocus autoComplete="off">
          <Label className="field-label">Type {WORD} and press Enter</Label>
          <Input
            className="field-input"
            onKeyDown={(event) => {
              if (event.key === 'Enter') act()
            }}
          />
        </TextField>
      </div>
    </Dialog>
  )
}
