import { PanelLeft, PanelRight, Table2 } from 'lucide-react'
import { Suspense, useEffect, useState } from 'react'
import { openScenarios } from '#core/document.ts'
import { restrictionSwatch } from '#map/layers/restrictions/index.ts'
import { LayersPanel } from '#panels/layers/layers-panel.tsx'
import { usePlanDesk } from '#panels/plan/plan-desk.ts'
import { FIRST_WISH, movesOf, type Wish } from '#panels/plan/wish.ts'
import { CoaMenu } from '#panels/scenarios/coa-menu.tsx'
import { ScenarioPick } from '#panels/scenarios/scenario-pick.tsx'
import { SituationPanel } from '#panels/situation/situation-panel.tsx'
import { StatusLine } from '#panels/status/status-line.tsx'
import { toggleTable } from '#panels/tables/open-table.ts'
import { type Playing, TimeStrip } from '#panels/time/time-strip.tsx'
import { useDocument, useRoom, useScenarioId, useScreen } from '#ui/room.tsx'
import { PanelBoundary } from '#ui/widgets/states.tsx'
import { BasemapSlot } from '../basemap/basemap-slot.tsx'
import { later, Opening, warmLater } from './later.tsx'
import { useLayerEntries } from './layer-entries.ts'
import { MapSlot, ScaleSlot } from './map-slots.tsx'
import { StaleBanner } from './stale-banner.tsx'
import { useChooseLayers } from './use-shown.ts'
import { ZonesRight, ZonesTurned } from './zones-papers.tsx'

const PlanPanel = later(() => import('#panels/plan/plan-panel.tsx').then((it) => it.PlanPanel))
const PlanLeft = later(() => import('./plan-left.tsx').then((it) => it.PlanLeft))
const BriefSlot = later(() => import('./brief-slot.tsx').then((it) => it.BriefSlot))
const ComparePlace = later(() =>
  import('./compare/compare-place.tsx').then((it) => it.ComparePlace),
)
const TableDrawer = later(() =>
  import('#panels/tables/table-drawer.tsx').then((it) => it.TableDrawer),
)
const ZonesLeft = later(() => import('#panels/zones/zones-left.tsx').then((it) => it.ZonesLeft))

type PlacesProps = {
  readonly playing: Playing
  readonly onImport: () => void
  readonly onShocks: () => void
}

/** What stands between the bars: papers and map for the place that is open. */
export function Places(props: PlacesProps) {
  const place = useScreen((state) => state.place)
  useEffect(warmLater, [])
  if (place === 'brief') {
    return (
      <Opening>
        <BriefSlot />
      </Opening>
    )
  }
  if (place === 'compare') {
    return (
      <Opening>
        <ComparePlace layers={<LayersOfPanes />} time={<TimeStrip playing={props.playing} />} />
      </Opening>
    )
  }
  return <MapPlace {...props} />
}

/** Situation, Zones and Plan share one map, which stays as the papers round it change. */
function MapPlace({ playing, onImport, onShocks }: PlacesProps) {
  const place = useScreen((state) => state.place)
  const isLeftOpen = useScreen((state) => state.isLeftOpen)
  const isRightOpen = useScreen((state) => state.isRightOpen)
  const theme = useScreen((state) => state.theme)
  const { request } = usePlanDesk()
  const [wish, setWish] = useState<Wish>(FIRST_WISH)
  const scenario = useDocument((state) => state.document.tables.scenarios).get(
    useScreen((state) => state.scenarioId) ?? '',
  )
  usePlanScenario(place === 'plan')
  const run = () => {
    if (!scenario || scenario.isBaseline) return
    const { objectiveName, seed } = wish
    request({ scenarioId: scenario.id, objectiveName, seed, maxMoves: movesOf(wish) })
  }
  return (
    <main
      className="room"
      data-left={isLeftOpen || undefined}
      data-right={isRightOpen || undefined}
    >
      {isLeftOpen ? (
        <aside className="paper-left" aria-label="Layers">
          <PanelBoundary name="The left paper">
            {place === 'plan' ? (
              <Opening>
                <PlanLeft wish={wish} onWish={setWish} />
              </Opening>
            ) : place === 'zones' ? (
              <ZonesTurned layers={<Layers isZones />} />
            ) : (
              <Layers isZones={false} />
            )}
          </PanelBoundary>
        </aside>
      ) : null}
      <MapColumn>
        <PanelBoundary name="The map">
          <MapSlot />
        </PanelBoundary>
        <Folds />
        <PanelBoundary name="The table">
          <Drawer />
        </PanelBoundary>
        <PanelBoundary name="The time strip">
          <TimeStrip playing={playing} />
        </PanelBoundary>
      </MapColumn>
      {isRightOpen ? (
        <aside className="paper-right" aria-label={place}>
          <PanelBoundary key={place} name="The right paper">
            {place === 'situation' ? (
              <SituationPanel
                onImport={onImport}
                onShocks={onShocks}
                swatchOf={(restriction) => restrictionSwatch(restriction, theme)}
              />
            ) : null}
            {place === 'zones' ? <ZonesRight /> : null}
            {place === 'plan' ? (
              <Opening>
                <PlanPanel scenario={scenario ?? null} onRun={run} />
              </Opening>
            ) : null}
          </PanelBoundary>
        </aside>
      ) : null}
      <div className="status-row">
        <StatusLine scaleBar={<ScaleSlot />} banner={<StaleBanner />} />
      </div>
    </main>
  )
}

/** Its height is kept for it from the first, so that nothing moves when it has come. */
function Drawer() {
  const { isOpen, heightPixels } = useScreen((state) => state.tables)
  if (!isOpen) return null
  return (
    <Suspense fallback={<div style={{ height: heightPixels }} />}>
      <TableDrawer />
    </Suspense>
  )
}

/** The map, the drawer of tables while it is open, and the time strip. */
function MapColumn({ children }: { readonly children: React.ReactNode }) {
  const { isOpen, heightPixels } = useScreen((state) => state.tables)
  const style = { '--table-height': `${isOpen ? heightPixels : 0}px` } as React.CSSProperties
  return (
    <div className="map-column" data-table={isOpen || undefined} style={style}>
      {children}
    </div>
  )
}

function Layers({ isZones }: { readonly isZones: boolean }) {
  const { screen } = useRoom()
  const layers = useLayerEntries()
  const chooseLayers = useChooseLayers()
  const scenarioId = useScenarioId()
  return (
    <LayersPanel
      layers={layers}
      onViews={chooseLayers}
      basemap={<BasemapSlot />}
      head={
        isZones ? null : (
          <span className="coa-row">
            <ScenarioPick
              label="COA on the map"
              value={scenarioId}
              onChange={(id) => screen.setState({ scenarioId: id })}
            />
            <CoaMenu scenarioId={scenarioId} />
          </span>
        )
      }
    >
      {isZones ? (
        <Opening>
          <ZonesLeft />
        </Opening>
      ) : null}
    </LayersPanel>
  )
}

/** Surfaces are left out: panes of a comparison show the time to help and no other. */
function LayersOfPanes() {
  const layers = useLayerEntries()
  const chooseLayers = useChooseLayers()
  return (
    <LayersPanel
      layers={layers.filter(({ group }) => group !== 'Need and coverage')}
      onViews={chooseLayers}
      head={<span className="light">the same in all panes</span>}
    />
  )
}

function Folds() {
  const { screen } = useRoom()
  const isTableOpen = useScreen((state) => state.tables.isOpen)
  const isLeftOpen = useScreen((state) => state.isLeftOpen)
  const isRightOpen = useScreen((state) => state.isRightOpen)
  return (
    <>
      <button
        type="button"
        className="fold fold-left"
        aria-label={isLeftOpen ? 'Fold the left paper' : 'Open the left paper'}
        title="["
        onClick={() => screen.setState({ isLeftOpen: !isLeftOpen })}
      >
        <PanelLeft size={14} />
      </button>
      <button
        type="button"
        className="fold fold-right"
        aria-label={isRightOpen ? 'Fold the right paper' : 'Open the right paper'}
        title="]"
        onClick={() => screen.setState({ isRightOpen: !isRightOpen })}
      >
        <PanelRight size={14} />
      </button>
      <button
        type="button"
        className="fold fold-table"
        aria-expanded={isTableOpen}
        aria-keyshortcuts="F6"
        title={isTableOpen ? 'Close the table (F6)' : 'Everything in tables (F6)'}
        onClick={() => toggleTable(screen)}
      >
        <Table2 size={14} aria-hidden /> Table
      </button>
    </>
  )
}

/** Plans are made for a COA: on coming to Plan with the current posture, the first COA is taken. */
function usePlanScenario(isPlan: boolean): void {
  const { screen, documents } = useRoom()
  useEffect(() => {
    if (!isPlan) return
    const { document } = documents.getState()
    const { scenarioId } = screen.getState()
    const isBaseline = scenarioId === null || document.tables.scenarios.get(scenarioId)?.isBaseline
    const first = openScenarios(document).find((scenario) => !scenario.isBaseline)
    if (isBaseline && first) screen.setState({ scenarioId: first.id })
  }, [isPlan, screen, documents])
}
