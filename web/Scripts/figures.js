// Figures as people type them, in whole hundredths, so that pence add up exactly. The same rule as the server's.

const TYPED = /^[+-]?(\d*|\d{1,3}(,\d{3})+)(\.\d{0,2})?$/;

/** Hundredths as a BigInt; null for an empty box, undefined for what is no figure. */
export function read(text) {
  const plain = text.trim().replace(/^£\s*/, '');
  if (plain === '') return null;
  if (!TYPED.test(plain) || !/\d/.test(plain)) return undefined;
  const [whole, part = ''] = plain.replace(/[,+-]/g, '').split('.');
  const hundredths = BigInt(whole || 0) * 100n + BigInt(part.padEnd(2, '0') || 0);
  return plain.startsWith('-') ? -hundredths : hundredths;
}

/** As the page writes totals: 1,250 or £1,250.00. */
export function write(hundredths, money) {
  const sign = hundredths < 0n ? '-' : '';
  const absolute = hundredths < 0n ? -hundredths : hundredths;
  const whole = (absolute / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  const part = absolute % 100n;
  const pence = part === 0n && !money ? '' : '.' + part.toString().padStart(2, '0');
  return sign + (money ? '£' : '') + whole + pence;
}

/** The sum of boxes; null where none of them holds a figure. */
export function sum(boxes) {
  let total = null;
  for (const box of boxes) {
    const figure = read(box.value);
    if (figure !== null && figure !== undefined) total = (total ?? 0n) + figure;
  }
  return total;
}
