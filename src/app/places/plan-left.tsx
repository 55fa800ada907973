import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { LayersPanel } from '#panels/layers/layers-panel.tsx'
import { PlanScenario } from '#panels/plan/plan-left.tsx'
import { Question } from '#panels/plan/question.tsx'
import type { Wish } from '#panels/plan/wish.ts'
import { useScreen } from '#ui/room.tsx'
import { BasemapSlot } from '../basemap/basemap-slot.tsx'
import { useLayerEntries } from './layer-entries.ts'

/** The left paper turned over: the question, or the layers. */
export function PlanLeft(props: { readonly wish: Wish; readonly onWish: (wish: Wish) => void }) {
  const [tab, setTab] = useState('question')
  const scenarioId = useScreen((state) => state.scenarioId)
  return (
    <Tabs className="turned" selectedKey={tab} onSelectionChange={(key) => setTab(String(key))}>
      <div className="turned-head">
        <TabList className="turned-tabs" aria-label="Left paper">
          <Tab id="question" className="turned-tab">
            Question
          </Tab>
          <Tab id="layers" className="turned-tab">
            Layers <OnCount />
          </Tab>
        </TabList>
      </div>
      <div className="turned-row">
        <PlanScenario scenarioId={scenarioId} />
      </div>
      <TabPanel id="question" className="turned-panel">
        <Question scenarioId={scenarioId ?? ''} wish={props.wish} onWish={props.onWish} />
      </TabPanel>
      <TabPanel id="layers" className="turned-panel">
        <ListedLayers />
      </TabPanel>
    </Tabs>
  )
}

function OnCount() {
  const onCount = useLayerEntries().filter(({ isVisible }) => isVisible).length
  return <span className="light">{onCount} on</span>
}

function ListedLayers() {
  return <LayersPanel layers={useLayerEntries()} basemap={<BasemapSlot />} />
}
