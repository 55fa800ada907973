import { useEffect, useState } from 'react'

/** What a number may be, and how it is said. */
export type FigureRange = {
  readonly least: number
  readonly most: number
  /** "km/h": as a sentence names it. */
  readonly unit: string
}

/**
 * One number in a grid of them. It settles when it is left or Enter is pressed, which goes on below;
 * the arrows go to its neighbours, Escape puts it back. What is no such number is put back too, and told.
 */
export function FigureCell(props: {
  /** Whole, as it is read out: "Primary road, gravel, wet". */
  readonly label: string
  /** Null: none is given. */
  readonly value: number | null
  readonly range: FigureRange
  /** Shown while it is empty; left out: it may not be empty. */
  readonly none?: string
  readonly onSettle: (value: number | null) => void
  /** Null: the last fault is mended. */
  readonly onFault: (sentence: string | null) => void
}) {
  const { label, range, none } = props
  const shown = props.value === null ? '' : String(props.value)
  const [text, setText] = useState(shown)
  useEffect(() => setText(shown), [shown])
  const settle = () => {
    if (text.trim() === shown) return
    const value = readFigure(text, range)
    if (value === null && text.trim() === '' && none !== undefined) props.onSettle(null)
    else if (value === null) {
      setText(shown)
      props.onFault(
        `${label}: "${text}" is no number from ${range.least} to ${`${range.most} ${range.unit}`.trim()}.`,
      )
      return
    } else props.onSettle(value)
    props.onFault(null)
  }
  return (
    <input
      className="figure-cell"
      inputMode="decimal"
      aria-label={range.unit === '' ? label : `${label}, ${range.unit}`}
      placeholder={none ?? ''}
      value={text}
      data-zero={props.value === 0 || undefined}
      onChange={(event) => setText(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={settle}
      onKeyDown={(event) => {
        const cell = event.currentTarget
        if (event.key === 'Escape' && text !== shown) {
          event.stopPropagation()
          setText(shown)
        }
        const step = STEPS[event.key]
        if (!step || (step.across !== 0 && !isAtEdge(cell, step.across))) return
        if (event.key === 'Enter') settle()
        if (neighbour(cell, step)) event.preventDefault()
        neighbour(cell, step)?.focus()
      }}
    />
  )
}

/** A number as people write it, with a point or a comma; null: none, or outside the range. */
export function readFigure(text: string, { least, most }: FigureRange): number | null {
  const plain = text.trim().replace(',', '.')
  if (!/^\d{1,7}(\.\d{1,3})?$/.test(plain)) return null
  const value = Number(plain)
  return value >= least && value <= most ? value : null
}

type Step = { readonly down: -1 | 0 | 1; readonly across: -1 | 0 | 1 }

const STEPS: Readonly<Record<string, Step>> = {
  Enter: { down: 1, across: 0 },
  ArrowDown: { down: 1, across: 0 },
  ArrowUp: { down: -1, across: 0 },
  ArrowLeft: { down: 0, across: -1 },
  ArrowRight: { down: 0, across: 1 },
}

/** Sideways an arrow first moves within the text; all of it selected counts as both its ends. */
function isAtEdge(cell: HTMLInputElement, across: -1 | 0 | 1): boolean {
  const { selectionStart, selectionEnd, value } = cell
  if (selectionStart === 0 && selectionEnd === value.length) return true
  return across < 0 ? selectionEnd === 0 : selectionStart === value.length
}

function neighbour(cell: HTMLInputElement, { down, across }: Step): HTMLInputElement | null {
  const row = cell.closest('tr')
  if (!row) return null
  const inRow = (each: Element | null | undefined) => [
    ...(each?.querySelectorAll<HTMLInputElement>('.figure-cell') ?? []),
  ]
  const column = inRow(row).indexOf(cell)
  if (across !== 0) return inRow(row)[column + across] ?? null
  const rows = [...(row.parentElement?.children ?? [])]
  return inRow(rows[rows.indexOf(row) + down])[column] ?? null
}
