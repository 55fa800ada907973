import { useEffect, useState } from 'react'

/** A key that is held down now, and whether Shift was down with it; null while it is up. */
export function useHeldKey(key: string): { readonly isShift: boolean } | null {
  const [held, setHeld] = useState<{ readonly isShift: boolean } | null>(null)
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key.toLowerCase() === key && !isTyping(event.target)) {
        setHeld({ isShift: event.shiftKey })
      }
    }
    const up = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === key) setHeld(null)
    }
    const away = () => setHeld(null)
    document.addEventListener('keydown', down)
    document.addEventListener('keyup', up)
    window.addEventListener('blur', away)
    return () => {
      document.removeEventListener('keydown', down)
      document.removeEventListener('keyup', up)
      window.removeEventListener('blur', away)
    }
  }, [key])
  return held
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [role="dialog"]') !== null
  )
}
