import { useNow } from '#ui/use-now.ts'

/** From when ages on the wall are counted: as on a desktop. */
export function useWallNow(): string {
  return useNow()
}
