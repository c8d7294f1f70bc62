import type { Reader } from '../reader.ts'
import { hasCueTimes, isSubRip } from './subtitle-signs.ts'

/** Subtitles as SubRip: Otter, WhisperX, video players. */
export const subRip: Reader = {
  name: 'subrip',
  title: 'SubRip (SRT)',
  extensions: ['.srt'],
  places: 'line and column',
  recognises: ({ bytes, extension }) =>
    isSubRip(bytes) || (extension === '.srt' && hasCueTimes(bytes)),
  read: (source, documentId, options) =>
    import('./read-subtitles.ts').then((it) =>
      it.readSubtitles({ source, documentId, format: 'subrip' }, options),
    ),
}
