import { useEffect } from 'react'
import type { Storage } from '#storage/open-storage.ts'
import { readPreferences } from '#storage/preferences.ts'
import type { Session } from '../opening/session.ts'
import { lockDevice } from './lock-device.ts'

const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const
const LOOKS_EVERY_MS = 10_000

/**
 * Asks for the passphrase again after so long without a touch. Not while a briefing stands on the
 * wall, which nobody touches; and a machine that slept counts its sleep.
 */
export function useIdleLock(storage: Storage, { autosave, screen }: Session): void {
  useEffect(() => {
    let touchedAt = Date.now()
    const touch = () => {
      touchedAt = Date.now()
    }
    const look = () => {
      const { lockAfterMinutes } = readPreferences()
      const isOnWall = screen.getState().wallSlide !== null
      if (storage.sealing.state() !== 'open' || lockAfterMinutes === null || isOnWall) return
      if (Date.now() - touchedAt >= lockAfterMinutes * 60_000) void lockDevice(storage, autosave)
    }
    const timer = setInterval(look, LOOKS_EVERY_MS)
    for (const name of TOUCHES) addEventListener(name, touch, { passive: true, capture: true })
    return () => {
      clearInterval(timer)
      for (const name of TOUCHES) removeEventListener(name, touch, { capture: true })
    }
  }, [storage, autosave, screen])
}
