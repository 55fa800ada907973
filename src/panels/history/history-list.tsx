import type { Change } from '#core/change.ts'
import { counted } from '#core/figures.ts'
import { useDocument, useRoom } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Empty } from '#ui/widgets/states.tsx'
import './history.css'

const SHOWN = 300

/** Every change in order, the latest first; pressing one takes back or does again up to it. */
export function HistoryList() {
  const { documents } = useRoom()
  const done = useDocument((state) => state.done)
  const undone = useDocument((state) => state.undone)
  if (done.length + undone.length === 0) {
    return (
      <Empty>
        Nothing has been changed yet. Every change is listed here and can be taken back.
      </Empty>
    )
  }
  const back = (count: number) => {
    for (let i = 0; i < count; i++) documents.getState().undo()
  }
  const again = (count: number) => {
    for (let i = 0; i < count; i++) documents.getState().redo()
  }
  const entries = [
    ...undone.map((change, i) => ({
      number: done.length + undone.length - i,
      change,
      state: 'undone' as const,
      action: 'Do again to here',
      onPress: () => again(undone.length - i),
    })),
    ...done
      .map((change, i) => ({
        number: i + 1,
        change,
        state: i === done.length - 1 ? ('now' as const) : ('done' as const),
        action: i === done.length - 1 ? 'Undo' : 'Go back to here',
        onPress: () => back(Math.max(1, done.length - 1 - i)),
      }))
      .reverse()
      .slice(0, SHOWN),
  ]
  return (
    <ol className="history">
      {entries.map(({ number, change, state, action, onPress }) => (
        <Entry key={number} change={change} state={state} action={action} onPress={onPress} />
      ))}
      {done.length > SHOWN ? (
        <li className="light">{counted(done.length - SHOWN, 'earlier change')} are kept too.</li>
      ) : null}
    </ol>
  )
}

function Entry(props: {
  readonly change: Change
  readonly state: 'undone' | 'now' | 'done'
  readonly action: string
  readonly onPress: () => void
}) {
  const { change, state } = props
  return (
    <li className="history-row" data-state={state}>
      <span className="history-note">
        {change.note}
        <span className="light">
          {' '}
          {counted(change.rows.length, 'row')}
          {state === 'undone' ? ', taken back' : state === 'now' ? ', latest' : ''}
        </span>
      </span>
      <Button look="text" onPress={props.onPress}>
        {props.action}
      </Button>
    </li>
  )
}
