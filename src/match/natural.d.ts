/** The one file of natural that is used; the package has no types for it. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: unknown
  export default stemmer
}
