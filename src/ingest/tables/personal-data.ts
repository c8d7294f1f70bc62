/** Columns and values that say who somebody is: never taken for an attribute by a guess. */

/** Whether a value looks like something that leads to a person. */
export function looksPersonal(value: string): boolean {
  return (
    value.length <= LONGEST &&
    (EMAIL.test(value) || PHONE.test(value) || IP_ADDRESS.test(value) || POSTCODE.test(value))
  )
}

/** Whether the name of a column says that it holds personal data. */
export function namesPersonal(header: string): boolean {
  return PERSONAL_NAME.test(header.replace(HUMP, '$1 $2'))
}

/** UTF-16 code units: longer values are prose, which is looked at elsewhere. */
const LONGEST = 100
/** "a.b@example.org" */
const EMAIL = /\S@\S+\.\p{L}{2,}/u
/** "07700 900123", "+44 (0)131 496 0000"; but not "2026-06-01 10:02" or "12345678" */
const PHONE = /^(?:\+\d|\(?0\d)[\d\s()-]{8,18}$/u
/** "192.0.2.17" */
const IP_ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$|^(?:[\da-f]{1,4}:){3,7}[\da-f]{0,4}$/iu
/** "KY1 1XX" */
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/iu
/** Between the two parts of "firstName". */
const HUMP = /(\p{Ll})(\p{Lu})/gu
/** "Your name", "E-mail", "Date of birth", "IPAddress", "Post code" */
const PERSONAL_NAME =
  /(?:^|[^\p{L}])(?:(?:fore|sur|user|nick|first|last|full|recipient)?_?names?|(?:recipient)?_?e-?mails?|tele(?:phone)?|tel|phones?|mobile|fax|ip|ip ?address|address(?:es)?|post ?codes?|zip(?: ?codes?)?|d\.?o\.?b|date of birth|birth(?:day|date)?|born|contact(?: details)?|signature|latitude|longitude|twitter|facebook|instagram|nhs number|ni number|national insurance|passport)(?=$|[^\p{L}])/iu
