import { useEffect, useRef } from 'react'

/** What a key on the wall does. */
export type StageAction =
  | 'next'
  | 'back'
  | 'first'
  | 'last'
  | 'black'
  | 'notes'
  | 'freeze'
  | 'pause'
  | 'leave'
  /** A key without a meaning of its own: it only stops the slides from going on. */
  | 'other'

const ACTIONS: Readonly<Record<string, StageAction>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  Enter: 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  Backspace: 'back',
  Home: 'first',
  End: 'last',
  b: 'black',
  n: 'notes',
  f: 'freeze',
  p: 'pause',
  k: 'pause',
  Escape: 'leave',
}

/** What a key does on the wall; null: it is the browser's, or no key by itself. */
export function actionOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): StageAction | null {
  const { key, ctrlKey, metaKey, altKey } = event
  if (ctrlKey || metaKey || altKey) return null
  if (['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'Tab'].includes(key)) return null
  if (/^F\d+$/.test(key)) return null
  return ACTIONS[key.length === 1 ? key.toLowerCase() : key] ?? 'other'
}

/** Takes every key while the wall is on, before the room behind it sees it. */
export function useStageKeys(act: (action: StageAction) => void): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const keyed = (event: KeyboardEvent) => {
      const action = actionOf(event)
      if (action === null) return
      event.stopPropagation()
      if (isOnButton(event)) return
      event.preventDefault()
      latest.current(action)
    }
    const swallowed = (event: KeyboardEvent) => {
      if (actionOf(event) !== null) event.stopPropagation()
    }
    window.addEventListener('keydown', keyed, true)
    window.addEventListener('keyup', swallowed, true)
    return () => {
      window.removeEventListener('keydown', keyed, true)
      window.removeEventListener('keyup', swallowed, true)
    }
  }, [])
}

/** Enter and Space on a button press it. */
function isOnButton({ key, target }: KeyboardEvent): boolean {
  return (key === 'Enter' || key === ' ') && target instanceof HTMLButtonElement
}
