import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { useDocument, useRoom, useScreen } from '#ui/room.tsx'
import type { ShowStore } from '../stage/show-store.ts'
import type { PointerAt } from './messages.ts'
import { channelName, joinWall, type Peers, type WallLink } from './wall-channel.ts'

/** Joins the windows of this briefing, where it has a session; null: it has none, or not yet. */
export function useWallLink(show: ShowStore): WallLink | null {
  const { newId } = useRoom()
  const operationId = useDocument((state) => state.document.id)
  const session = useScreen((state) => state.wallSession)
  const role = useScreen((state) => state.wallRole)
  const [link, setLink] = useState<WallLink | null>(null)
  useEffect(() => {
    if (session === null || typeof BroadcastChannel === 'undefined') return
    const joined = joinWall({
      wire: new BroadcastChannel(channelName(operationId, session)),
      role,
      name: newId(),
      show,
      nowMs: Date.now,
    })
    setLink(joined)
    // A page that is closed or reloaded runs no clean-up of React.
    const closing = () => joined.leave()
    window.addEventListener('pagehide', closing, { once: true })
    return () => {
      window.removeEventListener('pagehide', closing)
      joined.leave()
      setLink(null)
    }
  }, [operationId, session, role, newId, show])
  return link
}

const NOBODY = createStore<Peers>()(() => ({}))
const NOWHERE = createStore<PointerAt | null>()(() => null)

export function usePeers(link: WallLink | null): Peers {
  return useStore(link?.peers ?? NOBODY)
}

export function usePointer(link: WallLink | null): PointerAt | null {
  return useStore(link?.pointer ?? NOWHERE)
}
