import { type ReactNode, useMemo } from 'react'
import type { ZoneStatistics } from '#analysis/zones/zone-statistics.ts'
import { counted, peopleText } from '#core/figures.ts'
import type { Zone } from '#core/records/zone.ts'
import type { Tool } from '#state/screen-store.ts'
import { useDocument, useResults, useScenarioId, useScreen } from '#ui/room.tsx'
import { Paper, Section } from '#ui/widgets/paper.tsx'
import { Empty } from '#ui/widgets/states.tsx'
import { aboutZones } from './about-zones.ts'
import { BoundSection } from './figures/bound-section.tsx'
import type { ZoneColumn } from './figures/statistic-table.tsx'
import { StatisticsSection } from './figures/statistics-section.tsx'
import { MeasureSheet } from './measures/measure-sheet.tsx'
import { useSelectedMeasure } from './measures/use-measures.ts'
import { ProblemList } from './problems/problem-list.tsx'
import { useProblemSteps } from './problems/use-problem-steps.ts'
import { useProblems } from './problems/use-problems.ts'
import { ProposePanel } from './propose/propose-panel.tsx'
import { sharedStart } from './shared-start.ts'
import {
  type StatisticsById,
  useInHand,
  useOutlinesInHand,
  useZoneStatistics,
  useZones,
} from './use-zones.ts'
import { ZoneSheet } from './zone-sheet.tsx'
import './zones.css'

/** The right paper of Zones: the selected zone or line, the outline being drawn, or all in short. */
export function ZonesPanel() {
  const isProposing = useScreen((state) => state.isZoneProposalOpen && !state.zonePreview)
  const isDrawing = useScreen((state) => state.zonePreview !== null)
  const measure = useSelectedMeasure()
  if (isProposing) return <ProposePanel />
  return measure && !isDrawing ? <MeasureSheet measure={measure} /> : <DrawnZones />
}

function DrawnZones() {
  const zones = useZones()
  const { facts, saved } = useZoneStatistics(zones)
  const outlines = useOutlinesInHand()
  const inHand = useInHand(zones, facts, outlines)
  const document = useDocument((state) => state.document)
  const scenarioId = useScenarioId()
  const problems = useProblems(zones, saved, inHand.ofZones)
  const steps = useProblemSteps(problems, zones.length)
  const selectedId = useScreen(({ selection }) =>
    selection?.type === 'row' && selection.table === 'zones' ? selection.id : null,
  )
  const chosen = chosenZones(zones, [...outlines.outlines.keys()], selectedId)
  const [zone] = chosen
  const kind = zone?.kind ?? zones[0]?.kind ?? 'sector'
  const ofKind = useMemo(() => zones.filter((each) => each.kind === kind), [zones, kind])
  const shared = useMemo(() => sharedStart(ofKind.map(({ name }) => name)), [ofKind])
  const others = useOthers(ofKind, saved, chosen)
  const isInHand = inHand.ofZones.size > 0
  const about = useMemo(
    () => aboutZones(document, { scenarioId, isInHand, otherCount: others.size }),
    [document, scenarioId, isInHand, others.size],
  )
  if (outlines.newOutline) return <NewZone now={inHand.ofNew} others={saved} />
  const ofAll = (
    <>
      <Bound zones={ofKind} saved={saved} inHand={inHand.ofZones} kind={kind} />
      <ProblemList problems={problems} steps={steps} zones={zones} />
    </>
  )
  if (!zone) {
    return (
      <NoZone zoneCount={zones.length} people={peopleOf(saved)}>
        {zones.length > 0 ? ofAll : null}
      </NoZone>
    )
  }
  return (
    <ZoneSheet
      zone={zone}
      zones={zones}
      statistics={saved}
      about={about}
      columns={columnsOf(chosen, saved, inHand.ofZones, shared)}
      others={others}
    >
      {ofAll}
    </ZoneSheet>
  )
}

/** Saved statistics of all but the chosen: the same while the same are chosen, at every move. */
function useOthers(
  zones: readonly Zone[],
  saved: StatisticsById,
  chosen: readonly Zone[],
): StatisticsById {
  const [firstId, secondId] = chosen.map(({ id }) => id)
  return useMemo(
    () =>
      new Map(
        zones.flatMap(({ id }): [string, ZoneStatistics][] => {
          const own = saved.get(id)
          return own && id !== firstId && id !== secondId ? [[id, own]] : []
        }),
      ),
    [zones, saved, firstId, secondId],
  )
}

/** The selected zone first, then one more whose border is in hand. */
function chosenZones(
  zones: readonly Zone[],
  inHandIds: readonly string[],
  selectedId: string | null,
): readonly Zone[] {
  const isFirst = selectedId !== null && (inHandIds.length === 0 || inHandIds.includes(selectedId))
  const ids = isFirst ? [selectedId, ...inHandIds] : inHandIds
  const found = [...new Set(ids)].flatMap((id) => zones.find((zone) => zone.id === id) ?? [])
  return found.slice(0, 2)
}

function columnsOf(
  zones: readonly Zone[],
  saved: StatisticsById,
  inHand: StatisticsById,
  shared: string,
): ZoneColumn[] {
  return zones.flatMap(({ id, name }) => {
    const moved = inHand.get(id) ?? null
    const before = saved.get(id) ?? null
    const now = moved ?? before
    return now
      ? [
          {
            name: name.startsWith(shared) ? name.slice(shared.length) : name,
            now,
            saved: moved ? before : null,
          },
        ]
      : []
  })
}

function Bound(props: {
  readonly zones: readonly Zone[]
  readonly saved: StatisticsById
  readonly inHand: StatisticsById
  readonly kind: Zone['kind']
}) {
  const scenarioId = useScenarioId()
  const work = useResults((state) => state.zoneReview)
  const travel = useResults((state) => state.zoneTravel)
  const review = work.scenarioId === scenarioId ? work.value : null
  const loads = props.zones.map(({ id, name }) => {
    const before = props.saved.get(id)?.workloadShare ?? Number.NaN
    return { name, now: props.inHand.get(id)?.workloadShare ?? before, saved: before }
  })
  return (
    <BoundSection
      bound={review?.bounds[props.kind] ?? null}
      isRunning={travel.status !== 'failed' && work.status !== 'failed' && review === null}
      error={travel.error ?? work.error}
      loads={loads}
      isInHand={props.inHand.size > 0}
    />
  )
}

const FINISH_CORNERS =
  'Enter or a press on the first corner finishes; Esc takes the last corner back.'

/** How a drawing ends, where it is not by corners. */
const FINISH: Readonly<Partial<Record<Tool, string>>> = {
  rectangle: 'A press on the opposite corner finishes; Esc lets go of it.',
  circle: 'A press on the circle or a typed radius finishes; Esc lets go of it.',
  freehand: 'Letting go of the button finishes; Esc lets go of it.',
  paint: 'Letting go of the button or Enter keeps it; Esc lets go of the stroke.',
}

function NewZone(props: { readonly now: ZoneStatistics | null; readonly others: StatisticsById }) {
  const { now, others } = props
  const tool = useScreen((state) => state.tool)
  const title = tool === 'cut' ? 'Ground to cut out' : 'New zone'
  return (
    <Paper title={title} about={FINISH[tool] ?? FINISH_CORNERS}>
      {now ? (
        <StatisticsSection columns={[{ name: title, now, saved: null }]} others={others} />
      ) : (
        <Section title="Inside so far" aside="counted as you draw">
          <p className="empty">Three corners make a zone.</p>
        </Section>
      )}
    </Paper>
  )
}

function NoZone(props: {
  readonly zoneCount: number
  readonly people: string
  readonly children: ReactNode
}) {
  const { zoneCount, people } = props
  return (
    <Paper
      title="Zones"
      about="Deployment zones of this COA: sectors, areas of responsibility, patrol boxes."
    >
      <Section title="Nothing selected">
        <Empty>
          {zoneCount === 0
            ? 'Draw the first zone with the buttons on the left or the key P. While you draw, people, need, response and incidents inside it are counted here.'
            : `${counted(zoneCount, 'zone')} with ${people} people. Press one in the list or on the map to see what lies in it and to move its border.`}
        </Empty>
      </Section>
      {props.children}
    </Paper>
  )
}

function peopleOf(statistics: StatisticsById): string {
  return peopleText([...statistics.values()].reduce((sum, zone) => sum + zone.peopleCount, 0))
}
