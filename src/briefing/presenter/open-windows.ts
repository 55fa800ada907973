const POPUP = 'popup,width=1440,height=900'

/** The address of the other window of this briefing. */
function addressOf(mode: 'wall' | 'presenter', session: string, at: At | null): string {
  const asked = new URLSearchParams(location.search)
  if (at) {
    asked.set('deck', at.deckId)
    asked.set('slide', String(at.wallSlide + 1))
  }
  asked.set('mode', mode)
  asked.set('session', session)
  return `${location.pathname}?${asked}`
}

type At = { readonly deckId: string; readonly wallSlide: number }

/**
 * Opens the presenter's window; null, or why there is none.
 *
 * @param at where it begins; null: where the address of this window is.
 */
export function openPresenter(session: string, at: At | null = null): string | null {
  const opened = window.open(addressOf('presenter', session, at), `presenter-${session}`, POPUP)
  return opened ? null : BLOCKED
}

const BLOCKED =
  'The browser kept the window from opening. Allow pop-ups for this page and try again.'

type Screens = {
  readonly screens: readonly {
    readonly isPrimary: boolean
    readonly availLeft: number
    readonly availTop: number
    readonly availWidth: number
    readonly availHeight: number
  }[]
}

/** Opens the window for the wall, on another screen where the browser says where one is; null, or why there is none. */
export async function openAudience(session: string): Promise<string | null> {
  const place = (await otherScreen()) ?? POPUP
  const opened = window.open(addressOf('wall', session, null), `audience-${session}`, place)
  return opened ? null : BLOCKED
}

/** Whether the browser can say where screens are. */
export function knowsScreens(): boolean {
  return 'getScreenDetails' in window
}

async function otherScreen(): Promise<string | null> {
  if (!knowsScreens()) return null
  try {
    const { getScreenDetails } = window as unknown as { getScreenDetails: () => Promise<Screens> }
    const { screens } = await getScreenDetails.call(window)
    const other = screens.find(({ isPrimary }) => !isPrimary)
    if (!other) return null
    const { availLeft, availTop, availWidth, availHeight } = other
    return `popup,left=${availLeft},top=${availTop},width=${availWidth},height=${availHeight}`
  } catch {
    // The person said no, or the browser: the window is dragged by hand.
    return null
  }
}
