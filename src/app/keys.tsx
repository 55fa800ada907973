import { useHotkeys } from 'react-hotkeys-hook'

/** A key and what it does; `isHeld` gets told when it goes down and when it comes up. */
export type KeyBinding = {
  readonly keys: string
  readonly act: () => void
}

/**
 * Listens to the keys while nobody types, before whatever has the focus: a closed list would take a
 * letter for the beginning of one of its names, and change.
 */
export function Keys({ bindings }: { readonly bindings: readonly KeyBinding[] }) {
  return bindings.map(({ keys, act }) => <OneKey key={keys} keys={keys} act={act} />)
}

function OneKey({ keys, act }: KeyBinding) {
  useHotkeys(
    keys,
    (event) => {
      if (!isBusyElsewhere()) {
        event.preventDefault()
        if (isLetter(event)) event.stopPropagation()
        act()
      }
    },
    {
      useKey: true,
      enableOnFormTags: false,
      delimiter: '|',
      eventListenerOptions: { capture: true },
    },
    [act],
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
