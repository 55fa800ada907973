import { useEffect } from 'react'
import type { ScreenStore } from '#state/screen-store.ts'
import type { Storage } from '#storage/open-storage.ts'
import { readPreferences } from '#storage/preferences.ts'
import { lockDevice } from './lock-device.ts'
import { type Leaving, onTouchElsewhere, tellOtherTabs } from './other-tabs.ts'

const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const
const LOOKS_EVERY_MS = 10_000

/**
 * Asks for the passphrase again after so long without a touch in any tab. Not while a briefing stands on
 * the wall of one, which nobody touches; and a machine that slept counts its sleep.
 */
export function useIdleLock(
  storage: Storage,
  screen: ScreenStore,
  leave: (why: Leaving) => void,
): void {
  useEffect(() => {
    let touchedAt = Date.now()
    let toldAt = 0
    const tellTouch = () => {
      touchedAt = Date.now()
      if (touchedAt - toldAt < LOOKS_EVERY_MS) return
      toldAt = touchedAt
      tellOtherTabs('touched')
    }
    const isIdle = () => {
      const { lockAfterMinutes } = readPreferences()
      if (storage.sealing.state() !== 'open' || lockAfterMinutes === null) return false
      return Date.now() - touchedAt >= lockAfterMinutes * 60_000
    }
    const look = () => {
      if (screen.getState().wallSlide !== null) tellTouch()
      else if (isIdle()) lockDevice(storage, leave)
    }
    const touch = () => {
      // The first touch after a sleep comes too late.
      const isLate = Date.now() - touchedAt > LOOKS_EVERY_MS && isIdle()
      if (isLate) look()
      else tellTouch()
    }
    const stopHearing = onTouchElsewhere(() => {
      touchedAt = Date.now()
    })
    const timer = setInterval(look, LOOKS_EVERY_MS)
    for (const name of TOUCHES) addEventListener(name, touch, { passive: true, capture: true })
    return () => {
      stopHearing()
      clearInterval(timer)
      for (const name of TOUCHES) removeEventListener(name, touch, { capture: true })
    }
  }, [storage, screen, leave])
}
