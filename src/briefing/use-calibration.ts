import { useCallback, useState } from 'react'
import { readPreferences, writePreferences } from '#storage/preferences.ts'
import { DEFAULT_CALIBRATION, type WallCalibration } from './calibration.ts'

/** The wall screen of this device, kept in its preferences. */
export function useCalibration(): readonly [
  WallCalibration,
  (parts: Partial<WallCalibration>) => void,
] {
  const [calibration, setCalibration] = useState<WallCalibration>(
    () => readPreferences().wall ?? DEFAULT_CALIBRATION,
  )
  const change = useCallback((parts: Partial<WallCalibration>) => {
    setCalibration((before) => {
      const next = { ...before, ...parts }
      writePreferences({ wall: next })
      return next
    })
  }, [])
  return [calibration, change]
}
