import { useEffect } from 'react'

/** F5 and Ctrl+Shift+B show the briefing at the chosen slide, before the room hears them. */
export function useShowKeys(show: () => void, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return
    const keyed = (event: KeyboardEvent) => {
      const isShow = event.key === 'F5' && !event.ctrlKey && !event.shiftKey
      const isBriefing =
        event.key.toLowerCase() === 'b' && event.shiftKey && (event.ctrlKey || event.metaKey)
      if (!isShow && !isBriefing) return
      event.preventDefault()
      event.stopImmediatePropagation()
      show()
    }
    window.addEventListener('keydown', keyed, true)
    return () => window.removeEventListener('keydown', keyed, true)
  })
}
