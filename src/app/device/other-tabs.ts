/** What one tab does for all tabs of this device: each of them starts anew then. */
export type DeviceNews = 'sealing' | 'locked' | 'erased'

const CHANNEL = 'commonground-device'
/** In the address of a page that starts after an erasing; it says so and opens nothing by itself. */
const ERASED = '#erased'

/** One for sending and hearing, for a channel does not hear itself, and a second one would. */
const channel = globalThis.BroadcastChannel ? new BroadcastChannel(CHANNEL) : null

/** Leaves this page as it is at the first news from another tab: what it holds is out of date. */
export function followOtherTabs(): void {
  if (!channel) return
  channel.onmessage = ({ data }: MessageEvent<DeviceNews>) => startAnew(data === 'erased')
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
