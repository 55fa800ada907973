import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readMessage } from '#briefing/presenter/messages.ts'
import { channelName, joinWall, type Wire } from '#briefing/presenter/wall-channel.ts'
import {
  changed,
  merged,
  registersOf,
  type ShowState,
  stateOf,
} from '#briefing/stage/show-state.ts'
import { createShow } from '#briefing/stage/show-store.ts'

const START: ShowState = {
  slide: { slideId: 'a', index: 0 },
  deckId: 'daily',
  isPaused: false,
  isBlack: false,
  frozenAt: null,
  startedAt: null,
}

const somePart = fc.oneof(
  fc
    .nat({ max: 5 })
    .map((index) => ({ slide: { slideId: `s${index}`, index } }) as Partial<ShowState>),
  fc.boolean().map((isPaused) => ({ isPaused }) as Partial<ShowState>),
  fc.boolean().map((isBlack) => ({ isBlack }) as Partial<ShowState>),
  fc
    .constantFrom(null, '2026-11-22T12:00:00Z')
    .map((frozenAt) => ({ frozenAt }) as Partial<ShowState>),
)

describe('what two windows know', () => {
  it('is the same in the end, in whatever order, lost or doubled, they hear of each other', () => {
    const step = fc.record({
      who: fc.nat({ max: 2 }),
      parts: fc.option(somePart, { nil: null }),
      hears: fc.nat({ max: 30 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const windows = [0, 1, 2].map((name) => registersOf(START, { count: 1, by: String(name) }))
        const said = [...windows]
        for (const { who, parts, hears } of steps) {
          if (parts) {
            windows[who] = changed(windows[who]!, parts, String(who))
            said.push(windows[who])
          } else windows[who] = merged(windows[who]!, said[hears % said.length]!)
        }
        const all = windows.reduceRight(merged)
        const other = windows.reduce(merged)
        expect(other).toEqual(all)
        expect(windows.map((each) => stateOf(merged(merged(each, all), all)))).toEqual(
          windows.map(() => stateOf(all)),
        )
      }),
    )
  })

  it('is what was set last, where each heard of the other in between', () => {
    const first = changed(registersOf(START), { isBlack: true }, 'z')
    const second = changed(merged(registersOf(START), first), { isBlack: false }, 'a')
    expect(stateOf(merged(first, second)).isBlack).toBe(false)
    expect(stateOf(merged(second, first)).isBlack).toBe(false)
  })
})

/** All wires of a name hear each other, after a turn. */
function air() {
  const wires = new Map<Wire, (event: { readonly data: unknown }) => void>()
  return (): Wire => {
    const wire: Wire = {
      postMessage(message) {
        if (!wires.has(wire)) return
        const data = structuredClone(message)
        for (const [other, listener] of wires) {
          if (other !== wire) queueMicrotask(() => wires.has(other) && listener({ data }))
        }
      },
      addEventListener: (_, listener) => void wires.set(wire, listener),
      close: () => void wires.delete(wire),
    }
    return wire
  }
}

describe('windows of one briefing', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())
  const settled = () => vi.advanceTimersByTimeAsync(10)

  function opened(wire: Wire, role: 'audience' | 'presenter', name: string, index = 0) {
    const show = createShow({ ...START, slide: { slideId: `s${index}`, index } }, name)
    const link = joinWall({ wire, role, name, show, nowMs: Date.now })
    return { show, link, state: () => stateOf(show.store.getState()) }
  }

  it('who comes late has what is on, and each follows the other', async () => {
    const wire = air()
    const wall = opened(wire(), 'audience', 'wall', 3)
    const speaker = opened(wire(), 'presenter', 'speaker', 0)
    await settled()
    expect(speaker.state().slide.index).toBe(3)
    expect(Object.values(speaker.link.peers.getState())).toMatchObject([{ role: 'audience' }])
    speaker.show.change({ slide: { slideId: 's4', index: 4 }, isBlack: true })
    await settled()
    expect(wall.state()).toEqual(speaker.state())
    wall.show.change({ isBlack: false })
    await settled()
    expect(speaker.state().isBlack).toBe(false)
  })

  it('survive the reload of either', async () => {
    const wire = air()
    const wall = opened(wire(), 'audience', 'wall', 1)
    const speaker = opened(wire(), 'presenter', 'speaker')
    await settled()
    speaker.show.change({ startedAt: '2026-11-22T12:00:00Z', isPaused: true })
    await settled()
    speaker.link.leave()
    await settled()
    expect(wall.link.peers.getState()).toEqual({})
    const again = opened(wire(), 'presenter', 'speaker-2')
    await settled()
    expect(again.state()).toEqual(wall.state())
    expect(again.state().startedAt).toBe('2026-11-22T12:00:00Z')
    wall.link.leave()
    const wallAgain = opened(wire(), 'audience', 'wall-2', 1)
    await settled()
    expect(wallAgain.state()).toEqual(again.state())
  })

  it('know of one that went without a word, but not at once', async () => {
    const wire = air()
    const silent = wire()
    const wall = opened(silent, 'audience', 'wall')
    const speaker = opened(wire(), 'presenter', 'speaker')
    await settled()
    silent.close()
    await vi.advanceTimersByTimeAsync(30_000)
    expect(Object.keys(speaker.link.peers.getState())).toEqual(['wall'])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(speaker.link.peers.getState()).toEqual({})
    wall.link.leave()
  })

  it('point at most thirty times a second, with the last place sent, and forget a pointer that stands', async () => {
    const wire = air()
    const wall = opened(wire(), 'audience', 'wall')
    const speaker = opened(wire(), 'presenter', 'speaker')
    await settled()
    let heard = 0
    wall.link.pointer.subscribe(() => heard++)
    for (let i = 0; i <= 100; i++) {
      speaker.link.point({ x: i / 100, y: 0.5 })
      await vi.advanceTimersByTimeAsync(10)
    }
    await vi.advanceTimersByTimeAsync(100)
    expect(heard).toBeGreaterThan(20)
    expect(heard).toBeLessThanOrEqual(32)
    expect(wall.link.pointer.getState()).toEqual({ x: 1, y: 0.5 })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(wall.link.pointer.getState()).toBeNull()
  })

  it('hear nothing of what is no message, and not of other operations', async () => {
    const from = { from: 'x', role: 'presenter' }
    const odd = [
      null,
      'hello',
      {},
      { type: 'hello' },
      { type: 'pointer', ...from, number: 1, at: { x: 2, y: 0 } },
      { type: 'here', ...from, registers: { slide: 1 } },
      { type: 'eval', ...from },
    ]
    expect(odd.map(readMessage)).toEqual(odd.map(() => null))
    expect(readMessage({ type: 'hello', ...from })).not.toBeNull()
    fc.assert(fc.property(fc.anything(), (data) => readMessage(data) === null))
    expect(channelName('op-1', 'abc')).not.toBe(channelName('op-2', 'abc'))
  })
})
