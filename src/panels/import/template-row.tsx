import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { Button } from '#ui/widgets/button.tsx'

/** Keeps how a table is read under its sender's name, and says when that was found again. */
export function TemplateRow(props: {
  readonly suggestedName: string
  /** Name of the template that fits this table; null: none. */
  readonly found: string | null
  readonly onKeep: (name: string) => void
  readonly onForget: (name: string) => void
}) {
  const { found } = props
  const [name, setName] = useState(found ?? props.suggestedName)
  return (
    <div className="template-row">
      {found ? (
        <p className="light">
          Read as kept for <b>{found}</b>.{' '}
          <Button look="text" onPress={() => props.onForget(found)}>
            Forget
          </Button>
        </p>
      ) : null}
      <TextField className="template-name" value={name} onChange={setName} maxLength={80}>
        <Label className="light">Sender</Label>
        <Input className="field-input" />
      </TextField>
      <Button
        isDisabled={name.trim() === ''}
        onPress={() => props.onKeep(name.trim())}
        hint="Files with the same columns are read in the same way from now on, on this device"
      >
        Keep as template
      </Button>
    </div>
  )
}
