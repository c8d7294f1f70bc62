import { type ExchangeFormat, extensionOf } from './exchange.ts'

/** REFI-QDA, which NVivo, ATLAS.ti, MAXQDA, QualCoder, Quirkos and others exchange. */
export const refi: ExchangeFormat = {
  name: 'refi-qda',
  title: 'REFI-QDA codebook or project (.qdc, .qdpx, .qde)',
  extensions: ['qdc', 'qde', 'qdpx'],
  recognises: ({ name, text }) =>
    ['qdc', 'qde', 'qdpx'].includes(extensionOf(name)) || ROOT.test(text.slice(0, HEAD_LENGTH)),
  read: async (file, options) => (await import('./read-refi.ts')).readRefi(file, options),
  write: async (codebook) => (await import('./write-refi.ts')).writeRefi(codebook),
}

/** The root stands near the beginning. */
const HEAD_LENGTH = 4000
/** `<CodeBook xmlns="urn:QDA-XML:codebook:1.0">`, or the project with its own namespace. */
const ROOT = /<(?:[\w.-]+:)?(?:CodeBook\b|Project\b[^>]*urn:QDA-XML:project)/u
