import '@fontsource/ibm-plex-sans/latin-300.css'
import '@fontsource/ibm-plex-sans/latin-400.css'
import '@fontsource/ibm-plex-sans/latin-500.css'
import '@fontsource/ibm-plex-sans/latin-600.css'
import '@fontsource/ibm-plex-sans-condensed/latin-300.css'
import '@fontsource/ibm-plex-sans-condensed/latin-400.css'
import '@fontsource/ibm-plex-sans-condensed/latin-500.css'
import '@fontsource/ibm-plex-sans-condensed/latin-600.css'
import '@fontsource/ibm-plex-mono/latin-400.css'
import '@fontsource/ibm-plex-mono/latin-500.css'
import '@fontsource/noto-sans/latin-400.css'
import '@fontsource/noto-sans/latin-500.css'
import '@fontsource/noto-sans/latin-600.css'
import './tokens.css'
import '#ui/widgets/widgets.css'
import './shell.css'
import { createRoot } from 'react-dom/client'
import { finishErasing } from '#storage/erase-device.ts'
import { openStorage } from '#storage/open-storage.ts'
import { App } from './app.tsx'
import { createOwnBasemap } from './basemap/own-basemap.ts'
import { OwnBasemapProvider } from './basemap/use-basemap.ts'
import { followOtherTabs, startsAfterErasing } from './device/other-tabs.ts'
import { StillThere } from './device/still-there.tsx'
import { nowAt, systemTheme } from './opening/session.ts'
import { installTrustedTypes } from './trusted-types.ts'

installTrustedTypes()

const notErased = await finishErasing()
const isErased = startsAfterErasing()
followOtherTabs()

const FACES = [
  '13px "IBM Plex Sans"',
  '13px "IBM Plex Sans Condensed"',
  '24px "Noto Sans"',
  '500 24px "Noto Sans"',
  '600 24px "Noto Sans"',
]

// Until a room opens with the theme that is kept for it: its words may be sealed.
document.documentElement.dataset['theme'] = systemTheme()

const root = document.getElementById('root')
if (root)
  createRoot(root).render(notErased.length > 0 ? <StillThere what={notErased} /> : await room())

/** Nothing opens, and nothing is written, on a device that is to be erased. */
async function room() {
  // Faces are loaded before the map draws its first label, or labels stay in a fallback.
  const [storage] = await Promise.all([
    openStorage(),
    Promise.allSettled(FACES.map((face) => document.fonts.load(face, 'Aé0'))),
  ])
  const ownBasemap = createOwnBasemap({ newId: () => crypto.randomUUID(), now: nowAt })
  void ownBasemap.restore()
  return (
    <OwnBasemapProvider value={ownBasemap}>
      <App storage={storage} isErased={isErased} />
    </OwnBasemapProvider>
  )
}
