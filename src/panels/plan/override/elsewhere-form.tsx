import { useMemo, useState } from 'react'
import { Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components'
import { placeElsewhere } from '#core/commands/postings/place-elsewhere.ts'
import { decimal } from '#core/figures.ts'
import { forceTables } from '#core/force-at.ts'
import type { PlanPosting } from '#planner/plan.ts'
import type { PlanOverride } from '#state/screen-store.ts'
import { useDocument, useRoom, useRun } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { usePlacePosition } from '../accepted.ts'
import type { Decided } from './overridden.ts'
import { ReasonField } from './reason-field.tsx'

/** Where it shall go: the runner-up first, any place by name, or a click on the map; and why. */
export function ElsewhereForm(props: {
  readonly override: PlanOverride
  readonly posting: PlanPosting
  readonly carriers: readonly PlanPosting[]
  readonly scenarioId: string
  readonly onClose: () => void
  readonly onDecided: (decided: Decided) => void
}) {
  const { override, posting, carriers, scenarioId } = props
  const { screen, newId } = useRoom()
  const run = useRun()
  const positionOf = usePlacePosition()
  const [search, setSearch] = useState('')
  const [reason, setReason] = useState('')
  const { placeId, isPicking } = override
  const places = usePlaces(posting, search, { scenarioId, chosenId: placeId })
  const set = (part: Partial<PlanOverride>) =>
    screen.setState({ planOverride: { ...override, ...part } })
  const choose = (chosen: string) => {
    const centre = positionOf(chosen)
    set({ placeId: chosen, isPicking: false })
    if (centre) screen.setState({ flight: { centre, zoom: null } })
  }
  const isReady = placeId !== null && reason.trim() !== ''
  const put = () => {
    if (placeId === null) return
    const ids = [posting, ...carriers].map(() => newId())
    const suggestions = [posting, ...carriers].map(({ typeId, count, fromPlaceId }) => ({
      typeId,
      count,
      fromPlaceId,
      placeId,
      reason: '',
    }))
    const why = `Instead of ${posting.placeName}: ${reason.trim()}`
    const elsewhere = { scenarioId, ids, suggestions, insteadOfId: posting.placeId, reason: why }
    const isDone = reason.trim() !== '' && run(placeElsewhere, elsewhere)
    if (isDone) props.onDecided({ table: 'postings', id: ids[0]!, word: 'put elsewhere' })
  }
  return (
    <div className="override">
      <RadioGroup
        className="override-places"
        aria-label={`Where ${posting.typeName} goes instead`}
        value={placeId}
        onChange={choose}
      >
        {places.map(({ id, name, note }) => (
          <Radio key={id} value={id} className="override-place">
            <span className="radio-dot" />
            {name} <span className="light">{note}</span>
          </Radio>
        ))}
      </RadioGroup>
      <div className="override-find">
        <TextField className="field" value={search} onChange={setSearch}>
          <Label className="field-label">Another place, by name</Label>
          <Input className="field-input" />
        </TextField>
        <Button onPress={() => set({ isPicking: !isPicking })}>
          {isPicking ? 'Click on the map …' : 'Pick on the map'}
        </Button>
      </div>
      <ReasonField label="Why" value={reason} onChange={setReason} onEnter={put} />
      <div className="choice-actions">
        <Button onPress={put} isDisabled={!isReady} hint="It stays there in every later plan">
          Put it there and hold it
        </Button>
        <Button look="text" onPress={props.onClose}>
          Leave it
        </Button>
      </div>
    </div>
  )
}

type Place = { readonly id: string; readonly name: string; readonly note: string }

const FOUND_AT_MOST = 4

/** The runner-up, what is chosen, and what the words find: bases first, then larger communities. */
function usePlaces(
  { placeId: ownId, runnerUp }: PlanPosting,
  search: string,
  { scenarioId, chosenId }: { readonly scenarioId: string; readonly chosenId: string | null },
): readonly Place[] {
  const bases = useDocument(({ document }) => forceTables(document, scenarioId).bases)
  const communities = useDocument(({ document }) => document.tables.communities)
  const areas = useDocument(({ document }) => document.tables.areas)
  const words = search.trim().toLowerCase()
  const found = useMemo(() => {
    if (words === '') return []
    const isMeant = ({ name }: { readonly name: string }) => name.toLowerCase().includes(words)
    const towns = [...communities.values()]
      .filter(isMeant)
      .sort(
        (a, b) =>
          Number(b.name.toLowerCase().startsWith(words)) -
            Number(a.name.toLowerCase().startsWith(words)) ||
          (b.populationCount ?? 0) - (a.populationCount ?? 0),
      )
    return [...[...bases.values()].filter(isMeant), ...towns]
      .filter(({ id }) => id !== ownId)
      .slice(0, FOUND_AT_MOST)
      .map(({ id }) => id)
  }, [words, bases, communities, ownId])
  const ids = [runnerUp?.placeId, chosenId, ...found].filter(
    (id) => id !== undefined && id !== null,
  )
  return [...new Set(ids)].flatMap((id): Place[] => {
    if (id === runnerUp?.placeId) {
      const loss = runnerUp.lossPoints
      const cost = loss < 0.05 ? 'as good' : `costs ${decimal(loss)} points`
      return [{ id, name: runnerUp.name, note: `runner-up, ${cost}` }]
    }
    const base = bases.get(id)
    if (base) return [{ id, name: base.name, note: 'base' }]
    const town = communities.get(id)
    const area = areas.get(town?.areaId ?? '')?.name ?? town?.class ?? ''
    return town ? [{ id, name: town.name, note: area }] : []
  })
}
