import { useEffect, useState } from 'react'
import { Input, TextField } from 'react-aria-components'
import type { StudyOption } from '#analysis/studies/study.ts'
import { useDocument, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'

/** A place as a person types it; what is selected on the map can be taken instead. */
export function PlaceChoice(props: {
  readonly option: Extract<StudyOption, { readonly type: 'place' }>
  readonly value: string
  readonly onChoose: (value: string) => void
}) {
  const { option, value, onChoose } = props
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const selected = useSelectedPlace()
  const settle = () => {
    if (text.trim() !== value) onChoose(text.trim())
  }
  return (
    <>
      <TextField
        aria-label={option.name}
        className="place-choice"
        value={text}
        onChange={setText}
        onBlur={settle}
        maxLength={120}
      >
        <Input
          className="field-input"
          placeholder={option.usualName}
          onKeyDown={(event) => {
            if (event.key === 'Enter') settle()
            if (event.key === 'Escape') setText(value)
          }}
        />
      </TextField>
      <Button
        look="text"
        isDisabled={selected === null || selected === value}
        onPress={() => selected !== null && onChoose(selected)}
      >
        Selected
      </Button>
    </>
  )
}

/** Id of the community or base that is selected on the map; null: something else, or nothing. */
function useSelectedPlace(): string | null {
  const selection = useScreen((state) => state.selection)
  const { communities, bases } = useDocument((state) => state.document.tables)
  if (selection?.type !== 'row') return null
  const isPlace =
    (selection.table === 'communities' && communities.has(selection.id)) ||
    (selection.table === 'bases' && bases.has(selection.id))
  return isPlace ? selection.id : null
}
