import { useMemo, useState } from 'react'
import { areaNeed } from '#analysis/area-need.ts'
import type { Ground } from '#analysis/ground.ts'
import type { RankIntervals } from '#analysis/rank-intervals.ts'
import type { Situation } from '#analysis/situation.ts'
import { areaPlaces } from '#analysis/studies/parts/area-places.ts'
import { operationOf } from '#core/document.ts'
import { counted, peopleText } from '#core/figures.ts'
import type { ResultsState } from '#state/results-store.ts'
import { useDocument, useResults, useRoom, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { Empty } from '#ui/widgets/states.tsx'
import { AreaList, type AreaRow } from './area-list.tsx'
import { type CommunityRow, UnderservedList } from './underserved-list.tsx'
import { UnknownList, type UnknownRow } from './unknown-list.tsx'
import type { RankRange } from './whisker.tsx'

const FIRST_COUNT = 9
const MORE_COUNT = 50
const FIRST_AREAS = 5

/** Who is underserved, need by area, and where nobody knows. */
export function NeedLists({
  ground,
  situation,
}: {
  readonly ground: Ground
  readonly situation: Situation
}) {
  const ranks = useResults(currentRanks)
  const [count, setCount] = useState(FIRST_COUNT)
  const shown = useMemo(
    () => [...situation.underservedCommunities.subarray(0, count)],
    [situation, count],
  )
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
            rangeOf={(community) => rangeOf(ranks?.communities ?? null, community)}
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
      <Areas ground={ground} situation={situation} />
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

function Areas({ ground, situation }: { readonly ground: Ground; readonly situation: Situation }) {
  const { screen } = useRoom()
  const threshold = useDocument((state) => operationOf(state.document).needDataThresholdShare)
  const ranks = useResults(currentRanks)
  const [isAll, setIsAll] = useState(false)
  const rows = useMemo(() => areaRows(ground, situation, threshold), [ground, situation, threshold])
  if (rows.length < 2) return null
  return (
    <Section title="Need by area" aside={`${counted(rows.length, 'area')}, weighted by people`}>
      <AreaList
        rows={isAll ? rows : rows.slice(0, FIRST_AREAS)}
        areaCount={rows.length}
        rangeOf={(area) => rangeOf(ranks?.areas ?? null, area)}
        aboveShareOf={(area, other) => aboveShareOf(ranks?.areas ?? null, area, other)}
        onChoose={({ place }) => {
          if (place) screen.setState({ flight: { centre: place.position, zoom: 8 } })
        }}
      />
      <p className="light ranked-note">
        Hatched: among the first in 20 to 80 % of draws. Above the next: in so many of them.
      </p>
      {!isAll && rows.length > FIRST_AREAS ? (
        <Button look="text" onPress={() => setIsAll(true)}>
          Show {rows.length - FIRST_AREAS} more
        </Button>
      ) : null}
    </Section>
  )
}

/** Worst first; areas without enough data last, those with the worst possible need first. */
function areaRows(ground: Ground, { need }: Situation, thresholdShare: number): AreaRow[] {
  const found = areaNeed(ground, need, thresholdShare)
  const places = areaPlaces(ground)
  const rows = found.map((row, area) => ({
    ...row,
    area,
    name: ground.areaNames[area] ?? '',
    place: places[area] ?? null,
  }))
  const order = (row: AreaRow) => (Number.isNaN(row.score) ? row.highest - 100 : row.score)
  return rows.filter(({ peopleCount }) => peopleCount > 0).sort((a, b) => order(b) - order(a))
}

/** Null while they are drawn again: the old ones belong to another picture. */
function currentRanks({ ranks }: ResultsState) {
  return ranks.status === 'ready' ? ranks.value : null
}

/** Null: not drawn yet, or not ranked. */
function rangeOf(ranks: RankIntervals | null, place: number): RankRange | null {
  const median = ranks?.medianRank[place] ?? 0
  if (!ranks || median === 0) return null
  return {
    median,
    best: ranks.bestRank[place]!,
    worst: ranks.worstRank[place]!,
    topShare: ranks.topShare[place]!,
    topCount: ranks.topCount,
  }
}

/** Share of draws in which one stands above the other; NaN: not drawn yet, or not ranked. */
function aboveShareOf(ranks: RankIntervals | null, place: number, other: number): number {
  const placeCount = ranks?.medianRank.length ?? 0
  return ranks?.aboveShare?.[place * placeCount + other] ?? Number.NaN
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
