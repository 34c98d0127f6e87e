/** A tone with its sign: +0.31, −0.08. */
export function signed(value: number): string {
  const rounded = Math.abs(value).toFixed(2);
  return rounded === '0.00' ? rounded : `${value > 0 ? '+' : '−'}${rounded}`;
}
