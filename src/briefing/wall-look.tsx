import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import { type Preferences, readPreferences, writePreferences } from '#storage/preferences.ts'

/** How the wall of this device looks: its own theme, and how many pixels its maps are drawn with. */
export type WallLook = NonNullable<Preferences['wallLook']>

export const USUAL_LOOK: WallLook = { theme: 'dark', sharpness: 'full' }

/** Of the pixels of the screen along each side. */
const SHARES: Readonly<Record<WallLook['sharpness'], number>> = {
  full: 1,
  balanced: 0.75,
  performance: 0.5,
}

/** Pixels of a map's drawing to a pixel of the page. */
export function pixelRatioOf({ sharpness }: WallLook, screenRatio: number): number {
  return Math.max(0.5, screenRatio * SHARES[sharpness])
}

type Looking = {
  readonly look: WallLook
  readonly changeLook: (parts: Partial<WallLook>) => void
}

const LookContext = createContext<Looking>({ look: USUAL_LOOK, changeLook: () => {} })

/** Keeps the look of the wall for this device, for all slides under it. */
export function WallLookProvider({ children }: { readonly children: ReactNode }) {
  const [look, setLook] = useState<WallLook>(() => readPreferences().wallLook ?? USUAL_LOOK)
  const changeLook = useCallback((parts: Partial<WallLook>) => {
    setLook((before) => {
      const next = { ...before, ...parts }
      writePreferences({ wallLook: next })
      return next
    })
  }, [])
  const value = useMemo(() => ({ look, changeLook }), [look, changeLook])
  return <LookContext value={value}>{children}</LookContext>
}

export function useWallLook(): Looking {
  return use(LookContext)
}
