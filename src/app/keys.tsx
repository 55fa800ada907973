import { useHotkeys } from 'react-hotkeys-hook'

/** A key and what it does. */
export type KeyBinding = {
  readonly keys: string
  readonly act: () => void
  /** It is heard while somebody types and over open sheets too. */
  readonly isUrgent?: boolean
}

/**
 * Listens to the keys while nobody types, before whatever has the focus: a closed list would take a
 * letter for the beginning of one of its names, and change.
 */
export function Keys({ bindings }: { readonly bindings: readonly KeyBinding[] }) {
  return bindings.map((binding) => <OneKey key={binding.keys} {...binding} />)
}

/** What the library takes for a field, where nobody types: tabs of a paper are radio buttons, dividers sliders. */
const NOBODY_TYPES_IN = ['radio', 'slider'] as const

function OneKey({ keys, act, isUrgent = false }: KeyBinding) {
  useHotkeys(
    keys,
    (event) => {
      if (isUrgent || !isBusyElsewhere()) {
        event.preventDefault()
        if (isLetter(event)) event.stopPropagation()
        act()
      }
    },
    {
      useKey: true,
      enableOnFormTags: isUrgent || NOBODY_TYPES_IN,
      delimiter: '|',
      eventListenerOptions: { capture: true },
    },
    [act, isUrgent],
  )
  return null
}

function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey
}

/** Open menus and sheets have keys of their own. */
function isBusyElsewhere(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null
}
