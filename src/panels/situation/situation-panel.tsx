import type { Ground } from '#analysis/ground.ts'
import { NEED_DRAW_COUNT } from '#analysis/need-ranks.ts'
import type { Situation } from '#analysis/situation.ts'
import { operationOf } from '#core/document.ts'
import { decimal, grouped, percent } from '#core/figures.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { useDocument, useResults, useScenarioId, useScreen } from '#ui/room.tsx'
import { Paper, Section } from '#ui/widgets/paper.tsx'
import { Empty, WorkState } from '#ui/widgets/states.tsx'
import { AccessPaper } from '../access/access-paper.tsx'
import type { SwatchOf } from '../access/restriction-list.tsx'
import { SituationTabs } from '../studies/situation-tabs.tsx'
import { StudyPaper } from '../studies/study-paper.tsx'
import { NeedLists } from './need-lists.tsx'
import { Weights } from './weights.tsx'
import './situation.css'

type SituationProps = { readonly onImport: () => void }

/** The paper of the Situation place: need, restrictions on access, or a study of the facts. */
export function SituationPanel({
  onImport,
  onShocks,
  swatchOf,
}: SituationProps & {
  readonly onShocks: () => void
  /** How a restriction looks on the map. */
  readonly swatchOf: SwatchOf
}) {
  const studyId = useScreen((state) => state.studyId)
  const isAccessOpen = useScreen((state) => state.isAccessOpen)
  if (studyId !== null) return <StudyPaper studyId={studyId} onImport={onImport} />
  return isAccessOpen ? (
    <AccessPaper onImport={onImport} onShocks={onShocks} swatchOf={swatchOf} />
  ) : (
    <NeedPaper onImport={onImport} />
  )
}

/** POC and community need: what it is made of, who is underserved, and where nobody knows. */
function NeedPaper({ onImport }: SituationProps) {
  const document = useDocument((state) => state.document)
  const ground = useResults((state) => state.ground)
  const scenarioId = useScenarioId()
  const work = useResults((state) => state.situations[scenarioId])
  const operation = operationOf(document)
  const { areas, communities, datasets } = document.tables
  const lacksBorders = areas.size === 0 && (communities.size > 0 || datasets.size > 0)
  const isReady = ground.value && work?.value
  const about = isReady
    ? aboutNeed(ground.value, work.value)
    : 'Need from 0 to 10, cell by cell, from what people reported, answered and live with.'
  return (
    <Paper
      title="POC and community need"
      about={
        <>
          {about}
          <br />
          {operation.incidentWindowDays} days to {dateTimeGroup(operation.planningAt)}.
        </>
      }
    >
      <SituationTabs />
      <Weights scenarioId={scenarioId} />
      {isReady ? (
        <NeedLists ground={ground.value} situation={work.value} />
      ) : (
        <Section title="Underserved communities">
          <WorkState
            work={ground.status === 'ready' ? work : ground}
            what="Working out need"
            idle={
              <Empty action={{ name: 'Import data', onPress: onImport }}>
                {lacksBorders
                  ? 'The borders are missing: need is worked out county by county. Import administrative areas, such as the counties; everything else may stay as it is.'
                  : 'Nothing is known of the ground yet. Import counties, communities and incidents; need is worked out as soon as they are in.'}
              </Empty>
            }
          />
        </Section>
      )}
    </Paper>
  )
}

function aboutNeed(ground: Ground, { need }: Situation): string {
  const cells = ground.grid.cells.length
  const mean = ground.grid.areaSquareKilometres.reduce((sum, area) => sum + area, 0) / (cells || 1)
  const all = ground.peopleCount.reduce((sum, people) => sum + people, 0)
  const unknown = ground.peopleCount.reduce(
    (sum, people, cell) => (Number.isNaN(need.score[cell]) ? sum + people : sum),
    0,
  )
  const share = all > 0 ? `${percent(unknown / all)} % of people cannot be ranked.` : ''
  return `0 to 10, per hex of about ${decimal(mean, 0)} km². Intervals from ${grouped(NEED_DRAW_COUNT)} draws of weights, goalposts and means. ${share}`
}
