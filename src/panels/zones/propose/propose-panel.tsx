import { useState } from 'react'
import { takeProposal, unitsLeftSentence } from '#core/commands/zones/take-proposal.ts'
import type { ZoneProposal } from '#planner/zoning/zone-proposal.ts'
import type { ZoneWish } from '#planner/zoning/zone-wish.ts'
import { useResults, useRoom, useRun, useScenarioId } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Paper } from '#ui/widgets/paper.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { Failed, Progress } from '#ui/widgets/states.tsx'
import { ProposalResult } from './proposal-result.tsx'
import { SeedTicks } from './seed-ticks.tsx'
import { useWish } from './use-wish.ts'
import { WishRows } from './wish-rows.tsx'
import { useZoneDesk } from './zone-desk.ts'
import './propose.css'

type Way = 'replace' | 'add'

const WAYS: readonly { readonly id: Way; readonly name: string }[] = [
  { id: 'replace', name: 'Replace unlocked' },
  { id: 'add', name: 'Add' },
]

/** The right paper of Zones while zones are proposed: what came out, taking it, and what is asked. */
export function ProposePanel() {
  const { screen } = useRoom()
  const desk = useZoneDesk()
  const scenarioId = useScenarioId()
  const { wish, setWish, bases, hasUnits } = useWish()
  const work = useResults((state) => state.zoneProposal)
  const request = useResults((state) => state.zoneProposalRequest)
  const isStale = useResults((state) => state.isZoneProposalStale)
  const [way, setWay] = useState<Way>('replace')
  const isOwn = request?.scenarioId === scenarioId
  const isRunning = isOwn && work.status === 'running'
  const proposal = isOwn && work.status === 'ready' ? work.value : null
  const isOther = request !== null && JSON.stringify(request.wish) !== JSON.stringify(wish)
  const ask = () => desk.request({ scenarioId, wish })
  const take = useTake(request?.wish.kind ?? wish.kind, way)
  return (
    <Paper
      title="Propose zones"
      about="One zone a base, each in one piece, shared out evenly. Nothing changes until you take them."
      action={<Button onPress={() => screen.setState({ isZoneProposalOpen: false })}>Close</Button>}
      foot={
        <Foot
          proposal={proposal}
          isRunning={isRunning}
          isToAsk={!proposal || isStale || isOther}
          isStale={isStale}
          canAsk={wish.baseIds.length > 0}
          onAsk={ask}
          onTake={take}
        />
      }
    >
      {isOwn && work.status === 'failed' ? (
        <Failed sentence={work.error ?? 'The zones could not be worked out.'} onRetry={ask} />
      ) : null}
      {isRunning ? (
        <section className="section">
          <Progress what="Sharing ground out …" share={work.progressShare} />
        </section>
      ) : null}
      {proposal ? (
        <ProposalResult
          proposal={proposal}
          note={noteOf(isStale, isOther)}
          aside={
            <Segment
              label="What becomes of zones that are there"
              choices={WAYS}
              value={way}
              onChange={setWay}
            />
          }
        />
      ) : null}
      <WishRows wish={wish} onWish={setWish} />
      <SeedTicks
        bases={bases}
        hasUnits={hasUnits}
        chosen={wish.baseIds}
        onChosen={(baseIds) => setWish({ baseIds })}
      />
    </Paper>
  )
}

function noteOf(isStale: boolean, isOther: boolean): string | null {
  if (isStale) return 'Facts have changed since these zones were proposed. Propose again.'
  return isOther ? 'These zones were proposed under other choices than those below.' : null
}

function Foot(props: {
  readonly proposal: ZoneProposal | null
  readonly isRunning: boolean
  readonly isToAsk: boolean
  /** Facts have changed since: what is proposed may lie over what is there now. */
  readonly isStale: boolean
  readonly canAsk: boolean
  readonly onAsk: () => void
  readonly onTake: (proposal: ZoneProposal) => void
}) {
  const desk = useZoneDesk()
  const { proposal } = props
  if (props.isRunning) {
    return (
      <>
        <Button look="text" onPress={desk.discard}>
          Discard
        </Button>
        <Button onPress={desk.stop}>Stop and keep the best so far</Button>
      </>
    )
  }
  return (
    <>
      {proposal ? (
        <Button look="text" onPress={desk.discard}>
          Discard
        </Button>
      ) : null}
      <Button
        look={props.isToAsk ? 'filled' : 'plain'}
        isDisabled={!props.canAsk}
        onPress={props.onAsk}
      >
        {proposal ? 'Propose again' : 'Propose'}
      </Button>
      {proposal ? (
        <Button
          look={props.isToAsk ? 'plain' : 'filled'}
          isDisabled={props.isStale}
          onPress={() => props.onTake(proposal)}
          hint={
            props.isStale ? 'Facts have changed. Propose again first' : 'Can be undone (Ctrl+Z)'
          }
        >
          Take these zones
        </Button>
      ) : null}
    </>
  )
}

/** Makes the proposed zones rows, and shows them as what they are now. */
function useTake(kind: ZoneWish['kind'], way: Way) {
  const { screen, documents, tell, newId } = useRoom()
  const desk = useZoneDesk()
  const run = useRun()
  const scenarioId = useScenarioId()
  return ({ zones }: ZoneProposal) => {
    const taken = zones.map(({ name, outline, tint, baseIds }) => ({
      ...{ name, outline, tint },
      baseId: baseIds[0]!,
    }))
    const ids = zones.map(newId)
    const args = { scenarioId, kind, way, zones: taken, ids }
    const left = unitsLeftSentence(documents.getState().document, args)
    if (!run(takeProposal, args)) return
    if (left) tell(left)
    desk.discard()
    screen.setState({ isZoneProposalOpen: false, selection: null })
  }
}
