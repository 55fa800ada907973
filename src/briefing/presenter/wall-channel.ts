import { createStore, type StoreApi } from 'zustand/vanilla'
import { stateOf } from '../stage/show-state.ts'
import type { ShowStore } from '../stage/show-store.ts'
import { type PointerAt, readMessage, type WallMessage, type WallRole } from './messages.ts'

/** The other windows of a briefing, by their names, and when each was last heard. */
export type Peers = Readonly<
  Record<string, { readonly role: WallRole; readonly heardAtMs: number }>
>

/** What a window hears of the others. */
export type WallLink = {
  readonly peers: StoreApi<Peers>
  /** Where somebody points; null: nowhere. */
  readonly pointer: StoreApi<PointerAt | null>
  /** Points, at most thirty times a second. */
  point(at: PointerAt | null): void
  leave(): void
}

/** The part of a BroadcastChannel that is used. */
export type Wire = {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  close(): void
}

const HERE_EVERY_MILLISECONDS = 2_000
const POINTS_APART_MILLISECONDS = 34
/** A window that crashed says no goodbye; one in the background is slowed down to a word a minute. */
const GONE_AFTER_MILLISECONDS = 75_000
const POINTER_FADES_MILLISECONDS = 5_000

export function channelName(operationId: string, session: string): string {
  return `commonground-wall/${operationId}/${session}`
}

/**
 * Joins the windows of a briefing. Each says what it knows when it changes and every two seconds, so that
 * a message lost, doubled or late makes no difference; who comes late says hello and is told.
 */
export function joinWall(options: {
  readonly wire: Wire
  readonly role: WallRole
  readonly name: string
  readonly show: ShowStore
  readonly nowMs: () => number
}): WallLink {
  const { wire, role, name, show, nowMs } = options
  const from = { from: name, role }
  const peers = createStore<Peers>()(() => ({}))
  const pointer = createStore<PointerAt | null>()(() => null)
  const lastPoints: Record<string, number> = {}
  let pointCount = 0
  let fade: ReturnType<typeof setTimeout> | undefined
  const post = (message: WallMessage) => wire.postMessage(message)
  const sayHere = () => post({ type: 'here', ...from, registers: show.store.getState() })
  const heard = (message: WallMessage) => {
    if (message.from === name) return
    if (message.type === 'bye') return peers.setState(without(peers.getState(), message.from), true)
    peers.setState({ [message.from]: { role: message.role, heardAtMs: nowMs() } })
    if (message.type === 'hello') {
      settle(show)
      sayHere()
    }
    if (message.type === 'here') show.hear(message.registers)
    if (message.type === 'pointer' && message.number > (lastPoints[message.from] ?? -1)) {
      lastPoints[message.from] = message.number
      pointer.setState(message.at, true)
      clearTimeout(fade)
      fade = setTimeout(() => pointer.setState(null, true), POINTER_FADES_MILLISECONDS)
    }
  }
  wire.addEventListener('message', ({ data }) => {
    const message = readMessage(data)
    if (message) heard(message)
  })
  const stop = show.onOwn(sayHere)
  const timer = setInterval(() => {
    sayHere()
    const known = Object.entries(peers.getState())
    const gone = known.filter(([, peer]) => nowMs() - peer.heardAtMs > GONE_AFTER_MILLISECONDS)
    for (const [id] of gone) peers.setState(without(peers.getState(), id), true)
  }, HERE_EVERY_MILLISECONDS)
  post({ type: 'hello', ...from })
  const pointing = pointingTo((at) => post({ type: 'pointer', ...from, number: pointCount++, at }))
  return {
    peers,
    pointer,
    point: pointing.point,
    leave() {
      stop()
      clearInterval(timer)
      clearTimeout(fade)
      pointing.stop()
      post({ type: 'bye', ...from })
      wire.close()
    },
  }
}

/** What nobody has set yet is as the window that was there first has it. */
function settle(show: ShowStore): void {
  const registers = show.store.getState()
  const isUnset = Object.values(registers).every(({ stamp }) => stamp.count === 0)
  if (isUnset) show.change(stateOf(registers))
}

function without(peers: Peers, id: string): Peers {
  return Object.fromEntries(Object.entries(peers).filter(([key]) => key !== id))
}

/** Sends the latest place, not more often than may be; the last one is always sent. */
function pointingTo(send: (at: PointerAt | null) => void) {
  let waiting: { readonly at: PointerAt | null } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const next = () => {
    timer = undefined
    if (!waiting) return
    send(waiting.at)
    waiting = null
    timer = setTimeout(next, POINTS_APART_MILLISECONDS)
  }
  return {
    point(at: PointerAt | null) {
      waiting = { at }
      if (timer === undefined) next()
    },
    stop: () => clearTimeout(timer),
  }
}
