import { useEffect, useState } from 'react'
import { Button } from '#ui/widgets/button.tsx'

/** The time on the wall clock, how long the briefing has run, and the instant that it is about. */
export function Clocks(props: {
  readonly startedAt: string | null
  readonly planningDtg: string
  readonly onReset: () => void
}) {
  const { startedAt, planningDtg, onReset } = props
  const [nowMs, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  const elapsed = startedAt === null ? 0 : Math.max(0, nowMs - Date.parse(startedAt))
  return (
    <div className="presenter-clocks">
      <dl>
        <div>
          <dt>Local time</dt>
          <dd>{new Date(nowMs).toTimeString().slice(0, 8)}</dd>
        </div>
        <div>
          <dt>Elapsed</dt>
          <dd>
            <span role="timer">{elapsedText(elapsed)}</span>
          </dd>
        </div>
        <div>
          <dt>Picture as of</dt>
          <dd>{planningDtg}</dd>
        </div>
      </dl>
      <Button onPress={onReset}>Start time anew</Button>
    </div>
  )
}

/** "7:05", "1:07:05" */
export function elapsedText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const two = (count: number) => String(count).padStart(2, '0')
  const rest = `${two(minutes)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest.replace(/^0(\d)/, '$1')
}
