import type { Restriction } from '#core/records/restriction.ts'
import { clockText } from '#core/restriction-text.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { readInstant } from '#formats/import/cells/read-instant.ts'
import { useRoom } from '#ui/room.tsx'
import { NameField } from '#ui/widgets/name-field.tsx'
import { Toggle } from '#ui/widgets/toggle.tsx'
import { MonthsField } from './months-field.tsx'

const NIGHT = { fromMinute: 20 * 60, toMinute: 5 * 60 }
const DAY_MINUTES = 24 * 60
const CLOCK = /^(\d{1,2})[:.h]?(\d{2})$/

type When = Pick<Restriction, 'validFrom' | 'validTo' | 'months' | 'hours'>

/** From when to when it holds, in which months and at which hours. */
export function WhenFields(props: {
  readonly when: When
  /** False: it was refused. */
  readonly onChange: (when: Partial<When>) => boolean
}) {
  const { when, onChange } = props
  return (
    <>
      <InstantField
        label="From"
        value={when.validFrom}
        none="always so far"
        onSettle={(validFrom) => onChange({ validFrom })}
      />
      <InstantField
        label="To, not any more at"
        value={when.validTo}
        none="until further notice"
        onSettle={(validTo) => onChange({ validTo })}
      />
      <MonthsField
        months={when.months}
        onChange={(months) => onChange({ months: months?.length === 12 ? null : months })}
      />
      <div className="access-wide">
        <Toggle
          label="Only between certain hours, such as a curfew"
          isOn={when.hours !== null}
          onChange={(isOn) => onChange({ hours: isOn ? NIGHT : null })}
        >
          <span className="toggle-text">Only between certain hours, such as a curfew</span>
        </Toggle>
      </div>
      {when.hours ? <HourFields hours={when.hours} onChange={onChange} /> : null}
    </>
  )
}

function HourFields({
  hours,
  onChange,
}: {
  readonly hours: NonNullable<Restriction['hours']>
  readonly onChange: (when: Partial<When>) => boolean
}) {
  const { tell } = useRoom()
  const settle = (name: keyof typeof hours) => (text: string) => {
    const minute = minuteIn(text)
    const isPast = name === 'fromMinute' && minute === DAY_MINUTES
    if (minute !== null && !isPast) {
      return onChange({ hours: { ...hours, [name]: minute % DAY_MINUTES } })
    }
    tell('The hour stays as it was. Write it as 20:00, in local time.')
    return false
  }
  return (
    <>
      <NameField
        label="From hour, local"
        value={clockText(hours.fromMinute)}
        onSettle={settle('fromMinute')}
      />
      <NameField
        label="To hour, local"
        value={clockText(hours.toMinute)}
        onSettle={settle('toMinute')}
      />
    </>
  )
}

/** Minutes after midnight, up to 24:00, which ends a day; null if there is no such time. */
function minuteIn(text: string): number | null {
  const found = CLOCK.exec(text.trim())
  if (!found) return null
  const [hour, minute] = [Number(found[1]), Number(found[2])]
  const minutes = 60 * hour + minute
  return minute < 60 && minutes <= DAY_MINUTES ? minutes : null
}

/** A date-time group or an ISO date and time, Zulu; may be left empty. */
export function InstantField(props: {
  readonly label: string
  readonly value: string | null
  /** What an empty one means. */
  readonly none: string
  readonly onSettle: (instant: string | null) => boolean
}) {
  const { tell } = useRoom()
  const settle = (text: string) => {
    if (text === '') return props.onSettle(null)
    const instant = readInstant(text)
    if (instant !== null) return props.onSettle(instant)
    tell(
      `${props.label}: write it as 221200Z NOV 26 or 2026-11-22T12:00Z, or leave it empty (${props.none}).`,
    )
    return false
  }
  return (
    <NameField
      label={props.label}
      value={props.value === null ? '' : dateTimeGroup(props.value)}
      placeholder={props.none}
      isOptional
      onSettle={settle}
    />
  )
}
