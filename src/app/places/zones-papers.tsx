import { lazy, type ReactNode, Suspense } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { UnitSymbol } from '#map/symbols/unit-symbol.tsx'
import { ZonesPanel } from '#panels/zones/zones-panel.tsx'
import { useRoom, useScreen } from '#ui/room.tsx'

/** Trees that can be dragged are 20 kB packed, for which the first page does not wait. */
const ForcesLeft = lazy(() =>
  import('#panels/forces/forces-left.tsx').then((module) => ({ default: module.ForcesLeft })),
)
const ForcesPanel = lazy(() =>
  import('#panels/forces/forces-panel.tsx').then((module) => ({ default: module.ForcesPanel })),
)
const OPENING = <p className="empty">Forces are being opened …</p>

/** The left paper of Zones turned over: zones and layers, or the forces that answer for them. */
export function ZonesTurned({ layers }: { readonly layers: ReactNode }) {
  const { screen } = useRoom()
  const tab = useScreen((state) => state.zonesTab)
  const theme = useScreen((state) => state.theme)
  return (
    <Tabs
      className="turned"
      selectedKey={tab}
      onSelectionChange={(key) =>
        screen.setState({ zonesTab: key === 'forces' ? 'forces' : 'zones' })
      }
    >
      <div className="turned-head">
        <TabList className="turned-tabs" aria-label="Left paper">
          <Tab id="zones" className="turned-tab">
            Zones
          </Tab>
          <Tab id="forces" className="turned-tab">
            Forces
          </Tab>
        </TabList>
      </div>
      <TabPanel id="zones" className="turned-panel">
        {layers}
      </TabPanel>
      <TabPanel id="forces" className="turned-panel">
        <Suspense fallback={OPENING}>
          <ForcesLeft symbolOf={(unit) => <UnitSymbol unit={unit} theme={theme} />} />
        </Suspense>
      </TabPanel>
    </Tabs>
  )
}

/** The right paper of Zones: what goes with the left one, but always the zone or line that is in hand. */
export function ZonesRight() {
  const isForces = useScreen(
    ({ zonesTab, zonePreview, selection }) =>
      zonesTab === 'forces' &&
      zonePreview === null &&
      !(selection?.type === 'row' && ['zones', 'controlMeasures'].includes(selection.table)),
  )
  return isForces ? (
    <Suspense fallback={OPENING}>
      <ForcesPanel />
    </Suspense>
  ) : (
    <ZonesPanel />
  )
}
