import type { Zone } from '#core/records/zone.ts'
import { useRoom, useScenarioId } from '#ui/room.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { ScenarioPick } from '../scenarios/scenario-pick.tsx'
import { DrawButtons } from './draw/draw-buttons.tsx'
import { MeasureList } from './measures/measure-list.tsx'
import { ProposeButton } from './propose/propose-button.tsx'
import { useInHand, useOutlinesInHand, useZoneStatistics, useZones } from './use-zones.ts'
import { ZoneList } from './zone-list.tsx'
import './zones.css'

/** The list of zones over the layers of the Zones place. */
export function ZonesLeft() {
  const { screen } = useRoom()
  const scenarioId = useScenarioId()
  const zones = useZones()
  return (
    <div className="zones-left">
      <Section
        title={`Zones, ${zones.length}`}
        aside={
          <ScenarioPick
            label="COA whose zones are shown"
            value={scenarioId}
            onChange={(id) => screen.setState({ scenarioId: id })}
          />
        }
      >
        <div className="zone-heads" aria-hidden>
          <span>people</span>
          <span>workload</span>
        </div>
        <CountedZones zones={zones} />
        <DrawButtons />
        <ProposeButton />
      </Section>
      <MeasureList />
    </div>
  )
}

/** What every move of a border in hand draws anew. */
function CountedZones({ zones }: { readonly zones: readonly Zone[] }) {
  const { facts, saved } = useZoneStatistics(zones)
  const { ofZones } = useInHand(zones, facts, useOutlinesInHand())
  return <ZoneList zones={zones} saved={saved} inHand={ofZones} />
}
