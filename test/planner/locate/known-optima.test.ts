import { describe, expect, it } from 'vitest'
import { locate } from '#planner/locate/locate.ts'
import { lscp } from '#planner/locate/lscp.ts'
import { mclp } from '#planner/locate/mclp.ts'
import { pcenter } from '#planner/locate/pcenter.ts'
import { pmedian } from '#planner/locate/pmedian.ts'
import { readPmed } from '#planner/locate/read-pmed.ts'
import {
  benchmarkTable,
  benchmarkText,
  hasBenchmarks,
  ownMclp,
  sanFrancisco,
  sjc,
  sjcInstances,
} from '../benchmarks.ts'
import { aRequest, caseOf } from './cases.ts'

describe.skipIf(!hasBenchmarks)('known optima', () => {
  it.each(Array.from({ length: 10 }, (_, i) => `pmed${i + 1}`))(
    '%s: p-median and p-centre proved',
    (name) => {
      const read = readPmed(benchmarkText(`orlib-pmed/${name}.txt`), name)
      if (!read.ok) throw new Error(read.issues[0]!.message)
      const row = benchmarkTable('orlib-pmed/optima.csv').find(([instance]) => instance === name)!
      const openCount = read.value.openCount!
      expect(openCount).toBe(Number(row[2]))
      const request = aRequest({ openCount })
      const least = locate(pmedian, read.value, request)
      expect(least).toMatchObject({ objective: Number(row[3]), proved: true })
      const centre = locate(pcenter, read.value, request)
      expect(centre).toMatchObject({ objective: Number(row[4]), proved: true })
    },
  )

  it('San Francisco: the four values of spopt, proved', () => {
    const facts = caseOf(sanFrancisco('cover'))
    const request = aRequest({ openCount: 4, radius: 5000 })
    expect(locate(lscp, facts, request)).toMatchObject({ objective: 8, proved: true })
    expect(locate(mclp, facts, request)).toMatchObject({ objective: 875_247, proved: true })
    const centre = locate(pcenter, facts, request)
    expect(centre.objective).toBeCloseTo(7403.0638, 3)
    expect(centre.proved).toBe(true)
    const median = locate(pmedian, facts, request)
    expect(median.objective).toBeCloseTo(2_848_268_129.7145, 2)
    expect(median.proved).toBe(true)
  })

  it('MCLP over every third of the 45 SJC instances (the bench has all): the optimum, proved', () => {
    for (const instance of sjcInstances().filter((_, at) => at % 3 === 0)) {
      const request = aRequest({ openCount: instance.p, radius: instance.reach })
      const found = locate(mclp, caseOf(sjc(instance)), request)
      const { objective, proved } = found
      expect({ name: instance.name, objective, proved }).toEqual({
        name: instance.name,
        objective: instance.optimum,
        proved: true,
      })
    }
  })

  it.each(['S1', 'S2', 'S3'])('MCLP %s: the optimum, proved', (name) => {
    const { problem, optimum } = ownMclp(name)
    const { supplyCount: openCount, reachMinutes: radius } = problem.types[0]!
    const found = locate(mclp, caseOf(problem), aRequest({ openCount, radius }))
    expect(found).toMatchObject({ objective: optimum, proved: true })
  })
})
