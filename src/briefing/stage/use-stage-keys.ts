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
  /** Goes on by itself, whatever was pressed before: the start key of a presenter's remote. */
  | 'go'
  | 'calibrate'
  | 'present'
  | 'digit'
  | 'leave'
  /** A key without a meaning of its own: it only stops the slides from going on. */
  | 'other'

/** Arrows and page keys, B, the full stop, F5 and Escape are what remotes of presenters send. */
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
  F5: 'go',
  b: 'black',
  '.': 'black',
  n: 'notes',
  f: 'freeze',
  p: 'pause',
  k: 'pause',
  c: 'calibrate',
  s: 'present',
  Escape: 'leave',
}

/** What a key does on the wall; null: it is the browser's, or no key by itself. */
export function actionOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): StageAction | null {
  const { key, ctrlKey, metaKey, altKey } = event
  if (ctrlKey || metaKey || altKey) return null
  if (['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'Tab'].includes(key)) return null
  if (/^\d$/.test(key)) return 'digit'
  const action = ACTIONS[key.length === 1 ? key.toLowerCase() : key]
  if (/^F\d+$/.test(key) && !action) return null
  return action ?? 'other'
}

/**
 * Takes every key while the wall is on, before the room behind it sees it.
 *
 * @param isOn a sheet over the wall has its own keys.
 * @param before takes a key for itself, and says so.
 */
export function useStageKeys(
  act: (action: StageAction, key: string) => void,
  isOn = true,
  before: (event: KeyboardEvent) => boolean = () => false,
): void {
  const latest = useRef({ act, before })
  latest.current = { act, before }
  useEffect(() => {
    if (!isOn) return
    const keyed = (event: KeyboardEvent) => {
      const action = actionOf(event)
      if (action === null) return
      event.stopPropagation()
      if (isOnButton(event)) return
      event.preventDefault()
      if (!latest.current.before(event)) latest.current.act(action, event.key)
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
  }, [isOn])
}

/** Enter and Space on a button press it. */
function isOnButton({ key, target }: KeyboardEvent): boolean {
  return (key === 'Enter' || key === ' ') && target instanceof HTMLButtonElement
}
