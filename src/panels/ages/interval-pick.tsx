import { hoursText } from '#core/time/freshness.ts'
import { Pick } from '#ui/widgets/pick.tsx'

const NEVER = 'never'
const USUAL: readonly (readonly [hours: number, name: string])[] = [
  [1, 'every hour'],
  [6, 'every 6 h'],
  [12, 'every 12 h'],
  [24, 'every day'],
  [72, 'every 3 days'],
  [168, 'every week'],
  [720, 'every month'],
  [2208, 'every quarter'],
  [8760, 'every year'],
]

/** How often new data is expected. */
export function IntervalPick(props: {
  readonly label: string
  readonly hours: number | null
  readonly onChange: (hours: number | null) => void
}) {
  const { hours } = props
  const isUsual = hours === null || USUAL.some(([each]) => each === hours)
  const choices = [
    { id: NEVER, name: 'not regularly' },
    ...(isUsual ? [] : [{ id: String(hours), name: `every ${hoursText(hours)}` }]),
    ...USUAL.map(([each, name]) => ({ id: String(each), name })),
  ]
  return (
    <Pick
      label={props.label}
      choices={choices}
      value={hours === null ? NEVER : String(hours)}
      onChange={(id) => props.onChange(id === NEVER ? null : Number(id))}
    />
  )
}
