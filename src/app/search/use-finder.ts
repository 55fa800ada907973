import { useEffect, useMemo, useState } from 'react'
import { useDocument } from '#ui/room.tsx'
import { runSlices } from '#ui/slices.ts'
import { type Finder, finderOf } from './finder.ts'

/** Names are read once the screen has had time to draw what it opened with. */
const AFTER_MS = 1500

/** Reads the names of the operation between the frames, so that the palette has them when it opens. */
export function useNamesRead(): void {
  const document = useDocument((state) => state.document)
  useEffect(() => {
    let stop = () => {}
    const timer = setTimeout(() => {
      stop = runSlices(finderOf(document).prepare(), () => {})
    }, AFTER_MS)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [document])
}

/** The finder for the document on screen; `isReady` turns when all names are read. */
export function useFinder(): { readonly finder: Finder; readonly isReady: boolean } {
  const document = useDocument((state) => state.document)
  const finder = useMemo(() => finderOf(document), [document])
  const [readBy, setReadBy] = useState<Finder | null>(null)
  useEffect(() => runSlices(finder.prepare(), () => setReadBy(finder)), [finder])
  return { finder, isReady: readBy === finder || finder.isReady() }
}
