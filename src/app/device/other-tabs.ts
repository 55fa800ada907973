/** Why a page is to be left: another passphrase, or none; or the device is locked. */
export type Leaving = 'sealing' | 'locked'

/** What one tab does for all tabs of this device. */
export type DeviceNews = Leaving | 'erased' | 'touched'

const CHANNEL = 'commonground-device'
/** In the address of a page that starts after an erasing; it says so and opens nothing by itself. */
const ERASED = '#erased'

/** One for sending and hearing, for a channel does not hear itself, and a second one would. */
const channel = globalThis.BroadcastChannel ? new BroadcastChannel(CHANNEL) : null

const leaveAtOnce = () => startAnew(false)
let leave: (why: Leaving) => void = leaveAtOnce
let hearTouch = () => {}

/** Does from now on what other tabs ask of every tab. After an erasing nothing is waited for. */
export function followOtherTabs(): void {
  if (!channel) return
  channel.onmessage = ({ data }: MessageEvent<DeviceNews>) => {
    if (data === 'erased') startAnew(true)
    else if (data === 'touched') hearTouch()
    else leave(data)
  }
}

/** What leaving takes while there is something open; without it the page is loaded anew at once. */
export function leaveBy(work: (why: Leaving) => void): () => void {
  leave = work
  return () => {
    leave = leaveAtOnce
  }
}

/** Hears that somebody touches another tab, or that a wall stands there. */
export function onTouchElsewhere(listener: () => void): () => void {
  hearTouch = listener
  return () => {
    hearTouch = () => {}
  }
}

export function tellOtherTabs(news: DeviceNews): void {
  channel?.postMessage(news)
}

/** Loads the page again, so that nothing of the present one stays in memory. */
export function startAnew(isErased: boolean): void {
  if (isErased) history.replaceState(null, '', location.pathname + ERASED)
  location.reload()
}

/** Whether this page starts after an erasing; asked once, at the start. */
export function startsAfterErasing(): boolean {
  if (location.hash !== ERASED) return false
  history.replaceState(null, '', location.pathname)
  return true
}
