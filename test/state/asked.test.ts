import { describe, expect, it } from 'vitest'
import { type Controls, createAsked, createOneRun } from '#state/desk/asked.ts'
import { IDLE, type Work } from '#state/results-store.ts'

/** A run that answers when it is told to. */
function heldRun() {
  const held: { controls: Controls; answer: (text: string) => void; fail: () => void }[] = []
  const run = (controls: Controls) =>
    new Promise<string>((answer, reject) =>
      held.push({ controls, answer, fail: () => reject(new Error('no memory')) }),
    )
  return { held, run }
}

const passed = () => new Promise((done) => setTimeout(done, 0))

describe('one run at a time', () => {
  it('answers with what it has when stopped, and says nothing more once it was ended', async () => {
    const runs = createOneRun()
    const { held, run } = heldRun()
    const said: string[] = []
    const start = (name: string) =>
      runs.start<string>({
        subject: 'The search',
        run,
        say: ({ status, value }) => said.push(`${name} ${status} ${value ?? ''}`.trim()),
        calledOff: () => said.push(`${name} called off`),
      })
    start('first')
    start('second')
    held[0]!.controls.onProgress(0.5)
    held[0]!.answer('late')
    runs.stop()
    expect(held.map(({ controls }) => controls.signal.aborted)).toEqual([true, false])
    expect(held.map(({ controls }) => controls.stop.aborted)).toEqual([false, true])
    held[1]!.answer('half')
    await passed()
    expect(said).toEqual([
      'first running',
      'first called off',
      'second running',
      'second ready half',
    ])
    expect(runs.isOn()).toBe(false)
    runs.end()
    expect(said).toHaveLength(4)
  })
})

describe('what is asked for once', () => {
  /** Facts are a number; what is asked waits until they are there. */
  function standAsked() {
    const { held, run } = heldRun()
    const seen = { work: IDLE as Work<string>, isStale: false, givenUp: 0 }
    const asked = createAsked<string, number | null, string>({
      subject: 'The answer',
      say(part) {
        seen.work = { ...seen.work, ...part }
        if (part.status === 'ready') seen.isStale = false
      },
      sayStale(isStale) {
        seen.isStale = isStale
      },
      givenUp: () => seen.givenUp++,
      prepare(facts) {
        if (facts === -1) return { error: 'There are no facts.' }
        return facts === null ? null : { key: [facts], run }
      },
      keyNow: (facts) => (facts === null ? null : [facts]),
    })
    return { asked, held, seen }
  }

  it('waits for its facts, runs once, and goes stale and current with them', async () => {
    const { asked, held, seen } = standAsked()
    asked.refresh(1)
    expect(held).toHaveLength(0)
    asked.request('why')
    asked.refresh(null)
    expect([asked.waiting(), held.length]).toEqual(['why', 0])
    asked.refresh(1)
    asked.refresh(1)
    expect([asked.waiting(), held.length]).toEqual([null, 1])
    held[0]!.answer('so')
    await passed()
    expect(seen.work).toMatchObject({ status: 'ready', value: 'so' })
    const stale = [null, 1, 2, null, 1].map((facts) => {
      asked.refresh(facts)
      return seen.isStale
    })
    expect(stale).toEqual([false, false, true, true, false])
  })

  it('is stale at once where facts changed while it ran', async () => {
    const { asked, held, seen } = standAsked()
    asked.request('why')
    asked.refresh(1)
    asked.refresh(2)
    held[0]!.answer('so')
    await passed()
    expect(seen).toMatchObject({ isStale: true, work: { status: 'ready' } })
  })

  it('leaves an older answer stale when a newer one fails', async () => {
    const { asked, held, seen } = standAsked()
    asked.request('why')
    asked.refresh(1)
    held[0]!.answer('so')
    await passed()
    asked.request('why now')
    asked.refresh(2)
    held[1]!.fail()
    await passed()
    expect(seen.work).toMatchObject({ status: 'failed', value: 'so' })
    expect(seen.work.error).toContain('The answer could not be worked out (no memory)')
    asked.refresh(2)
    expect(seen.isStale).toBe(true)
  })

  it('says why its facts will not come, and is given up while it waits', () => {
    const { asked, held, seen } = standAsked()
    asked.request('why')
    asked.refresh(-1)
    expect(seen.work).toMatchObject({ status: 'failed', error: 'There are no facts.' })
    asked.request('why')
    asked.stop()
    asked.refresh(1)
    expect([seen.givenUp, asked.waiting(), held.length]).toEqual([1, null, 0])
  })
})
