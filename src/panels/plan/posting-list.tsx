import { Lock, LockOpen, X } from 'lucide-react'
import { editPosting } from '#core/commands/postings/edit-posting.ts'
import { holdPosting } from '#core/commands/postings/hold-posting.ts'
import { removePosting } from '#core/commands/postings/remove-posting.ts'
import { grouped } from '#core/figures.ts'
import type { Posting } from '#core/records/posting.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { useDocument, useRoom, useRun, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { Stepper } from '#ui/widgets/stepper.tsx'
import { usePlacePosition } from './accepted.ts'
import { PriceLine } from './reasons/decision-prices.tsx'

/** What a COA posts, row by row: how many can be changed, and each can be taken back. */
export function PostingList({ scenario }: { readonly scenario: Scenario }) {
  const postings = useDocument((state) => state.document.tables.postings)
  const own = [...postings.values()].filter(({ scenarioId }) => scenarioId === scenario.id)
  if (own.length === 0) return null
  return (
    <Section title={`In ${scenario.name}, ${grouped(own.length)}`} aside="what it posts">
      <ul className="postings">
        {own.map((posting) => (
          <PostingRow key={posting.id} posting={posting} />
        ))}
      </ul>
    </Section>
  )
}

function PostingRow({ posting }: { readonly posting: Posting }) {
  const { id, typeId, count, fromBaseId, placeId, reason, planHash } = posting
  const isHeld = posting.isHeld === true
  const { screen } = useRoom()
  const run = useRun()
  const tables = useDocument((state) => state.document.tables)
  const selected = useScreen(({ selection }) =>
    selection?.type === 'row' && selection.table === 'postings' ? selection.id : null,
  )
  const positionOf = usePlacePosition()
  const type = tables.resourceTypes.get(typeId)?.name ?? typeId
  const place =
    tables.bases.get(placeId)?.name ??
    tables.communities.get(placeId)?.name ??
    'a place that is gone'
  const from = fromBaseId === null ? 'stock' : (tables.bases.get(fromBaseId)?.name ?? fromBaseId)
  const choose = () => {
    const centre = positionOf(placeId)
    screen.setState({
      selection: { type: 'row', table: 'postings', id },
      ...(centre ? { flight: { centre, zoom: null } } : {}),
    })
  }
  return (
    <li className="posting-row" data-open={selected === id || undefined}>
      <button type="button" className="posting-what" onClick={choose} title={reason}>
        <span className="suggestion-place">{place}</span>
        <span className="suggestion-from">
          {type} from {from}
        </span>
        {planHash === null && reason !== '' ? <span className="posting-why">{reason}</span> : null}
        {isHeld ? <PriceLine of={{ kind: 'posting', postingId: id }} /> : null}
      </button>
      <Stepper
        label={`How many ${type} to ${place}`}
        value={count}
        min={1}
        isWhole
        onChange={(next) => run(editPosting, { id, fields: { count: next } })}
      />
      <Button
        look="icon"
        label={isHeld ? `Let go of ${type} at ${place}` : `Hold ${type} at ${place}`}
        hint={isHeld ? 'Held: no plan moves it on' : 'Hold it: the next plan keeps it here'}
        onPress={() => run(holdPosting, { id, isHeld: !isHeld })}
      >
        {isHeld ? <Lock size={14} className="is-held" /> : <LockOpen size={14} />}
      </Button>
      <Button
        look="icon"
        label={`Take back ${type} to ${place}`}
        onPress={() => run(removePosting, { id })}
      >
        <X size={14} />
      </Button>
    </li>
  )
}
