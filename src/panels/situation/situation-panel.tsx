import { useState } from 'react'
import type { Ground } from '#analysis/ground.ts'
import type { Situation } from '#analysis/situation.ts'
import { baselineOf, operationOf } from '#core/document.ts'
import { counted, decimal, peopleShown, percent } from '#core/figures.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { useDocument, useResults, useRoom, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Paper, Section } from '#ui/widgets/paper.tsx'
import { Empty, WorkState } from '#ui/widgets/states.tsx'
import { SituationTabs } from '../studies/situation-tabs.tsx'
import { StudyPaper } from '../studies/study-paper.tsx'
import { type CommunityRow, UnderservedList } from './underserved-list.tsx'
import { UnknownList, type UnknownRow } from './unknown-list.tsx'
import { useIndicators } from './use-indicators.ts'
import { useRankRanges } from './use-rank-ranges.ts'
import { Weights } from './weights.tsx'
import './situation.css'
import { useMemo } from 'react'
import type { Weighed } from './reweigh.ts'

const FIRST_COUNT = 9
const MORE_COUNT = 50

type SituationProps = { readonly onImport: () => void }

/** The paper of the Situation place: need, or a study of the facts. */
export function SituationPanel({ onImport }: SituationProps) {
  const studyId = useScreen((state) => state.studyId)
  return studyId === null ? (
    <NeedPaper onImport={onImport} />
  ) : (
    <StudyPaper studyId={studyId} onImport={onImport} />
  )
}

/** POC and community need: what it is made of, who is underserved, and where nobody knows. */
function NeedPaper({ onImport }: SituationProps) {
  const document = useDocument((state) => state.document)
  const ground = useResults((state) => state.ground)
  const scenarioId = useScreen((state) => state.scenarioId) ?? baselineOf(document)?.id ?? ''
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
        <Lists ground={ground.value} situation={work.value} />
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
  return `0 to 10, per hex of about ${decimal(mean, 0)} km². ${share}`
}

function Lists({ ground, situation }: { readonly ground: Ground; readonly situation: Situation }) {
  const operation = useDocument((state) => operationOf(state.document))
  const indicators = useIndicators()
  const [count, setCount] = useState(FIRST_COUNT)
  const weighed = useMemo<Weighed>(
    () => ({ ground, operation, indicators, situation }),
    [ground, operation, indicators, situation],
  )
  const shown = useMemo(
    () => [...situation.underservedCommunities.subarray(0, count)],
    [situation, count],
  )
  const ranges = useRankRanges(weighed, shown)
  const choose = useChooseCommunity(ground)
  const selectedId = useScreen(({ selection }) =>
    selection?.type === 'row' && selection.table === 'communities' ? selection.id : null,
  )
  const ranked = situation.underservedCommunities.length
  const unknown = [...situation.unknownCommunities]
  const unknownPeople = unknown.reduce(
    (sum, community) => sum + (ground.communityPeopleCount[community] ?? 0),
    0,
  )
  return (
    <>
      <Section
        title="Underserved communities"
        aside={`${counted(ranked, 'ranked', 'ranked')} · ${counted(unknown.length, 'not', 'not')}`}
      >
        {ranked === 0 ? (
          <Empty>
            No community has enough data to be ranked. Lower the data threshold below the weights,
            or import more reports and surveys.
          </Empty>
        ) : (
          <UnderservedList
            rows={shown.map((community, i) =>
              communityRow(ground, situation, { community, rank: i + 1 }),
            )}
            ranges={ranges}
            selectedId={selectedId}
            onChoose={choose}
          />
        )}
        {ranked > count ? (
          <Button look="text" onPress={() => setCount(count + MORE_COUNT)}>
            Show {Math.min(MORE_COUNT, ranked - count)} more
          </Button>
        ) : null}
      </Section>
      {unknown.length > 0 ? (
        <Section
          title="Insufficient data, not ranked"
          aside={`${counted(unknown.length, 'place')} · ${peopleText(unknownPeople)} people`}
        >
          <UnknownList
            rows={unknown
              .slice(0, Math.max(5, count))
              .map((community) => unknownRow(ground, situation, community))}
            selectedId={selectedId}
            onChoose={choose}
          />
        </Section>
      ) : null}
    </>
  )
}

function peopleText(count: number): string {
  const { value, unit } = peopleShown(count)
  return unit ? `${value} ${unit}` : value
}

/** Selects a community and flies to it. */
function useChooseCommunity(ground: Ground) {
  const { screen } = useRoom()
  return ({ id }: { readonly id: string }) => {
    const community = ground.communityIds.indexOf(id)
    const lon = ground.communityLonDegrees[community]
    const lat = ground.communityLatDegrees[community]
    if (lon === undefined || lat === undefined) return
    screen.setState({
      selection: { type: 'row', table: 'communities', id },
      flight: { centre: [lon, lat], zoom: 9.5 },
    })
  }
}

function communityRow(
  ground: Ground,
  situation: Situation,
  { community, rank }: { readonly community: number; readonly rank: number },
): CommunityRow {
  const cell = ground.communityCell[community] ?? -1
  return {
    community,
    rank,
    id: ground.communityIds[community] ?? '',
    name: ground.communityNames[community] ?? '',
    county: ground.areaNames[ground.communityAreaIndex[community] ?? -1] ?? '',
    unmetScore: situation.underservedScore[cell] ?? Number.NaN,
    peopleCount: ground.communityPeopleCount[community] ?? 0,
  }
}

function unknownRow(ground: Ground, { need }: Situation, community: number): UnknownRow {
  const cell = ground.communityCell[community] ?? -1
  return {
    id: ground.communityIds[community] ?? '',
    name: ground.communityNames[community] ?? '',
    county: ground.areaNames[ground.communityAreaIndex[community] ?? -1] ?? '',
    lowest: need.lowest[cell] ?? 0,
    highest: need.highest[cell] ?? 10,
    evidenceShare: need.evidenceShare[cell] ?? 0,
    peopleCount: ground.communityPeopleCount[community] ?? 0,
  }
}
