import { useHotkeys } from 'react-hotkeys-hook'

/** A key and what it does; `isHeld` gets told when it goes down and when it comes up. */
export type KeyBinding = {
  readonly keys: string
  readonly act: () => void
}

/** Listens to the keys while nobody types. */
export function Keys({ bindings }: { readonly bindings: readonly KeyBinding[] }) {
  return bindings.map(({ keys, act }) => <OneKey key={keys} keys={keys} act={act} />)
}

function OneKey({ keys, act }: KeyBinding) {
  useHotkeys(
    keys,
    (event) => {
      if (!isBusyElsewhere()) {
        event.preventDefault()
        act()
      }
    },
    { useKey: true, enableOnFormTags: false, delimiter: '|' },
    [act],
  )
  return null
}

/** Open menus and sheets have keys of their own. */
function isBusyElsewhere(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null
}
