import type { Change } from '#core/change.ts'
import { useDocument, useRoom } from '../room.tsx'
import { counted } from '../show/figures.ts'
import { Button } from '../widgets/button.tsx'
import { Empty } from '../widgets/states.tsx'
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
  return (
    <ol className="history">
      {undone.slice(0, SHOWN).map((change, i) => (
        <Entry
          key={`undone-${undone.length - i}`}
          change={change}
          state="undone"
          action="Do again to here"
          onPress={() => again(undone.length - i)}
        />
      ))}
      {[...done]
        .reverse()
        .slice(0, SHOWN)
        .map((change, i) => (
          <Entry
            key={`done-${done.length - i}`}
            change={change}
            state={i === 0 ? 'now' : 'done'}
            action={i === 0 ? 'Undo' : 'Go back to here'}
            onPress={() => back(i === 0 ? 1 : i)}
          />
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
