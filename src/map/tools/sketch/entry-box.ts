import { gridReferenceAs } from '#core/geo/grid-reference.ts'
import type { LonLat } from '#core/place.ts'
import type { TypedPlace } from '../typed-place.ts'

export type EntryBox = {
  readonly title: string
  /** The character that opened it. */
  readonly typed: string
  /** Whether a bearing and distance can be typed too. */
  readonly takesWay: boolean
  readonly read: (typed: string) => TypedPlace
  readonly onPlace: (place: TypedPlace & { readonly ok: true }) => void
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
  part(head, 'small', '').textContent = accepted(box)
  const field = document.createElement('input')
  field.setAttribute('aria-label', `${box.title}: position as ${accepted(box)}`)
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
    const reading = box.read(field.value)
    read.toggleAttribute('data-fault', !reading.ok && reading.why !== null)
    read.replaceChildren(...(reading.ok ? understood(reading) : [reading.why ?? '']))
    if (reading.ok) box.onRead(reading.centre, reading.precisionMetres)
    else box.onRead(null, null)
  }
  field.addEventListener('input', show)
  root.addEventListener('submit', (event) => {
    event.preventDefault()
    const reading = box.read(field.value)
    if (!reading.ok) {
      if (reading.why !== null) return
      read.toggleAttribute('data-fault', true)
      read.replaceChildren(`That is no position yet. Type ${accepted(box)}.`)
      return
    }
    close()
    box.onPlace(reading)
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

function accepted({ takesWay }: EntryBox): string {
  return takesWay ? 'MGRS, UTM, degrees, or 045 2.5 km' : 'MGRS, UTM or degrees'
}

function understood({
  centre,
  precisionMetres,
  precision,
  metres,
}: TypedPlace & { readonly ok: true }): (Node | string)[] {
  if (centre === null) return [`${((metres ?? 0) / 1000).toFixed(2)} km `, small(precision)]
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
