import type { Reader } from '../reader.ts'
import { hasCueTimes, isWebVtt } from './subtitle-signs.ts'

/** Subtitles and meeting transcripts as WebVTT: Zoom, Teams, Stream, Whisper. */
export const webVtt: Reader = {
  name: 'web-vtt',
  title: 'WebVTT',
  extensions: ['.vtt'],
  places: 'line and column',
  recognises: ({ bytes, extension }) =>
    isWebVtt(bytes) || (extension === '.vtt' && hasCueTimes(bytes)),
  read: (source, documentId, options) =>
    import('./read-subtitles.ts').then((it) =>
      it.readSubtitles({ source, documentId, format: 'web-vtt' }, options),
    ),
}
