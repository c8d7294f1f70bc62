/** Why a file in a folder is not read, by the extension of its name, and what the analyst can do. */

/** The reason for which a file without a reader is skipped; `extension` in lower case, with its dot. */
export function skippedReason(extension: string): string {
  if (extension === '') return 'no file name extension; name the file itself to have it read'
  return REASONS.get(extension) ?? `no reader for ${extension} files`
}

const KINDS: readonly (readonly [extensions: string, reason: string])[] = [
  ['.doc .dot .wps .wpd', 'an old Word file; open it and save it as .docx'],
  ['.xls .xlt .xlsb .ods', 'a spreadsheet that is not read; open it and save it as .xlsx or .csv'],
  ['.numbers', 'a Numbers spreadsheet; export it as Excel (.xlsx) or CSV'],
  ['.pages', 'a Pages document; export it as Word (.docx)'],
  ['.ppt .pptx .odp .key', 'slides; export them as PDF, or save their words as .txt'],
  ['.sav .por .dta .sas7bdat', 'data of a statistics program; export them as CSV'],
  [
    '.nvp .nvpx .mx18 .mx20 .mx22 .mx24 .atlproj .qda .qdpx',
    'a project of another program; export its transcripts',
  ],
  ['.eml .msg', 'an e-mail; save its words as .txt'],
  ['.epub .mobi', 'a book; save its words as .txt'],
  ['.zip .7z .rar .gz .tgz .tar .bz2 .xz', 'an archive; unpack it and give the folder'],
  [
    '.mp3 .m4a .wav .wma .aac .ogg .oga .opus .flac .amr .aif .aiff .dss .ds2 .caf',
    'a recording; transcribe it first',
  ],
  ['.mp4 .m4v .mov .avi .mkv .webm .wmv .mpg .mpeg .3gp .mts', 'a film; transcribe it first'],
  [
    '.png .jpg .jpeg .gif .tif .tiff .bmp .webp .heic .heif .svg .ico .psd',
    'a picture; type out its words first',
  ],
]

const REASONS: ReadonlyMap<string, string> = new Map(
  KINDS.flatMap(([extensions, reason]) =>
    extensions.split(' ').map((extension): [string, string] => [extension, reason]),
  ),
)
