import { gridReferenceAs } from '#core/geo/grid-reference.ts'
import { readPosition } from '#core/geo/read-position.ts'
import type { LonLat } from '#core/place.ts'

export type EntryBox = {
  readonly title: string
  /** The character that opened it. */
  readonly typed: string
  readonly onPosition: (position: LonLat) => void
  /** What was typed so far, understood; null: not a position yet. */
  readonly onRead: (position: LonLat | null, squareMetres: number | null) => void
  readonly onClose: () => void
}

/** A field over the map for an exact position, which says how it understands what is typed. */
export function openEntryBox(container: HTMLElement, box: EntryBox): { close(): void } {
  const root = document.createElement('form')
  root.className = 'entry'
  const head = part(root, 'div', 'entry-head')
  part(head, 'span', '').textContent = box.title
  part(head, 'small', '').textContent = 'MGRS, UTM or degrees'
  const field = document.createElement('input')
  field.setAttribute('aria-label', `${box.title}: position as MGRS, UTM or degrees`)
  field.autocomplete = 'off'
  field.spellcheck = false
  field.value = box.typed
  root.append(field)
  const read = part(root, 'div', 'entry-read')
  read.setAttribute('aria-live', 'polite')
  part(root, 'div', 'entry-keys').textContent = 'Enter sets it · Esc puts it back'
  container.append(root)
  let isOpen = true
  const close = () => {
    if (!isOpen) return
    isOpen = false
    root.remove()
    box.onRead(null, null)
    box.onClose()
  }
  const show = () => {
    const reading = readPosition(field.value)
    read.toggleAttribute('data-fault', !reading.ok && reading.why !== null)
    read.replaceChildren(...(reading.ok ? understood(reading) : [reading.why ?? '']))
    if (reading.ok) box.onRead(reading.centre, reading.precisionMetres)
    else box.onRead(null, null)
  }
  field.addEventListener('input', show)
  root.addEventListener('submit', (event) => {
    event.preventDefault()
    const reading = readPosition(field.value)
    if (!reading.ok) return
    close()
    box.onPosition(reading.centre)
  })
  root.addEventListener('keydown', (event) => {
    event.stopPropagation()
    if (event.key === 'Escape') close()
  })
  root.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && root.contains(relatedTarget))) close()
  })
  field.focus()
  field.setSelectionRange(field.value.length, field.value.length)
  show()
  return { close }
}

function understood({
  centre,
  precisionMetres,
  precision,
}: {
  readonly centre: LonLat
  readonly precisionMetres: number | null
  readonly precision: string
}): (Node | string)[] {
  const [lon, lat] = centre
  const degrees = document.createElement('div')
  degrees.append(`${lat.toFixed(4)}, ${lon.toFixed(4)} `, small('WGS 84'))
  const grid = document.createElement('div')
  grid.append(`${gridReferenceAs(centre, precisionMetres) ?? ''} `, small(precision))
  return [grid, degrees]
}

function small(text: string): HTMLElement {
  const made = document.createElement('small')
  made.textContent = text
  return made
}

function part(parent: HTMLElement, name: string, className: string): HTMLElement {
  const made = document.createElement(name)
  if (className) made.className = className
  parent.append(made)
  return made
}
