import { expect, it } from 'vitest'
import { createRandom } from '#core/random.ts'
import {
  addText,
  addWhole,
  type Fingerprint,
  fingerprintMap,
  restart,
} from '#formats/import/fingerprint.ts'

function printOf(texts: readonly string[], wholes: readonly number[] = []): Fingerprint {
  const print = { high: 0, low: 0 }
  restart(print)
  for (const text of texts) addText(print, text)
  for (const whole of wholes) addWhole(print, whole)
  return print
}

it('a map keeps the first number of each key, however often it grows', () => {
  const chance = createRandom(4)
  const map = fingerprintMap()
  const truth = new Map<string, number>()
  for (let row = 0; row < 20_000; row++) {
    const key = `key ${chance.below(9000)}`
    expect(map.findOrPut(printOf([key]), row)).toBe(truth.get(key) ?? -1)
    if (!truth.has(key)) truth.set(key, row)
  }
})

it('a number is put in the place of another, and found without being put', () => {
  const chance = createRandom(5)
  const map = fingerprintMap()
  const truth = new Map<string, number>()
  for (let row = 0; row < 20_000; row++) {
    const key = `key ${chance.below(9000)}`
    expect(map.find(printOf([key]))).toBe(truth.get(key) ?? -1)
    map.put(printOf([key]), row)
    truth.set(key, row)
  }
})

it('no two of a million alike-looking values are one: numbered ids, neighbouring places and days', () => {
  const ids = fingerprintMap()
  const places = fingerprintMap()
  let alikeCount = 0
  for (let i = 0; i < 500_000; i++) {
    if (ids.findOrPut(printOf([`E${i}`]), i) >= 0) alikeCount++
    const [lon, lat, day] = [-11_300 + (i % 100), 4600 + (Math.floor(i / 100) % 100), i % 50]
    const wholes = [lon, lat, 17_000 + day + 50 * Math.floor(i / 10_000)]
    if (places.findOrPut(printOf(['theft'], wholes), i) >= 0) alikeCount++
  }
  expect(alikeCount).toBe(0)
})

it('where one text ends and the next begins counts', () => {
  expect(printOf(['a', 'bc'])).not.toEqual(printOf(['ab', 'c']))
  expect(printOf(['', 'a'])).not.toEqual(printOf(['a', '']))
})
