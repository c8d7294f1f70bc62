import type { ByteSource } from '../reader.ts'

/**
 * Whether a file in the container of old Office programs is a newer document behind a password:
 * then its list of streams names an encrypted package ([MS-OFFCRYPTO] 2.3.4.4).
 */
export function isBehindPassword(source: ByteSource): boolean {
  for (let at = 0; at < source.size; at += PIECE_LENGTH) {
    const piece = Buffer.from(source.read(at, PIECE_LENGTH + STREAM_NAME.length))
    if (piece.includes(STREAM_NAME)) return true
  }
  return false
}

const STREAM_NAME = Buffer.from('EncryptedPackage', 'utf16le')
const PIECE_LENGTH = 1 << 20
