/** The checksum of the parts of a ZIP archive, CRC-32 of ISO 3309; it shows changed bytes. */

/** The checksum of no bytes. */
export const NO_CHECKSUM = 0

/** The checksum of bytes, given that of the bytes before them. */
export function nextChecksum(checksum: number, bytes: Uint8Array): number {
  let rest = ~checksum
  for (let i = 0; i < bytes.length; i += 1) {
    rest = (TABLE[(rest ^ (bytes[i] ?? 0)) & 255] ?? 0) ^ (rest >>> 8)
  }
  return ~rest >>> 0
}

const POLYNOMIAL = 0xedb88320

/** What each value of a byte does to the checksum. */
const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1
  return rest
})
