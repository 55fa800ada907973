import { operationOf } from '#core/document.ts'
import { counted } from '#core/figures.ts'
import { dayText, type Force, forceInPlaceAt } from '#core/force-at.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { strengthOf, strengthWords, summed } from '#core/task-organisation.ts'
import { readInstant } from '#formats/import/cells/read-instant.ts'
import { useDocument } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { NameField } from '#ui/widgets/name-field.tsx'

/** Whose force a COA starts from: that of the planning time, or that of a date; refused where nobody was there. */
export function ForceStart(props: {
  readonly scenario: Scenario
  readonly tell: (sentence: string | null) => void
  readonly onSet: (forceAt: string | null) => boolean
}) {
  const { scenario, tell, onSet } = props
  const document = useDocument((state) => state.document)
  const forceAt = scenario.forceAt ?? null
  const at = forceAt ?? operationOf(document).planningAt
  const refuse = (why: string) => {
    tell(why)
    return false
  }
  const settle = (text: string) => {
    tell(null)
    if (text === '') return onSet(null)
    const instant = instantOf(text)
    if (instant === null) {
      return refuse(
        `“${text}” is no date. Write it as 2005-06-01, as 01 JUN 2005, or as 010600Z JUN 05.`,
      )
    }
    return forceInPlaceAt(document, instant).units.length === 0
      ? refuse(
          `No unit was in place on ${dayText(instant)}, so ${scenario.name} would reach nobody. Choose a date on which units have been there.`,
        )
      : onSet(instant)
  }
  return (
    <section>
      <div className="coa-add">
        <NameField
          label="Starts from the force as it was on (empty: at the planning time)"
          value={forceAt === null ? '' : dayText(forceAt)}
          placeholder="2005-06-01"
          isOptional
          onSettle={settle}
        />
        {forceAt === null ? null : (
          <Button onPress={() => onSet(null)}>As at the planning time</Button>
        )}
      </div>
      <p className="light">{`${dayText(at)}: ${placeWords(forceInPlaceAt(document, at))}`}</p>
    </section>
  )
}

/** A day means its midnight, Zulu. */
function instantOf(text: string): string | null {
  const day = /^(\d{4}-\d{2}-\d{2})$/.exec(text)
  if (day) return readInstant(`${day[1]}T00:00Z`)
  const named = /^(\d{1,2})\s+([A-Za-z]{3})\s+(\d{4})$/.exec(text)
  if (named) return readInstant(`${named[1]!.padStart(2, '0')}0000Z ${named[2]} ${named[3]}`)
  return readInstant(text)
}

function placeWords({ units, bases }: Force): string {
  if (units.length === 0) return 'no unit was in place.'
  const troops = strengthWords(summed(units.map(strengthOf)))
  return `${counted(units.length, 'unit')} in place at ${counted(bases.length, 'base')}, ${troops}.`
}
