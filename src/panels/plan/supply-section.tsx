import { ChevronDown, ChevronRight, Lock } from 'lucide-react'
import { useMemo, useState } from 'react'
import { grouped } from '#core/figures.ts'
import { useDocument } from '#ui/room.tsx'
import { Figure, Section } from '#ui/widgets/paper.tsx'
import { Empty } from '#ui/widgets/states.tsx'
import { stayingUnits, supplyOf, type TypeSupply } from './supply.ts'
import { TypeSettings } from './type-settings.tsx'

/** What can move by type, each with its settings behind it, and which units stay where they are. */
export function Supply({ scenarioId }: { readonly scenarioId: string }) {
  const document = useDocument((state) => state.document)
  const [openId, setOpenId] = useState<string | null>(null)
  const supply = useMemo(() => supplyOf(document, scenarioId), [document, scenarioId])
  const staying = useMemo(() => stayingUnits(document, scenarioId), [document, scenarioId])
  const movable = supply.reduce((sum, { movableCount }) => sum + movableCount, 0)
  const all = supply.reduce((sum, { allCount }) => sum + allCount, 0)
  return (
    <>
      <Section title="What can move" aside={`${grouped(movable)} of ${grouped(all)}`}>
        {supply.length === 0 ? (
          <Empty>
            No unit has anything that can be moved. Import deployments, or give units their
            elements.
          </Empty>
        ) : (
          supply.map((type) => (
            <TypeRow
              key={type.typeId}
              type={type}
              isOpen={type.typeId === openId}
              onOpen={() => setOpenId(type.typeId === openId ? null : type.typeId)}
            />
          ))
        )}
      </Section>
      {staying.length > 0 ? (
        <Section title="What stays" aside={`${staying.length} units`}>
          {staying.map(({ id, name, why }) => (
            <div key={id} className="stay-row">
              <Lock size={13} aria-hidden />
              <span className="name" title={name}>
                {name}
              </span>
              <span className="light">{why}</span>
            </div>
          ))}
        </Section>
      ) : null}
    </>
  )
}

function TypeRow(props: {
  readonly type: TypeSupply
  readonly isOpen: boolean
  readonly onOpen: () => void
}) {
  const { typeId, name, movableCount, allCount } = props.type
  const held = useDocument(
    ({ document }) => document.tables.resourceTypes.get(typeId)?.reserveCount ?? 0,
  )
  const Chevron = props.isOpen ? ChevronDown : ChevronRight
  return (
    <>
      <button
        type="button"
        className="supply-row supply-button"
        aria-expanded={props.isOpen}
        onClick={props.onOpen}
      >
        <Chevron size={13} aria-hidden />
        <span className="name" title={name}>
          {name}
        </span>
        {held > 0 ? <span className="light">{grouped(held)} held back</span> : null}
        <span className="number">
          <Figure
            value={grouped(Math.max(0, movableCount - held))}
            unit={`of ${grouped(allCount)}`}
          />
        </span>
      </button>
      {props.isOpen ? <TypeSettings typeId={typeId} /> : null}
    </>
  )
}
