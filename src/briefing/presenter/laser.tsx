import { usePointer } from './use-wall-link.ts'
import type { WallLink } from './wall-channel.ts'

/** Where the presenter points, as large as a letter that can be read from the farthest seat. */
export function Laser({ link }: { readonly link: WallLink | null }) {
  const at = usePointer(link)
  if (!at) return null
  return (
    <span
      className="stage-laser"
      aria-hidden
      style={{ left: `${100 * at.x}%`, top: `${100 * at.y}%` }}
    />
  )
}
