// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createMapPool, type MapAsked } from '#app/places/brief/map-pool.ts'

const SLOT = { widthPixels: 1200, heightPixels: 700 }

function asked(shows: string, room = ROOM): MapAsked {
  const map = { label: shows, slot: SLOT } as MapAsked['map']
  return { map, room, shows, windowEpochMinutes: null }
}

const ROOM = {} as MapAsked['room']

function place(): HTMLElement {
  const element = document.createElement('div')
  document.body.append(element)
  return element
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

test('the map of a slide goes on to the next one, as the same element', () => {
  const pool = createMapPool()
  const [first, second] = [place(), place()]
  const key = pool.take(first, asked('a'))
  const element = first.firstElementChild
  pool.release(key)
  expect(pool.take(second, asked('b'))).toBe(key)
  expect(second.firstElementChild).toBe(element)
  expect(first.childElementCount).toBe(0)
  expect(pool.store.getState()).toMatchObject([{ isTaken: true, asked: { shows: 'a' } }])
  vi.runAllTimers()
  expect(pool.store.getState()).toMatchObject([{ isTaken: true, asked: { shows: 'b' } }])
})

test('of two free maps a slide takes the one that shows it already', () => {
  const pool = createMapPool()
  const current = pool.take(place(), asked('a'))
  const next = pool.take(place(), asked('b'))
  expect(next).not.toBe(current)
  pool.tellDrawn(current, 'a')
  pool.tellDrawn(next, 'b')
  pool.release(current)
  pool.release(next)
  expect(pool.take(place(), asked('b'))).toBe(next)
  expect(pool.take(place(), asked('c'))).toBe(current)
})

test('what is put away keeps its size, and no more than one map is kept', () => {
  const pool = createMapPool()
  const at = place()
  const keys = ['a', 'b', 'c'].map((shows) => pool.take(at, asked(shows)))
  const [element] = at.children
  for (const key of keys) pool.release(key)
  expect(at.childElementCount).toBe(0)
  expect((element as HTMLElement).style.width).toBe('1200px')
  expect(element?.isConnected).toBe(true)
  vi.runAllTimers()
  expect(pool.store.getState()).toHaveLength(1)
  pool.close()
  expect(document.body.querySelectorAll('[style*="fixed"]')).toHaveLength(0)
})

test('what was asked last is shown, and nothing for a slide that has gone again', () => {
  const pool = createMapPool()
  const key = pool.take(place(), asked('a'))
  pool.release(key)
  pool.take(place(), asked('b'))
  pool.ask(key, asked('c'))
  vi.runAllTimers()
  expect(pool.store.getState()[0]?.asked.shows).toBe('c')
  pool.release(key)
  pool.take(place(), asked('d'))
  pool.release(key)
  vi.runAllTimers()
  expect(pool.store.getState()[0]).toMatchObject({ isTaken: false, asked: { shows: 'c' } })
})

test('an equal wish changes nothing; another window or other stores do', () => {
  const pool = createMapPool()
  const key = pool.take(place(), asked('a'))
  const before = pool.store.getState()
  pool.ask(key, asked('a'))
  expect(pool.store.getState()).toBe(before)
  pool.ask(key, { ...asked('a'), windowEpochMinutes: [0, 60] })
  expect(pool.store.getState()[0]?.asked.windowEpochMinutes).toEqual([0, 60])
  pool.ask(key, asked('a', {} as MapAsked['room']))
  expect(pool.store.getState()[0]?.asked.room).not.toBe(ROOM)
})
