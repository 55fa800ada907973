import { useResults } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { usePlanDesk } from '../plan-desk.ts'

/** Says that the proposal was taken from the choices, and leads back to what the search found. */
export function Taken() {
  const taken = useResults((state) => state.planTaken)
  const error = useResults((state) => state.planTakenError)
  const { giveBack } = usePlanDesk()
  if (!taken && error === null) return null
  return (
    <section className="section" aria-label="Where this proposal is from">
      {error === null ? null : (
        <p className="floor-note" role="alert">
          {error}
        </p>
      )}
      {taken ? (
        <p className="floor-note taken">
          <span>The proposal is now {taken.note}.</span>
          <Button look="text" onPress={giveBack}>
            Back to what the search found
          </Button>
        </p>
      ) : null}
    </section>
  )
}
