import { useEffect, useRef, useState } from 'react'
import { decimal } from '#core/figures.ts'
import { useRoom } from '#ui/room.tsx'
import type { CellEdit } from './table-kind.ts'

const TURNING = /[\u202a-\u202e\u2066-\u2069]/g

type EditorProps = {
  readonly edit: Exclude<CellEdit, { readonly type: 'yesNo' }>
  /** "Name of Sector North" */
  readonly label: string
  /** It was settled or given up; by how many columns to move on. */
  readonly onEnd: (columns: number) => void
}

/** A cell in hand. Enter, Tab or leaving it settles; Escape gives it up; a refusal is told. */
export function CellEditor({ edit, label, onEnd }: EditorProps) {
  const { documents, tell } = useRoom()
  const [text, setText] = useState(edit.value === null ? '' : String(edit.value))
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const isOver = useRef(false)
  useEffect(() => {
    field.current?.focus()
    field.current?.select?.()
  }, [])
  const end = (isSettled: boolean, columns = 0) => {
    if (isOver.current) return
    isOver.current = true
    const reason = isSettled ? settled(edit, text, documents) : null
    if (reason !== null) tell(reason)
    onEnd(columns)
  }
  const shared = {
    ref: field,
    className: 'table-editor',
    'aria-label': label,
    value: text,
    onBlur: () => end(true),
    onKeyDown: (event: React.KeyboardEvent) => {
      event.stopPropagation()
      const { key, shiftKey } = event
      if (key !== 'Enter' && key !== 'Escape' && key !== 'Tab') return
      event.preventDefault()
      end(key !== 'Escape', key === 'Tab' ? (shiftKey ? -1 : 1) : 0)
    },
  }
  if (edit.type === 'choice') {
    return (
      <select {...shared} onChange={({ target }) => setText(target.value)}>
        {edit.choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    )
  }
  return (
    <input
      {...shared}
      type="text"
      inputMode={edit.type === 'number' ? 'decimal' : 'text'}
      maxLength={120}
      onChange={({ target }) => setText(target.value)}
    />
  )
}

/** Does what was typed. Returns why not, or null when it was done or nothing is new. */
function settled(
  edit: EditorProps['edit'],
  text: string,
  documents: Parameters<EditorProps['edit']['settle']>[0],
): string | null {
  if (edit.type === 'number') {
    const number = numberIn(text, edit)
    if (typeof number === 'string') return number
    return number === edit.value ? null : edit.settle(documents, number)
  }
  const next = text.replace(TURNING, '').trim()
  return next === '' || next === edit.value ? null : edit.settle(documents, next)
}

/** The number that was typed; a sentence where it is none that fits. */
function numberIn(
  text: string,
  { min, max, isOptional }: Extract<CellEdit, { readonly type: 'number' }>,
): number | null | string {
  const plain = text.replace(/[\s\u202f\u00a0]/g, '').replace(',', '.')
  if (plain === '' && isOptional) return null
  const number = plain === '' ? Number.NaN : Number(plain)
  if (number >= min && number <= max) return number
  const orEmpty = isOptional ? ', or leave it empty for unknown' : ''
  return `"${text.trim()}" is no number from ${decimal(min, 0)} to ${decimal(max, 0)}${orEmpty}.`
}
