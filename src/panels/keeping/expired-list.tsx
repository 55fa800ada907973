import { useState } from 'react'
import { counted, grouped } from '#core/figures.ts'
import type { Holding } from '#core/retention/holdings.ts'
import { Button } from '#ui/widgets/button.tsx'
import { Confirm } from '#ui/widgets/dialog.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { Failed } from '#ui/widgets/states.tsx'
import { Toggle } from '#ui/widgets/toggle.tsx'
import { type HoldingGroup, rowCountOf } from './keeping-words.ts'

/** What is past its time, why, and the word that deletes it. */
export function ExpiredList(props: {
  readonly expired: readonly HoldingGroup[]
  readonly soon: readonly HoldingGroup[]
  /** Why nothing can be deleted from here; null: it can. */
  readonly blocked: string | null
  /** Deletes for good; gives back why it could not, else null. */
  readonly onDelete: (holdings: readonly Holding[]) => Promise<string | null>
}) {
  const { expired, soon, blocked } = props
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [isAsking, setIsAsking] = useState(false)
  const [isDeleting, setIsDeleting] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const chosen = expired.filter(({ key }) => !leftOut.has(key)).flatMap(({ holdings }) => holdings)
  const put = (key: string, isIn: boolean) => {
    const others = [...leftOut].filter((one) => one !== key)
    setLeftOut(new Set(isIn ? others : [...others, key]))
  }
  const remove = async () => {
    setIsDeleting(true)
    setFault(await props.onDelete(chosen))
    setIsDeleting(false)
  }
  return (
    <>
      <Section title="Past its time">
        {expired.length === 0 ? (
          <p className="keeping-note">Nothing is past the time that was set for it.</p>
        ) : (
          <ul className="keeping-rows">
            {expired.map((group) => (
              <Row key={group.key} group={group}>
                <Toggle
                  label={`Delete ${group.name}`}
                  isOn={!leftOut.has(group.key)}
                  onChange={(isIn) => put(group.key, isIn)}
                />
              </Row>
            ))}
          </ul>
        )}
        {fault === null ? null : <Failed sentence={fault} />}
        {blocked === null ? null : <p className="keeping-note">{blocked}</p>}
        {expired.length === 0 ? null : (
          <div className="keeping-act">
            <span className="keeping-note">{counted(rowCountOf(chosen), 'row')} chosen.</span>
            <Button
              look="filled"
              isDisabled={chosen.length === 0 || blocked !== null || isDeleting}
              onPress={() => setIsAsking(true)}
            >
              {isDeleting ? 'Deleting …' : 'Delete now …'}
            </Button>
          </div>
        )}
      </Section>
      {soon.length === 0 ? null : (
        <Section title="Within thirty days">
          <ul className="keeping-rows">
            {soon.map((group) => (
              <Row key={group.key} group={group} />
            ))}
          </ul>
        </Section>
      )}
      <Confirm
        title={`Delete ${counted(rowCountOf(chosen), 'row')} for good?`}
        sentence="They are taken out of both copies that this browser keeps. This cannot be undone, and the list of changes starts anew: nothing that was done before can be taken back any more. Files that were saved earlier, and other devices, keep what they have; the disk itself may hold deleted bytes until they are overwritten. The log keeps how many, when, by whose word and which rule."
        doIt="Delete for good"
        isOpen={isAsking}
        onDo={() => void remove()}
        onClose={() => setIsAsking(false)}
      />
    </>
  )
}

function Row(props: { readonly group: HoldingGroup; readonly children?: React.ReactNode }) {
  const { name, why, holdings } = props.group
  return (
    <li className="keeping-row">
      {props.children}
      <span className="keeping-name">{name}</span>
      <span className="keeping-count">{grouped(rowCountOf(holdings))}</span>
      <span className="keeping-why">{why}</span>
    </li>
  )
}
