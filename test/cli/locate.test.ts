import { describe, expect, it } from 'vitest'
import { commandLine } from './command-line.ts'

const { at, printed, run: answer, warned, write: file } = commandLine({ isFresh: true })
const run = (...argv: readonly string[]) => answer('locate', ...argv)

/** What is refused, in the one sentence that is said. */
async function refusal(...argv: readonly string[]): Promise<string> {
  expect(await run(...argv)).toBe(2)
  expect(printed).toEqual([])
  expect(warned).toHaveLength(1)
  return warned[0]!
}

const LINE = 'id,x,y,weight\na,0,0,1\nb,3,4,2\nc,6,8,1\nd,60,80,5\n'

describe('locate', () => {
  it('prints exactly the fields that are agreed', async () => {
    const input = file('points.csv', LINE)
    expect(await run('--problem', 'pmedian', '--input', input, '--p', '2', '--json')).toBe(0)
    const answer = JSON.parse(printed.join('\n'))
    expect(answer).toEqual({
      objective: 10,
      bound: 10,
      gapShare: 0,
      proved: true,
      chosen: ['b', 'd'],
      cpuMilliseconds: expect.any(Number),
      planHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(warned).toEqual([])
  })

  it('covers what lies exactly at the radius, and says in words what no site can cover', async () => {
    const input = file('points.csv', LINE)
    const sites = file('sites.csv', 'id,x,y\nn,3,4\nfar,1000,0\n')
    const about = ['--input', input, '--sites', sites, '--json']
    await run('--problem', 'lscp', '--radius', '5', ...about)
    expect(JSON.parse(printed[0]!)).toMatchObject({ objective: 1, proved: true, chosen: ['n'] })
    expect(warned).toEqual(['1 point lies within the radius of no site, and cannot be covered.'])
    await run('--problem', 'mclp', '--radius', '5', '--p', '2', ...about)
    expect(JSON.parse(printed[0]!)).toMatchObject({ objective: 4, chosen: ['n', 'far'] })
  })

  it('reads a graph of OR-Library: the last line of an edge wins, vertices are numbers, p is stated', async () => {
    const input = file('pmed.txt', ' 3 4 1 \n 1 2 10 \n 2 3 1 \n 2 1 7 \n 1 3 100 \n')
    await run('--problem', 'pmedian', '--input', input, '--json')
    expect(JSON.parse(printed[0]!)).toMatchObject({ objective: 8, chosen: [2], proved: true })
    await run('--problem', 'pcenter', '--input', input, '--p', '2', '--json')
    expect(JSON.parse(printed[0]!)).toMatchObject({ objective: 1, proved: true })
  })

  it('gives one plan for one seed, however long it may prove', async () => {
    const input = file('points.csv', LINE)
    const hashes = new Set<string>()
    for (const seconds of ['0', '0.001', '20']) {
      await run(
        '--problem',
        'kolm-pollak',
        '--input',
        input,
        '--p',
        '2',
        '--certify',
        seconds,
        '--json',
      )
      hashes.add(JSON.parse(printed[0]!).planHash)
    }
    expect(hashes.size).toBe(1)
    expect(warned[0]).toContain('aversion -1')
  })

  it('prints a table and a sentence for a person', async () => {
    const input = file('points.csv', LINE)
    await run('--problem', 'pcenter', '--input', input, '--p', '2')
    expect(printed.join('\n')).toMatch(/objective +5\n[\s\S]*Proven best\.\nOpen b, d\./)
  })
})

describe('locate refuses in one plain sentence', () => {
  const graphs: readonly (readonly [text: string, sentence: RegExp])[] = [
    ['', /g\.txt: the file is empty\./],
    ['3 1\n1 2 4\n', /line 1: three whole numbers are wanted/],
    ['3 2 1\n1 2 4\n2 3 -1\n', /line 3: the cost "-1" is no number of at least 0\./],
    ['3 2 1\n1 2 4\n2 3 NaN\n', /line 3: the cost "NaN"/],
    ['3 2 1\n1 2 4\n2 4 1\n', /line 3: "4" is no vertex; they go from 1 to 3\./],
    ['3 2 1\n1 2 4\n2 3\n', /line 3: an edge is three numbers/],
    ['3 2 1\n1 2 4\n', /states 2 edges, and 1 follow/],
    ['3 1 1\n1 2 4\n', /no way leads from vertex 1 to vertex 3/],
    ['3 2 4\n1 2 4\n2 3 1\n', /4 sites cannot be opened; there are 3\./],
    ['100000 1 1\n1 2 4\n', /10,000,000,000 pairs; the limit is 16,000,000/],
  ]
  it.each(graphs)('graph %j', async (text, sentence) => {
    expect(await refusal('--problem', 'pmedian', '--input', file('g.txt', text))).toMatch(sentence)
  })

  const tables: readonly (readonly [text: string, sentence: RegExp])[] = [
    ['', /p\.csv: the file is empty\./],
    ['a,0,0,1\n', /line 1: the heading "id" is missing; the first line has to be id,x,y,weight\./],
    ['id,x,y\na,0,0\n', /the heading "weight" is missing/],
    ['id,x,y,weight\n', /headings and no points/],
    ['id,x,y,weight\na,0,zero,1\n', /line 2: y has to be a number\./],
    ['id,x,y,weight\na,0,NaN,1\n', /line 2: y has to be a number\./],
    ['id,x,y,weight\na,0,0,1\nb,0,0,-2\n', /line 3: the weight has to be 0 or more\./],
    ['id,x,y,weight\na,0,0,1\na,1,1,1\n', /line 3: the id "a" stands on line 2 already\./],
    ['id,x,y,weight\na,0,0,1\n,1,1,1\n', /line 3: the id is empty\./],
    ['id,x,y,weight\na,0,0,0\n', /every weight is 0/],
    ['id,x,y,weight\na,1e300,0,1\nb,-1e300,0,1\n', /too far apart/],
    [LINE, /5 sites cannot be opened; there are 4\./],
  ]
  it.each(tables)('points %j', async (text, sentence) => {
    const input = file('p.csv', text)
    expect(await refusal('--problem', 'pmedian', '--input', input, '--p', '5')).toMatch(sentence)
  })

  it('a hundred thousand points', async () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => `${i},${i},0,1`).join('\n')
    const input = file('many.csv', `id,x,y,weight\n${rows}\n`)
    const said = await refusal('--problem', 'mclp', '--radius', '5', '--p', '3', '--input', input)
    expect(said).toContain('100,000 points')
    expect(said).toContain('the limit is 16,000,000')
  })

  it('options that do not fit', async () => {
    const input = file('points.csv', LINE)
    const asked: readonly (readonly [args: string, sentence: RegExp])[] = [
      ['', /Say what to solve: --problem pmedian, pcenter, mclp, lscp, kolm-pollak\./],
      ['--problem best', /"best" is none of pmedian/],
      ['--problem pmedian', /pmedian needs a number of sites: --p N\./],
      ['--problem pmedian --p 0', /"0" is no whole number of at least 1/],
      ['--problem pmedian --p 1.5', /"1\.5" is no whole number/],
      ['--problem mclp --p 2', /mclp needs a radius: --radius R/],
      ['--problem lscp --radius=-3', /"-3" is no number of at least 0/],
      ['--problem lscp --radius 3 --p 2', /--p: lscp finds how many/],
      ['--problem pcenter --p 2 --radius 3', /--radius: pcenter has none/],
      ['--problem pcenter --p 2 --certify soon', /--certify: "soon" is no number/],
      ['--problem pcenter --p 2 more.csv', /"more\.csv" belongs to no option/],
    ]
    for (const [args, sentence] of asked) {
      const words = args.split(' ').filter(Boolean)
      expect(await refusal(...words, '--input', input)).toMatch(sentence)
    }
    expect(await refusal('--problem', 'pmedian')).toBe('Say what to read: --input FILE.')
    expect(await refusal('--problem', 'pmedian', '--input', at('none.csv'))).toMatch(
      /there is no such file/,
    )
  })
})
