import { slideMaker } from './slide-maker.ts'
import type { Template } from './template.ts'

/** For those it is about: what they said, what was done, what came of it, what is not known. */
export const COMMUNITY_REPORT: Template = {
  id: 'community',
  title: 'Community report',
  about:
    'For everybody: what people told us, what we did, what changed, what we do not know, what comes next.',
  make(document, newId) {
    const deck = {
      id: newId(),
      name: 'Community report',
      templateId: 'community',
      level: 'public' as const,
      periodDays: 30,
      isLooping: false,
      author: '',
      distribution: '',
      edition: 1,
    }
    const slides = slideMaker(document, deck, newId)
    slides.topic('peopleTold')
    slides.chart('perceptionByCounty')
    slides.topic('weDid')
    if (document.tables.projects.size > 0) {
      slides.map('Map of projects', ['county-borders', 'projects', 'towns'], {
        headline: 'Where projects are',
      })
    }
    slides.chart('projectsByStatus')
    slides.topic('incidents')
    slides.topic('changed')
    slides.topic('notKnown')
    slides.chart('dataAge')
    slides.topic('ahead')
    return slides.made()
  },
}
